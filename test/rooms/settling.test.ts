import { describe, expect, it } from "vitest";
import { settlesBy } from "../../src/rooms/restoring.ts";
import { MINUTE, NOON } from "./given.ts";

const HOUR = 60 * MINUTE;

describe("who leads a session that opened at noon", () => {
	it.each<[now: string, sinceMs: number, away: boolean, inMs: number]>([
		["as it opens", 0, false, 2_000],
		["a second later", 1_000, false, 1_000],
		["when speakers have had their time", 2_000, false, 0],
		["a minute later", MINUTE, false, 0],
		["by a clock that is fast: nobody can have seen it open then", MINUTE + 1, false, 2_000],
		["by a clock that is slow", -1, false, 2_000],
		["as it is found, a second later", 1_000, true, 1_000],
		["as it is found, an hour later", HOUR, true, 0],
		["as it is found, by a clock that is slow", -HOUR, true, 2_000],
	])("%s, is settled in time", (_now, sinceMs, away, inMs) => {
		const clock = { now: () => NOON + sinceMs, steady: () => 500, sleep: () => Promise.resolve() };
		expect(settlesBy(NOON, { away }, clock)).toBe(500 + inMs);
	});
});
