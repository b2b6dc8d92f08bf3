import { describe, expect, it } from "vitest";
import { ScaledClock } from "../rehearsal/scaled-clock.ts";
import { watchOutage } from "../src/outage.ts";
import { STANDING_STILL } from "./journeys/journey.ts";

const MINUTE = 60_000;

describe("an outage", () => {
	it("is told when it begins, and every ten minutes from there, however often it is noticed", () => {
		const clock = new ScaledClock({ speed: STANDING_STILL });
		const outage = watchOutage(clock);
		const told: [minute: number, say: string][] = [];
		for (let minute = 0; minute < 35; minute++) {
			const { say } = outage.goesOn();
			if (say !== "nothing") told.push([minute, say]);
			clock.skip(MINUTE);
		}
		expect(told).toEqual([
			[0, "begins"],
			[10, "lasts"],
			[20, "lasts"],
			[30, "lasts"],
		]);
	});

	it("is over once, and the next one begins anew", () => {
		const clock = new ScaledClock({ speed: STANDING_STILL });
		const outage = watchOutage(clock);
		expect(outage.isOver()).toBeNull();
		outage.goesOn();
		clock.skip(MINUTE);
		expect(outage.isOver()?.forMs).toBeGreaterThanOrEqual(MINUTE);
		expect(outage.isOver()).toBeNull();
		expect(outage.goesOn()).toEqual({ say: "begins", forMs: 0 });
	});
});
