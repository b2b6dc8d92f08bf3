import { describe, expect, it } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { sparingly } from "../../src/health/asking.ts";
import { STANDING_STILL } from "../journeys/journey.ts";

/** A question that is counted, and answered with how often it was asked. */
function counted() {
	const clock = new ScaledClock({ speed: STANDING_STILL });
	let times = 0;
	const ask = sparingly(async () => {
		times++;
		if (times === 1) throw new Error("not yet");
		return times;
	}, clock);
	return { clock, ask };
}

describe("a question that is asked sparingly", () => {
	it("is asked once for all who ask at the same time, and again a second later", async () => {
		const { clock, ask } = counted();
		await expect(ask()).rejects.toThrow("not yet");
		expect(await Promise.all([ask(), ask(), ask()])).toEqual([2, 2, 2]);
		clock.skip(900);
		expect(await ask()).toBe(2);
		clock.skip(200);
		expect(await Promise.all([ask(), ask()])).toEqual([3, 3]);
	});

	it("is asked again at once after it has failed", async () => {
		const { ask } = counted();
		const answers = await Promise.allSettled([ask(), ask()]);
		expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		expect(await ask()).toBe(2);
	});
});
