import { describe, expect, it } from "vitest";
import type { SaidMoment } from "../../../rehearsal/happening.ts";
import { type Boundaries, momentsBetween, momentsUnseen } from "./moments.ts";

const MINUTE = 60_000;
/** What is scheduled for one minute and begins at another; people are late five minutes after the later of both. */
const boundaries = (startsAt: number | null, openedAt: number): Boundaries => ({
	startsAt: startsAt === null ? null : startsAt * MINUTE,
	opened: [openedAt * MINUTE, openedAt * MINUTE],
	lateAfter: [5],
});

describe("momentsBetween", () => {
	it.each<[string, number | null, number, number, SaidMoment[]]>([
		["before the start", 10, 0, 5, ["early"]],
		["after the start", 10, 0, 12, ["onTime"]],
		["long after the start", 10, 0, 16, ["late"]],
		["as it begins twenty minutes after its start", 10, 30, 30.5, ["onTime"]],
		["long after it began twenty minutes after its start", 10, 30, 36, ["late"]],
		["where nothing is scheduled", null, 30, 34, ["onTime"]],
		["long after the opening, where nothing is scheduled", null, 30, 36, ["late"]],
		["on the last second", 10, 0, 15, ["onTime", "late"]],
	])("tells who comes %s", (_, startsAt, openedAt, cameAt, moments) => {
		const at = cameAt * MINUTE;
		expect(momentsBetween(at, at, boundaries(startsAt, openedAt))).toEqual(moments);
	});

	it("leaves open between two moments whatever lies between", () => {
		expect(momentsBetween(5 * MINUTE, 16 * MINUTE, boundaries(10, 0))).toEqual(["early", "onTime", "late"]);
	});
});

describe("momentsUnseen", () => {
	it.each<[string, number | null, number, SaidMoment[]]>([
		["early at both ends", 3, 6, ["early"]],
		["on time at both ends", 12, 13, ["onTime"]],
		["late at both ends", 18, 40, ["late"]],
		["early, and late when it looked again", 3, 40, ["onTime"]],
		["on time, and late when it looked again", 12, 40, ["onTime"]],
		["early, and on time when it looked again", 8, 12, ["onTime"]],
		["nothing, for it has never watched, and late when it looked", null, 40, ["onTime"]],
		["nothing, for it has never watched, and early when it looked", null, 5, ["early", "onTime"]],
	])("says of who came unseen, when the bot last saw %s", (_, watchedUntil, looked, moments) => {
		const until = watchedUntil === null ? null : watchedUntil * MINUTE;
		const at = looked * MINUTE;
		const said = momentsUnseen({ watchedUntil: until, looked: [at, at] }, boundaries(10, 0));
		expect(said.toSorted()).toEqual(moments);
	});

	it("takes the bot to have noted down up to a minute before that it watches", () => {
		const at = 12 * MINUTE;
		const said = momentsUnseen({ watchedUntil: 10.5 * MINUTE, looked: [at, at] }, boundaries(10, 0));
		expect(said).toEqual(["onTime"]);
		const late = momentsUnseen({ watchedUntil: 15.5 * MINUTE, looked: [16 * MINUTE, 16 * MINUTE] }, boundaries(10, 0));
		expect(late.toSorted()).toEqual(["late", "onTime"]);
	});
});
