import { describe, expect, it } from "vitest";
import { planWave } from "./plan.ts";

describe("planWave", () => {
	it("plans the same for the same seed, and a trial the same whatever runs beside it", () => {
		expect(planWave(7, 2)).toEqual(planWave(7, 2));
		expect(planWave(7, 2)).not.toEqual(planWave(8, 2));
		expect(planWave(7, 2, 4).casts).toEqual(planWave(7, 2).casts.slice(0, 4));
	});

	it("opens only what is closed, closes only what is open, and lets nobody leave who is not there", () => {
		for (let wave = 0; wave < 30; wave++) {
			const open = new Set<number>();
			const inside = new Set<string>();
			for (const { trial, action } of planWave(3, wave).beats.flatMap(({ actions }) => actions)) {
				if (action.do === "open") expect(open.has(trial)).toBe(false);
				if (action.do === "open") open.add(trial);
				if (action.do === "close") expect(open.delete(trial)).toBe(true);
				if (action.do === "join") inside.add(action.who);
				if (action.do === "leave") expect(inside.delete(action.who)).toBe(true);
				if (action.do === "mute") expect(inside.has(action.who)).toBe(true);
			}
		}
	});
});
