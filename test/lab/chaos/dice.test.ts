import { describe, expect, it } from "vitest";
import { Dice } from "./dice.ts";

describe("Dice", () => {
	it("fall the same way for the same seeds, and otherwise for others", () => {
		const throws = (...seeds: number[]) => {
			const dice = new Dice(...seeds);
			return Array.from({ length: 20 }, () => dice.between(1, 1_000));
		};
		expect(throws(7, 3)).toEqual(throws(7, 3));
		expect(throws(7, 3)).not.toEqual(throws(7, 4));
		expect(throws(7, 3)).not.toEqual(throws(3, 7));
	});

	it("stay within bounds and reach both", () => {
		const dice = new Dice(1);
		const thrown = new Set(Array.from({ length: 500 }, () => dice.between(2, 4)));
		expect([...thrown].sort()).toEqual([2, 3, 4]);
	});

	it("shuffle without losing anything", () => {
		const things = [1, 2, 3, 4, 5, 6];
		expect(new Dice(5).shuffle(things).toSorted()).toEqual(things);
	});
});
