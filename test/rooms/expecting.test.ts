import { describe, expect, it } from "vitest";
import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import { datesToKnow, expectedAmong, type Interest, type Interests, takeInterest } from "../../src/rooms/expecting.ts";
import type { Sighting } from "../../src/rooms/sighting.ts";
import type { SeenEvent } from "../../src/rooms/snapshot.ts";
import { emptyServer } from "../../src/rooms/view.ts";
import { createWorld } from "../../src/rooms/world.ts";
import { MINUTE, NOON } from "./given.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** An event that is scheduled for noon; with `weekly`, each week. */
function scheduled(id: string, parts: Partial<SeenEvent> & { weekly?: boolean } = {}): Sighting {
	const { weekly = false, ...others } = parts;
	const event: SeenEvent = {
		...{ id, roomId: "room", name: id, creatorId: "henry", madeByBot: false },
		...{ activeSince: null, foundAt: null, shownAt: NOON - DAY, scheduledAt: NOON },
		occurrenceAt: weekly ? (others.scheduledAt ?? NOON) : null,
		exceptions: NO_EXCEPTIONS,
		...others,
	};
	return { kind: "event", serverId: "server", event };
}

const moved = (eventId: string, startsAt: number, occurrenceAt = NOON): Sighting => {
	return { kind: "date", serverId: null, eventId, occurrenceAt, exception: { startsAt, isCancelled: false } };
};
const cancelled = (eventId: string): Sighting => {
	const exception = { startsAt: null, isCancelled: true };
	return { kind: "date", serverId: null, eventId, occurrenceAt: NOON, exception };
};
const asPlanned = (eventId: string): Sighting => {
	return { kind: "date", serverId: null, eventId, occurrenceAt: NOON, exception: null };
};
const gone = (eventId: string): Sighting => ({ kind: "eventGone", serverId: "server", eventId, roomId: "room" });
const stage = (openedAt: number, eventId: string | null = null): Sighting => {
	return { kind: "stage", serverId: "server", stage: { id: "stage", roomId: "room", topic: "", eventId, openedAt } };
};

/** The dates at which it is to be known at a time who is expected, given what was seen before. */
function known(at: number, ...sightings: Sighting[]): string[] {
	const world = createWorld();
	world.take({ kind: "server", server: emptyServer("server") }, NOON - 2 * DAY);
	for (const sighting of sightings) world.take(sighting, NOON - DAY);
	const dates = datesToKnow(world.server("server") ?? emptyServer("server"), at);
	return dates.map(({ eventId, occurrenceAt }) => {
		return occurrenceAt === null ? eventId : `${eventId} of ${(occurrenceAt - NOON) / MINUTE} min`;
	});
}

