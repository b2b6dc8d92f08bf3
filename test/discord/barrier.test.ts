import { describe, expect, it } from "vitest";
import {
	afterLimit,
	afterPassing,
	afterSilence,
	afterSuccess,
	type Barrier,
	OPEN,
	retryAfterMs,
	waitAt,
} from "../../src/discord/barrier.ts";

const MINUTE = 60_000;
const closed = (closedAt: number, until: number, closings = 1): Barrier => ({
	is: "closed",
	closedAt,
	until,
	closings,
});
const tried = (since: number, closings = 1): Barrier => ({ is: "tried", closedAt: 0, since, closings });

describe("a barrier", () => {
	it.each<[title: string, barrier: Barrier, now: number, waitMs: number]>([
		["lets all pass while it is open", OPEN, 5, 0],
		["lets nobody pass until its time is over", closed(0, 100), 40, 60],
		["then lets one pass", closed(0, 100), 100, 0],
		["and has the others wait for what comes of it", tried(100), 150, 1_000],
		["but not for one that never comes back", tried(100), 10_100, 0],
	])("%s", (_title, barrier, now, waitMs) => {
		expect(waitAt(barrier, now)).toBe(waitMs);
	});

	it.each<[title: string, before: Barrier, after: Barrier]>([
		["stays open", OPEN, OPEN],
		["is tried, if it was closed", closed(0, 100, 3), { is: "tried", closedAt: 0, since: 200, closings: 3 }],
		["is tried anew", tried(100, 2), { is: "tried", closedAt: 0, since: 200, closings: 2 }],
	])("after a request has passed %s", (_title, before, after) => {
		expect(afterPassing(before, 200)).toEqual(after);
	});

	it.each<[title: string, before: Barrier, passedAt: number, saidMs: number | null, after: Barrier]>([
		["closes for as long as Discord says", OPEN, 0, 7_000, closed(10, 7_010)],
		["closes for a minute when it does not say", OPEN, 0, null, closed(10, 10 + MINUTE)],
		["closes for ten minutes at most", OPEN, 0, 60 * MINUTE, closed(10, 10 + 10 * MINUTE)],
		["closes longer the second time", tried(5), 5, null, closed(10, 10 + 2 * MINUTE, 2)],
		["closes longer, whatever Discord says", tried(5, 3), 5, 0, closed(10, 4_010, 4)],
		["never closes longer than ten minutes", tried(5, 99), 5, null, closed(10, 10 + 10 * MINUTE, 100)],
		["stays as it is when the request had passed before it closed", closed(5, 100), 4, null, closed(5, 100)],
	])("after a 429 %s", (_title, before, passedAt, saidMs, after) => {
		expect(afterLimit(before, { passedAt, now: 10, saidMs })).toEqual(after);
	});

	it.each<[title: string, before: Barrier, passedAt: number, after: Barrier]>([
		["opens, if that was the one that had gone ahead", tried(100, 3), 100, OPEN],
		["stays as it is, if that had passed before", tried(100, 3), 99, tried(100, 3)],
		["stays closed, if that had passed before", closed(5, 100), 4, closed(5, 100)],
	])("after Discord has taken a request %s", (_title, before, passedAt, after) => {
		expect(afterSuccess(before, passedAt)).toEqual(after);
	});

	it("lets the next one try when nothing has come of the first", () => {
		expect(afterSilence(tried(100, 3), 100, 300)).toEqual(closed(0, 300, 3));
		expect(afterSilence(tried(100, 3), 99, 300)).toEqual(tried(100, 3));
		expect(afterSilence(OPEN, 99, 300)).toEqual(OPEN);
	});
});

describe("Retry-After", () => {
	it.each([
		["1", 1_000],
		["0.65", 650],
		["0", 0],
		["2147483", 2_147_483_000],
		["2147484", null],
		["-1", null],
		["", null],
		["soon", null],
		["NaN", null],
		["1e3", null],
		["Wed, 21 Oct 2026 07:28:00 GMT", null],
		[null, null],
	])("%j is %j ms", (header, ms) => {
		expect(retryAfterMs(header)).toBe(ms);
	});
});
