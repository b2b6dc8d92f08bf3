import { describe, expect, it } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { Turns } from "../../src/cues/turns.ts";
import { STANDING_STILL, until } from "../journeys/journey.ts";

/** Turns that are asked for; `taken` is what came of it so far. Time goes on only where the test skips it. */
function asked(times: number) {
	const clock = new ScaledClock({ speed: STANDING_STILL });
	const ending = new AbortController();
	const turns = new Turns(clock, ending.signal);
	const taken: boolean[] = [];
	const ask = () => void turns.take().then((isMine) => taken.push(isMine));
	for (let asks = 0; asks < times; asks++) ask();
	return { clock, ending, turns, taken, ask };
}

/** What is ready by now is done. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
	it("are four a second", async () => {
		const { clock, taken } = asked(6);
		await settle();
		expect(taken).toHaveLength(4);
		clock.skip(1_000);
		await until(() => taken.length === 6);
		expect(taken).not.toContain(false);
	});

	it("do not come while Discord's global limit is reached", async () => {
		const { clock, turns, taken, ask } = asked(0);
		turns.closeFor(7_000);
		ask();
		clock.skip(6_500);
		await settle();
		expect(taken).toEqual([]);
		clock.skip(500);
		await until(() => taken.length === 1);
	});

	it("come to nobody any more once all is to end, also to who waits", async () => {
		const { ending, taken, ask } = asked(5);
		await settle();
		ending.abort();
		ask();
		await until(() => taken.length === 6);
		expect(taken.slice(4)).toEqual([false, false]);
	});
});
