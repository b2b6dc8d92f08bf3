import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPicks } from "../../src/greetings/pick.ts";

describe("createPicks", () => {
	it("never takes the same variant twice running", () => {
		const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(
				fc.array(random, { minLength: 2, maxLength: 30 }),
				fc.integer({ min: 2, max: 10 }),
				(draws, variants) => {
					const left = [...draws];
					const { pick } = createPicks(() => left.pop() ?? 0);
					const picked = draws.map(() => pick("onTime", variants));
					for (const [index, one] of picked.entries()) {
						expect(one).toBeGreaterThanOrEqual(0);
						expect(one).toBeLessThan(variants);
						expect(one).not.toBe(picked[index - 1]);
					}
				},
			),
		);
	});

	it("reaches every variant", () => {
		const draws = [0, 0.4, 0.9, 0.1, 0.5, 0.99, 0.3, 0.7];
		const { pick } = createPicks(() => draws.pop() ?? 0);
		expect(new Set(Array.from({ length: 8 }, () => pick("late", 3)))).toEqual(new Set([0, 1, 2]));
	});

	it("has no choice with one variant or none", () => {
		const { pick } = createPicks(() => 0.99);
		expect([pick("late", 1), pick("late", 1), pick("note", 0)]).toEqual([0, 0, 0]);
	});

	it("counts what was only tried as said once it is kept", () => {
		const picks = createPicks(() => 0.99);
		expect(picks.pick("late", 2)).toBe(1);
		const vain = picks.try();
		expect([vain.pick("late", 2), vain.pick("late", 2)]).toEqual([0, 1]);
		const said = picks.try();
		expect(said.pick("late", 2)).toBe(0);
		said.keep();
		expect(picks.pick("late", 2)).toBe(1);
	});

	it("remembers each text by itself, and copes with a list that has become shorter", () => {
		const { pick } = createPicks(() => 0.99);
		expect([pick("late", 3), pick("onTime", 3), pick("late", 2)]).toEqual([2, 2, 1]);
	});
});
