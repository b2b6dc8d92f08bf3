import { describe, expect, it } from "vitest";
import { median, trendOf } from "./trend.ts";

/** A value each minute for so many minutes. */
function points(minutes: number, value: (minute: number) => number) {
	return Array.from({ length: minutes }, (_, n) => ({ atMs: (n + 1) * 60_000, value: value(n + 1) }));
}

describe("trendOf", () => {
	it("finds the slope of what grows steadily, by the hour", () => {
		const trend = trendOf(points(30, (minute) => 100 + minute / 2));
		expect(trend).toEqual({ second: 107.75, last: 112.75, perHour: 30 });
	});

	it("is not moved by the time in which a process warms up", () => {
		expect(trendOf(points(30, (minute) => (minute <= 10 ? 50 * minute : 200)))?.perHour).toBe(0);
	});

	it("is hardly moved by what comes and goes, as garbage does", () => {
		const trend = trendOf(points(60, (minute) => 150 + (minute % 4) * 10 + (minute === 50 ? 500 : 0)));
		expect(Math.abs(trend?.perHour ?? Number.NaN)).toBeLessThanOrEqual(30);
	});

	it("is unknown while a third of the time has no values", () => {
		expect(trendOf([])).toBeNull();
		expect(trendOf(points(1, () => 1))).toBeNull();
	});
});

describe("median", () => {
	it("is the middle, or between the two in the middle", () => {
		expect(median([3, 1, 2])).toBe(2);
		expect(median([4, 1, 2, 3])).toBe(2.5);
		expect(median([])).toBeNull();
	});
});
