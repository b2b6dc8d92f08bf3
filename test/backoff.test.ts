import { expect, it } from "vitest";
import { backoff } from "../src/backoff.ts";

it.each([
	[1, 500],
	[2, 1_000],
	[3, 2_000],
	[6, 16_000],
	[7, 30_000],
	[1_000, 30_000],
])("after %i failures in a row waits %i ms", (failures, ms) => {
	expect(backoff(failures)).toBe(ms);
});

it("waits as long as it is told the first time, and never longer than the longest", () => {
	const waits = { first: 1_000, longest: 60_000 };
	expect([1, 2, 7, 50].map((failures) => backoff(failures, waits))).toEqual([1_000, 2_000, 60_000, 60_000]);
});
