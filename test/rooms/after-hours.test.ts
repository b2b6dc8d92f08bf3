import { describe, expect, it } from "vitest";
import { type Call, isToldOfClosing } from "../../src/rooms/after-hours.ts";
import { MINUTE, NOON } from "./given.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Somebody who comes to a room in which a session ended at noon. */
const call = (sinceMs: number, toNextMs: number | null, findsEmpty: boolean): Call => {
	const now = NOON + sinceMs;
	return { now, closedAt: NOON, nextAt: toNextMs === null ? null : now + toNextMs, findsEmpty };
};

describe("isToldOfClosing", () => {
	it.each([
		["a minute after the session", call(MINUTE, null, true), true],
		["a minute after it, to others", call(MINUTE, null, false), true],
		["within a day", call(DAY - 1, null, false), true],
		["a day later", call(DAY, null, true), false],
		["45 days later", call(45 * DAY, null, true), false],
		["45 days later, a date in an hour", call(45 * DAY, HOUR, true), true],
		["45 days later, a date in less than an hour: they are early", call(45 * DAY, HOUR - 1, true), false],
		["within a day, a date in less than an hour: they are early", call(MINUTE, HOUR - 1, true), false],
		["within a day, a date in an hour", call(MINUTE, HOUR, false), true],
		["45 days later, a date in 14 days", call(45 * DAY, 14 * DAY, true), true],
		["45 days later, a date in 14 days, to others", call(45 * DAY, 14 * DAY, false), false],
		["45 days later, a date in more than 14 days", call(45 * DAY, 14 * DAY + 1, true), false],
		["within a day, a date in more than 14 days", call(MINUTE, 20 * DAY, true), true],
		["before the session ended, by a clock that was set back", call(-MINUTE, null, false), true],
	])("%s", (_, someCall, isTold) => {
		expect(isToldOfClosing(someCall)).toBe(isTold);
	});
});
