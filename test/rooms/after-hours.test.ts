import { describe, expect, it } from "vitest";
import { type ClosedVisit, wordsAfterHours } from "../../src/rooms/after-hours.ts";
import { MINUTE, NOON } from "./given.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Somebody who comes to a room in which a session ended at noon, and the next one is so far away. */
function call(sinceMs: number, toNextMs: number | null, parts: Partial<ClosedVisit> = {}): ClosedVisit {
	const now = NOON + sinceMs;
	const nextAt = toNextMs === null ? null : now + toNextMs;
	return { now, closedAt: NOON, nextAt, findsEmpty: true, attendedAs: null, hasRecap: false, ...parts };
}

const others: Partial<ClosedVisit> = { findsEmpty: false };
const wasThere: Partial<ClosedVisit> = { attendedAs: "attendee", hasRecap: true };

describe("wordsAfterHours", () => {
	it.each([
		["a minute after the session", call(MINUTE, null), "afterHours"],
		["a minute after it, to others", call(MINUTE, null, others), "afterHours"],
		["within a day", call(DAY - 1, null, others), "afterHours"],
		["a day later", call(DAY, null), null],
		["45 days later", call(45 * DAY, null), null],
		["45 days later, a date in an hour", call(45 * DAY, HOUR), "afterHours"],
		["45 days later, a date in less than an hour: they are early", call(45 * DAY, HOUR - 1), null],
		["within a day, a date in less than an hour: they are early", call(MINUTE, HOUR - 1), null],
		["within a day, a date in an hour", call(MINUTE, HOUR, others), "afterHours"],
		["45 days later, a date in 14 days", call(45 * DAY, 14 * DAY), "afterHours"],
		["45 days later, a date in 14 days, to others", call(45 * DAY, 14 * DAY, others), null],
		["45 days later, a date in more than 14 days", call(45 * DAY, 14 * DAY + 1), null],
		["within a day, a date in more than 14 days", call(MINUTE, 20 * DAY), "afterHours"],
		["before the session ended, by a clock that was set back", call(-MINUTE, null, others), "afterHours"],
		["who was there, with a recap", call(MINUTE, null, wasThere), "lookBack"],
		["who was there, with a recap, to others", call(MINUTE, null, { ...wasThere, ...others }), "lookBack"],
		["who was there, without a recap", call(MINUTE, null, { ...wasThere, hasRecap: false }), null],
		["who was there, 45 days later", call(45 * DAY, null, wasThere), null],
		["who was there, 45 days later, a date in 14 days", call(45 * DAY, 14 * DAY, wasThere), "lookBack"],
		["who was there, a date in less than an hour: they are early", call(MINUTE, HOUR - 1, wasThere), null],
		["who led the session", call(MINUTE, null, { ...wasThere, attendedAs: "panel" }), null],
		["who was not there, with a recap", call(MINUTE, null, { hasRecap: true }), "afterHours"],
	])("%s", (_, someCall, words) => {
		expect(wordsAfterHours(someCall)).toBe(words);
	});
});
