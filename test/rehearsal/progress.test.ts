import { describe, expect, it } from "vitest";
import { leftMs, progressLine, type ReplayProgress } from "../../rehearsal/progress.ts";

const MINUTE = 60_000;
/** A quarter of an hour's webinar, played sixty times as fast. */
const BEGUN: ReplayProgress = {
	passedMs: 15 * MINUTE,
	lengthMs: 60 * MINUTE,
	arrivals: 10,
	arrivalsInAll: 40,
	tookMs: 15_000,
	speed: 60,
};

describe("leftMs", () => {
	it("is what is left of the webinar at its speed, as long as nothing slows it down", () => {
		expect(leftMs(BEGUN)).toBe(45_000);
	});

	it("counts on it that those who are still to come slow it down as the others did", () => {
		expect(leftMs({ ...BEGUN, tookMs: 20_000 })).toBe(45_000 + 30 * 500);
	});

	it("is nothing when all is over, however long it took", () => {
		const over = { passedMs: 61 * MINUTE, arrivals: 40, tookMs: 90_000 };
		expect(leftMs({ ...BEGUN, ...over })).toBe(0);
	});
});

describe("progressLine", () => {
	it.each<[Partial<ReplayProgress>, string]>([
		[{}, "  25 % of the webinar, about 45 s left, 10 of 40 arrivals"],
		[{ passedMs: 0, arrivals: 0, tookMs: 0 }, "  0 % of the webinar, about 1 min left, 0 of 40 arrivals"],
		[{ passedMs: -500, arrivals: 0, tookMs: 0 }, "  0 % of the webinar, about 1 min left, 0 of 40 arrivals"],
		[{ speed: 1, tookMs: 15 * MINUTE }, "  25 % of the webinar, about 45 min left, 10 of 40 arrivals"],
		[
			{ speed: 1, lengthMs: 8 * 60 * MINUTE, tookMs: 15 * MINUTE },
			"  3 % of the webinar, about 8 hours left, 10 of 40 arrivals",
		],
		[{ passedMs: 53 * MINUTE, arrivals: 40 }, "  88 % of the webinar, about 7 s left, 40 of 40 arrivals"],
		[{ passedMs: 59 * MINUTE, arrivals: 40 }, "  98 % of the webinar, a moment left, 40 of 40 arrivals"],
		[{ passedMs: 61 * MINUTE, arrivals: 40 }, "  100 % of the webinar, a moment left, 40 of 40 arrivals"],
		[
			{ passedMs: 0, lengthMs: 0, arrivals: 0, arrivalsInAll: 0 },
			"  100 % of the webinar, a moment left, 0 of 0 arrivals",
		],
	])("says %j", (but, line) => {
		expect(progressLine({ ...BEGUN, ...but })).toBe(line);
	});
});