describe("who is expected is to be known", () => {
	it.each<[what: string, at: number, seen: Sighting[], dates: string[]]>([
		["not a minute too soon", NOON - 15 * MINUTE - 1, [scheduled("talk")], []],
		["from fifteen minutes before", NOON - 15 * MINUTE, [scheduled("talk")], ["talk"]],
		["also by who hears of it only after the start", NOON + HOUR, [scheduled("talk")], ["talk"]],
		["while it is on", NOON + HOUR, [scheduled("talk", { activeSince: NOON })], ["talk"]],
		[
			"for one that starts early",
			NOON - 40 * MINUTE,
			[scheduled("talk", { activeSince: NOON - 40 * MINUTE })],
			["talk"],
		],
		[
			"for a stage opened by hand before it",
			NOON - 50 * MINUTE,
			[scheduled("talk"), stage(NOON - 50 * MINUTE)],
			["talk"],
		],
		["not for a stage opened long before it", NOON - 2 * HOUR, [scheduled("talk"), stage(NOON - 2 * HOUR)], []],
		[
			"of an event that was moved earlier, then",
			NOON - HOUR,
			[scheduled("talk"), scheduled("talk", { scheduledAt: NOON - 50 * MINUTE })],
			["talk"],
		],
		[
			"of an event that was moved later, not yet",
			NOON,
			[scheduled("talk"), scheduled("talk", { scheduledAt: NOON + HOUR })],
			[],
		],
		["of no event that was deleted", NOON, [scheduled("talk"), gone("talk")], []],
		["of none without a room of the server", NOON, [scheduled("talk", { roomId: null })], []],
		["of two events in one room, for each", NOON, [scheduled("talk"), scheduled("tea")], ["talk", "tea"]],
		["of one date of a series", NOON, [scheduled("weekly", { weekly: true })], ["weekly of 0 min"]],
		[
			"of a date that was moved earlier, then",
			NOON - HOUR,
			[scheduled("weekly", { weekly: true }), moved("weekly", NOON - 50 * MINUTE)],
			["weekly of 0 min"],
		],
		[
			"of a date that was moved later, not yet",
			NOON,
			[scheduled("weekly", { weekly: true }), moved("weekly", NOON + HOUR)],
			[],
		],
		[
			"of a date that was moved later, then",
			NOON + HOUR,
			[scheduled("weekly", { weekly: true }), moved("weekly", NOON + HOUR)],
			["weekly of 0 min"],
		],
		[
			"of a date that was moved over midnight, by its original start",
			NOON + 11.9 * HOUR,
			[scheduled("weekly", { weekly: true }), moved("weekly", NOON + 12 * HOUR)],
			["weekly of 0 min"],
		],
		["of no date that was cancelled", NOON, [scheduled("weekly", { weekly: true }), cancelled("weekly")], []],
		[
			"of a date that was cancelled and is held after all",
			NOON,
			[scheduled("weekly", { weekly: true }), cancelled("weekly"), asPlanned("weekly")],
			["weekly of 0 min"],
		],
		[
			"of the date that comes, whatever has become of another",
			NOON,
			[scheduled("weekly", { weekly: true }), moved("weekly", NOON + WEEK + DAY, NOON + WEEK)],
			["weekly of 0 min"],
		],
		[
			"of the next date, once this one is over",
			NOON + WEEK,
			[scheduled("weekly", { weekly: true }), scheduled("weekly", { weekly: true, scheduledAt: NOON + WEEK })],
			["weekly of 10080 min"],
		],
		[
			"of a date that is put off while it is on, as the date it was",
			NOON + HOUR,
			[
				scheduled("weekly", { weekly: true, activeSince: NOON }),
				scheduled("weekly", { weekly: true, activeSince: NOON, scheduledAt: NOON + HOUR }),
			],
			["weekly of 0 min"],
		],
	])("%s", (_, at, seen, dates) => {
		expect(known(at, ...seen)).toEqual(dates);
	});
});

describe("who is expected at a date of a series", () => {
	const date = { serverId: "server", eventId: "weekly", occurrenceAt: NOON };
	const says = (userId: string, isInterested: boolean | null, occurrenceAt: number | null = null): Interest => {
		return { eventId: "weekly", occurrenceAt, userId, isInterested };
	};

	it.each<[what: string, said: Interest[], expected: string[]]>([
		["who is interested in all of them", [says("maya", true)], ["maya"]],
		["who is interested in this one alone", [says("maya", true, NOON)], ["maya"]],
		["nobody who is interested in another one alone", [says("maya", true, NOON + WEEK)], []],
		["nobody who will not come to this one", [says("maya", true), says("maya", false, NOON)], []],
		["who will not come to another one", [says("maya", true), says("maya", false, NOON + WEEK)], ["maya"]],
		["nobody who is interested no more", [says("maya", true), says("maya", null)], []],
		[
			"who is interested no more, but in this one",
			[says("maya", true, NOON), says("maya", true), says("maya", null)],
			["maya"],
		],
		["who will come after all", [says("maya", true), says("maya", false, NOON), says("maya", null, NOON)], ["maya"]],
		["nobody who speaks of another event", [{ ...says("maya", true), eventId: "tea" }], []],
	])("is %s", (_, said, expected) => {
		const interests: Interests = { inEvent: new Set(), inDate: new Map() };
		for (const interest of said) takeInterest(interests, date, interest);
		expect([...expectedAmong(interests)]).toEqual(expected);
	});
});
