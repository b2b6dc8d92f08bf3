import { describe, expect, it } from "vitest";
import {
	afterMaking,
	afterPost,
	afterRefusal,
	type Hunt,
	isTrial,
	mannerOf,
	NO_HUNT,
	rests,
} from "../../src/delivery/hunt.ts";

const NOON = 43_200_000;
const MINUTE = 60_000;
const ALL = Number.POSITIVE_INFINITY;

type Search = Hunt["search"];
const resting: Search = { is: "resting" };
const halving = (most: number, suspects: number): Search => ({ is: "halving", most, suspects });
const tryingPlainly = (suspects: number, trialId: string | null = "trial"): Search => ({
	is: "trying plainly",
	suspects,
	trialId,
});

/** A hunt in which the host's words are not left out for now, or were until just now. */
const on = (search: Search): Hunt => ({ search, plainUntil: NOON });
/** One in which they are left out for another millisecond. */
const plainly = (search: Search): Hunt => ({ search, plainUntil: NOON + 1 });

describe("the next message", () => {
	it.each<[given: string, hunt: Hunt, most: number, plain: boolean]>([
		["nothing was ever refused", NO_HUNT, ALL, false],
		["nothing is looked for", on(resting), ALL, false],
		["the host's words were refused a short while ago", plainly(resting), ALL, true],
		["somebody among eight is looked for", on(halving(4, 8)), 4, false],
		["somebody is looked for while the host's words are left out", plainly(halving(4, 8)), 4, true],
		["a greeting without the name was refused", on(tryingPlainly(8, null)), 1, true],
	])("when %s, carries as many greetings, in whose words", (_given, hunt, most, plain) => {
		expect(mannerOf(hunt, NOON)).toEqual({ most, plain });
	});

	it("is as usual only when nothing is looked for and the host's words are not left out", () => {
		const usual = [NO_HUNT, on(resting), plainly(resting), on(halving(4, 8)), on(tryingPlainly(1))];
		expect(usual.map((hunt) => rests(hunt, NOON))).toEqual([true, true, false, false, false]);
	});

	it("is the trial when it is the first that is made without the host's words", () => {
		const hunt = afterMaking(on(tryingPlainly(8, null)), "trial");
		expect(hunt).toEqual(on(tryingPlainly(8, "trial")));
		expect([isTrial(hunt, "trial"), isTrial(hunt, "another"), isTrial(on(halving(1, 1)), "trial")]).toEqual([
			true,
			false,
			false,
		]);
	});

	it("changes nothing otherwise", () => {
		for (const search of [resting, halving(4, 8)]) expect(afterMaking(on(search), "next")).toEqual(on(search));
	});

	it("is not there, and nobody is suspected any more, when nobody waits", () => {
		for (const search of [resting, halving(4, 8), tryingPlainly(8)]) {
			expect(afterMaking(plainly(search), null)).toEqual(plainly(resting));
		}
	});
});

describe("a message that Discord refuses", () => {
	it.each<[given: Search, greetings: number, then: Search]>([
		[resting, 8, halving(4, 8)],
		[resting, 7, halving(4, 7)],
		[halving(4, 8), 4, halving(2, 8)],
		[halving(2, 2), 5, halving(3, 5)],
		[tryingPlainly(8), 2, halving(1, 8)],
	])("is halved: %o, %i greetings, %o", (given, greetings, then) => {
		for (const neutral of [false, true]) {
			const after = afterRefusal(on(given), { id: "m", greetings, neutral });
			expect(after).toEqual({ remedy: "halve", hunt: on(then) });
		}
	});

	it.each<[given: Search, then: Search]>([
		[resting, halving(1, 1)],
		[halving(1, 8), halving(1, 8)],
		[halving(1, 0), halving(1, 1)],
		[tryingPlainly(8), halving(1, 8)],
	])("with one greeting gives the name away: %o, %o", (given, then) => {
		const after = afterRefusal(on(given), { id: "m", greetings: 1, neutral: false });
		expect(after).toEqual({ remedy: "leave out the name", hunt: on(then) });
	});

	it.each<[given: Search, then: Search]>([
		[resting, tryingPlainly(0, null)],
		[halving(1, 8), tryingPlainly(8, null)],
		[tryingPlainly(8, "trial"), tryingPlainly(8, null)],
	])("even without the name gives the host's words away: %o, %o", (given, then) => {
		const after = afterRefusal(plainly(given), { id: "m", greetings: 1, neutral: true });
		expect(after).toEqual({ remedy: "leave out the host's words", hunt: plainly(then) });
	});

	it("in any words is given up, and the others are looked at one by one", () => {
		const after = afterRefusal(on(tryingPlainly(8)), { id: "trial", greetings: 1, neutral: true });
		expect(after).toEqual({ remedy: "give up", hunt: on(halving(1, 8)) });
	});
});

describe("a message that gets through", () => {
	it.each<[given: Search, greetings: number, then: Search]>([
		[resting, 3, resting],
		[halving(4, 8), 3, halving(4, 5)],
		[halving(4, 8), 7, halving(4, 1)],
		[halving(4, 8), 8, resting],
		[halving(4, 8), 9, resting],
		[halving(1, 0), 1, resting],
		[tryingPlainly(8), 3, tryingPlainly(5)],
		[tryingPlainly(2), 3, tryingPlainly(0)],
	])("clears those in it: %o, %i greetings, %o", (given, greetings, then) => {
		expect(afterPost(on(given), { id: "m", greetings }, NOON)).toEqual(on(then));
	});

	it.each<[given: Search, then: Search]>([
		[tryingPlainly(8), halving(1, 7)],
		[tryingPlainly(1), resting],
		[tryingPlainly(0), resting],
	])("in Byname's own words, as the trial, has the host's left out for ten minutes: %o, %o", (given, then) => {
		const after = afterPost(on(given), { id: "trial", greetings: 1 }, NOON);
		expect(after).toEqual({ search: then, plainUntil: NOON + 10 * MINUTE });
	});
});
