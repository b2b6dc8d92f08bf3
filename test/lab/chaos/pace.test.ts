import { describe, expect, it } from "vitest";
import { holdOf } from "./pace.ts";
import type { Pace } from "./plan.ts";
import { begin, joins, maya, modelOf, postAt, settled, sunil } from "./told.ts";

/** A post to these people after so many seconds. */
const postTo = (seconds: number, ...people: string[]) => ({ ...postAt(seconds), said: people.map((who) => ({ who })) });

describe("the pace of a room", () => {
	const hasty = (pace: Pace, ...seconds: number[]) =>
		modelOf([0, { is: "up" }], [0, { is: "pace", pace }]).hastyPosts(seconds.map((second) => postTo(second)));

	it.each<[Pace, number[], boolean]>([
		["calm", [1, 2, 3, 4, 5, 6], false],
		["calm", [1, 2, 3, 4, 5, 6, 7], true],
		["calm", [1, 2, 3, 4, 5, 6, 21, 41], false],
		["calm", [1, 2, 3, 4, 5, 6, 21, 31], true],
		["swift", [1, 1, 1, 1, 2, 3, 4, 5], false],
		["swift", [1, 1, 1, 1, 1, 1, 1, 1], true],
		[15, [1, 16, 31], false],
		[15, [1, 16, 27], true],
		[60, [1, 61, 122], false],
		[60, [1, 50], true],
	])("%s finds fault with posts after %j seconds: %j", (pace, seconds, isHasty) => {
		expect(hasty(pace, ...seconds).length > 0).toBe(isHasty);
	});

	it("is not asked of a bot that has just begun anew, or whose posts went wrong", () => {
		const posts = [100, 100, 100, 100, 100, 100, 100, 101].map((second) => postTo(second));
		expect(modelOf([0, { is: "up" }]).hastyPosts(posts)).not.toEqual([]);
		expect(modelOf([0, { is: "up" }], [90, { is: "killed" }], [95, { is: "up" }]).hastyPosts(posts)).toEqual([]);
	});

	it("is not asked once a second process has begun: each has a pace of its own", () => {
		const posts = [900, 900, 900, 900, 900, 900, 900, 901].map((second) => postTo(second));
		expect(modelOf([0, { is: "up" }], [90, { is: "up" }]).hastyPosts(posts)).toEqual([]);
	});

	it("lets those follow at once who had come when it opened", () => {
		const model = modelOf(
			[0, { is: "pace", pace: 60 }],
			...begin,
			[100, joins(maya)],
			[102, joins(sunil)],
			[110, settled],
		);
		expect(model.hastyPosts([postTo(103, maya), postTo(104, sunil)])).toEqual([]);
		expect(model.hastyPosts([postTo(101, maya), postTo(103, sunil)])).not.toEqual([]);
	});

	it("keeps a greeting back, which is no slip, and for so long at most", () => {
		const model = modelOf(...begin, [100, joins(maya)], [101, settled]);
		expect(holdOf("calm")).toBeLessThanOrEqual(22_000);
		expect(model.words(maya, postAt(101)).tryBy).toBeLessThan(postAt(146).triedAt);
		expect(model.words(maya, postAt(180)).apology).toBe("may");
		expect(model.words(maya, postAt(190)).apology).toBe("must");
	});
});
