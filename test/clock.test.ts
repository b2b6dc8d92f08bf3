import { describe, expect, it } from "vitest";
import { systemClock } from "../src/clock.ts";

describe("the machine's own clock", () => {
	it("wakes nobody before their time: who sleeps until something is due finds it due", async () => {
		const early: number[] = [];
		for (let round = 0; round < 100; round++) {
			const sleeps = Array.from({ length: 20 }, async (_, index) => {
				const due = systemClock.now() + index;
				await systemClock.sleep(index);
				if (systemClock.now() < due) early.push(index);
			});
			await Promise.all(sleeps);
		}
		expect(early).toEqual([]);
	});

	it("ends a sleep at once when its signal aborts", async () => {
		const ending = new AbortController();
		const sleep = systemClock.sleep(60_000, ending.signal);
		ending.abort();
		await sleep;
	});
});
