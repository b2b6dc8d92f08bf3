import { describe, expect, it } from "vitest";
import { compose } from "../../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../../src/greetings/greeting.ts";
import { DEFAULT_VOICE } from "../../../src/greetings/voice.ts";
import { first } from "../../greetings/scene.ts";
import { namesIn, uniqueNames } from "./names.ts";

const scene: Scene = {
	title: "Bees",
	host: null,
	server: "Garden",
	startsAt: 0,
	note: null,
	recap: null,
	next: null,
	nextEvent: null,
	now: 0,
};

function greetingOf(name: string, index: number): Greeting {
	return { userId: String(index), name, kind: "onTime", minutes: 0, visits: 1, missed: false };
}

describe("uniqueNames", () => {
	it("gives as many as asked for, all different", () => {
		expect(new Set(uniqueNames(10_000)).size).toBe(10_000);
	});

	it("gives the same names every time", () => {
		expect(uniqueNames(50)).toEqual(uniqueNames(50));
	});

	it("gives names of a usual length", () => {
		const lengths = uniqueNames(10_000).map((name) => name.length);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(32);
		expect(lengths.filter((length) => length >= 5 && length <= 20).length).toBeGreaterThan(8_500);
	});
});

describe("namesIn", () => {
	const knows = (...names: string[]) => names.includes.bind(names);

	it("finds the names in a greeting of one and of many, whatever its words", () => {
		expect(namesIn("Come in, Sunil, come in!", knows("Sunil"))).toEqual(["Sunil"]);
		expect(namesIn("Please welcome Sunil, Maya and Tom. Ah, Ann!", knows("Sunil", "Maya", "Tom", "Ann"))).toEqual([
			"Sunil",
			"Maya",
			"Tom",
			"Ann",
		]);
	});

	it("does not take a part of a name for a name", () => {
		expect(namesIn("Hello, Maya Lind and Tomas!", knows("Maya Lind", "Maya", "Lind", "Tom"))).toEqual(["Maya Lind"]);
	});

	it("finds every name that Byname writes", () => {
		const names = uniqueNames(10_000);
		const known = new Set(names);
		const found = new Set<string>();
		for (let from = 0; from < names.length; ) {
			const waiting = names.slice(from, from + 200).map(greetingOf);
			const { body, count } = compose(waiting, DEFAULT_VOICE, scene, first);
			for (const name of namesIn(body, (one) => known.has(one))) found.add(name);
			from += count;
		}
		expect(names.filter((name) => !found.has(name))).toEqual([]);
	});
});
