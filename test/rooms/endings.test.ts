import { describe, expect, it } from "vitest";
import type { RoomEvent } from "../../src/rooms/happening.ts";
import { decide, type Room } from "../../src/rooms/room.ts";
import type { Session } from "../../src/rooms/session.ts";
import {
	awaiting,
	called,
	endedByHost,
	enters,
	idle,
	leaves,
	MINUTE,
	NOON,
	on,
	pottery,
	present,
	session,
	settling,
	shown,
	townHall,
	wholly,
} from "./given.ts";
import { audit, end, gone, LATER, moves, type Parts, steps, turn, WEEK } from "./told.ts";

describe("when a session ends", () => {
	const empty = (since: number, parts = {}) => on({ emptySince: since, ...parts });
	const TEN = 10 * MINUTE;
	it.each<[when: string, given: Room, event: RoomEvent, then: string[]]>([
		["its stage is over", on(), turn(null), ["close, thank maya sunil, then nothing"]],
		[
			"its stage is over just after it opened",
			settling(["maya"], { session: session({ openedAt: LATER - 1_999 }) }),
			turn(null),
			["close, thank maya sunil, then nothing"],
		],
		[
			"its stage is over just after it opened, and somebody has come since who waits to be greeted",
			settling(["maya"], { session: session({ openedAt: NOON - 1_000 }) }),
			turn(null, { at: NOON }),
			["compare maya sunil, later maya", "close, thank maya sunil, then nothing"],
		],
		[
			"its host ends it just after it opened, and somebody has come since who waits to be greeted",
			settling(["maya"], { session: session({ openedAt: NOON - 1_000 }) }),
			{ ...end, at: NOON, ...shown("maya", "sunil") },
			["compare maya sunil, later maya", "close, thank maya sunil, by host, then Town hall", "yes"],
		],
		[
			"its host ends it before it was seen to who came first",
			settling(["maya"], { session: session({ openedAt: LATER - 2_000 }) }),
			end,
			["compare maya, settle", "close, thank maya, by host, then Town hall", "yes"],
		],
		[
			"its stage is over before it was seen to who came first, long after that had opened",
			settling(["maya"], { session: session({ openedAt: LATER - 2_000 }) }),
			turn(null),
			["compare maya sunil, settle", "close, thank maya sunil, then nothing"],
		],
		[
			"its stage was over while Byname was away",
			on(),
			turn(null, { away: true }),
			["close, thank nobody, unseen, then nothing"],
		],
		[
			"another stage has taken its place",
			on(),
			turn(pottery),
			["close, thank maya sunil, then Pottery", "open Pottery"],
		],
		["its host ends it", on(), end, ["close, thank maya, by host, then Town hall", "yes"]],
		["a host ends what is not on", idle, end, ["no"]],
		["a host ends what was ended", endedByHost, end, ["no"]],
		["a host ends what nobody came to", awaiting, end, ["no"]],
		["it goes on without its stage, for its host called for it", on({ session: called() }), turn(null), ["note"]],
		["empty for ten minutes", empty(LATER - TEN), audit(), ["close, thank nobody, then Town hall"]],
		[
			"empty for ten minutes but for a bot",
			empty(LATER - TEN),
			audit("jukebox"),
			["close, thank nobody, then Town hall"],
		],
		["empty for less", empty(LATER - TEN + 1), audit(), ["compare "]],
		["empty for ten minutes, and somebody is there again", empty(LATER - TEN), audit("maya"), ["note", "compare maya"]],
		[
			"empty for ten minutes, but it starts later",
			empty(LATER - TEN, { session: called({ startsAt: LATER - 1 }) }),
			audit(),
			["compare "],
		],
		[
			"empty for ten minutes, but it has opened again since",
			empty(LATER - TEN, { session: session({ reopenedAt: LATER - 1 }) }),
			audit(),
			["compare "],
		],
		["found empty just now", on(), audit(), ["note", "compare "]],
		[
			"empty for all that is shown, which is not all",
			empty(LATER - MINUTE),
			{ kind: "audit", at: LATER, ...shown(), partial: true },
			["note", "compare , of a part"],
		],
		[
			"nothing is shown that is on, but its stage may be",
			on(),
			turn(null, { evidence: { ...wholly, lacksStages: true } }),
			["note"],
		],
		[
			"nothing is shown to a process that was away, but its stage may be on",
			on(),
			turn(null, { away: true, evidence: { ...wholly, lacksStages: true } }),
			["note", "compare maya sunil"],
		],
		[
			"its event may be on, but is known to be over, and so is its stage",
			on({ session: session({ eventId: "event" }) }),
			turn(null, {
				evidence: { ...wholly, lacksEvents: true, eventsOver: new Map([["event", Number.POSITIVE_INFINITY]]) },
			}),
			["close, thank maya sunil, then nothing"],
		],
		[
			"its stage is over, but its event may be on",
			on({ session: session({ eventId: "event" }) }),
			turn(null, {
				evidence: { ...wholly, lacksEvents: true, eventsOver: new Map([["another", Number.POSITIVE_INFINITY]]) },
			}),
			["note"],
		],
		[
			"its stage is over, and any event may be on, but it had none",
			on(),
			turn(null, { evidence: { ...wholly, lacksEvents: true } }),
			["close, thank maya sunil, then nothing"],
		],
		[
			"another stage is on, though any event may be",
			on(),
			turn(pottery, { evidence: { ...wholly, lacksEvents: true } }),
			["close, thank maya sunil, then Pottery", "open Pottery"],
		],
		[
			"nobody has come to what may be on although it is not shown",
			awaiting,
			turn(null, { evidence: { ...wholly, lacksStages: true } }),
			[],
		],
		["its room is gone", on(), gone(), ["close, thank nobody, then nothing", "fall silent"]],
		[
			"its room is found to be gone",
			settling(["maya"]),
			gone(true),
			["close, thank nobody, unseen, then nothing", "fall silent"],
		],
		[
			"the room is gone that only its host kept open",
			on({ session: called() }),
			gone(),
			["close, thank nobody, then nothing", "fall silent"],
		],
		["nothing is on in a room that is gone", endedByHost, gone(), ["note", "fall silent"]],
	])("%s", (_when, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});

	it("is told apart from a session that goes on: its event turns up beside its stage, and what it is called changes", () => {
		const withEvent = { ...townHall, eventId: "event", occurrenceAt: LATER, scheduledAt: LATER, creatorId: "olga" };
		const [note] = decide(on(), turn({ ...withEvent, title: "All hands" }));
		expect(note).toMatchObject({
			do: "note",
			change: {
				stageId: "stage",
				eventId: "event",
				occurrenceAt: LATER,
				startsAt: LATER,
				title: "All hands",
				hostId: "olga",
			},
			reason: { title: "All hands" },
		});
	});

	const ofEvent = { eventId: "event", occurrenceAt: NOON, creatorId: "olga" };

	it.each<
		[when: string, reason: Parts<"turn">["reason"] & object, given: Partial<Session>, startsAt: number | undefined]
	>([
		[
			"its event is put off while it is on",
			{ ...townHall, ...ofEvent, scheduledAt: LATER + MINUTE },
			ofEvent,
			LATER + MINUTE,
		],
		[
			"its event is put off to before it opened",
			{ ...townHall, ...ofEvent, scheduledAt: NOON - MINUTE },
			ofEvent,
			undefined,
		],
		[
			"its event is shown as it was, though it began late",
			{ ...townHall, ...ofEvent, scheduledAt: NOON - 20 * MINUTE },
			ofEvent,
			undefined,
		],
		[
			"its event is shown as it was, though it was found running later",
			{ ...townHall, ...ofEvent, scheduledAt: NOON - 20 * MINUTE },
			{ ...ofEvent, openedAt: NOON - 20 * MINUTE, foundAt: NOON },
			undefined,
		],
		[
			"its event shows next week's date already",
			{ ...townHall, ...ofEvent, occurrenceAt: NOON + WEEK, scheduledAt: NOON + WEEK },
			ofEvent,
			undefined,
		],
		["the event that it opened before is called off", townHall, { ...ofEvent, startsAt: LATER + MINUTE }, NOON],
		["its event is over", townHall, ofEvent, undefined],
		[
			"its host has said, whatever its event does",
			{ ...townHall, ...ofEvent, scheduledAt: LATER + MINUTE },
			{ ...ofEvent, isStartSaid: true },
			undefined,
		],
		[
			"another event comes next in the room",
			{ ...townHall, eventId: "next", occurrenceAt: NOON, scheduledAt: NOON - MINUTE, isAhead: true },
			ofEvent,
			undefined,
		],
		["nothing was ever scheduled", townHall, { startsAt: LATER + MINUTE }, undefined],
	])("starts when it should, as %s", (_when, reason, given, startsAt) => {
		const [note] = decide(on({ session: session(given) }), turn(reason));
		expect(note?.do === "note" && note.change.startsAt).toBe(startsAt);
	});

	it.each<[when: string, evidence: Partial<Parts<"turn">["evidence"] & object>, startsAt: number | undefined]>([
		[
			"is put off until long after the stage was opened for it",
			{ starts: new Map([["event", { at: LATER + 90 * MINUTE, occurrenceAt: NOON }]]) },
			LATER + 90 * MINUTE,
		],
		[
			"shows next week's date already, though it has not begun",
			{ starts: new Map([["event", { at: NOON + WEEK, occurrenceAt: NOON + WEEK }]]) },
			NOON,
		],
		["may be there although it is not shown", { lacksEvents: true }, undefined],
		[
			"is known to be over, where others may be there",
			{ lacksEvents: true, eventsOver: new Map([["event", Number.POSITIVE_INFINITY]]) },
			NOON,
		],
		["is not there", {}, NOON],
	])("starts when it should, as the event that it opened before %s", (_when, evidence, startsAt) => {
		const given = on({ session: session({ ...ofEvent, startsAt: LATER + MINUTE }) });
		const [note] = decide(given, turn(townHall, { evidence: { ...wholly, ...evidence } }));
		expect(note?.do === "note" && note.change.startsAt).toBe(startsAt);
	});

	it("is kept open by what may still be on although it is not shown", () => {
		const [note] = decide(on(), turn(null, { evidence: { ...wholly, lacksStages: true } }));
		expect(note).toMatchObject({ do: "note", reason: townHall });
	});

	it("is nobody's any more whose host turns out to be a bot", () => {
		const byBot = { ...townHall, ...ofEvent, creatorId: null, botId: "scheduler" };
		const host = (hostId: string | null) => {
			const [note] = decide(on({ session: session({ hostId }) }), turn(byBot));
			return note?.do === "note" && note.change.hostId;
		};
		expect(host("scheduler")).toBeNull();
		expect(host("henry")).toBe("henry");
	});

	it("is known by its stage and its event, whichever turns up first", () => {
		const event = { eventId: "event", occurrenceAt: NOON };
		const both = { ...townHall, ...event };
		const byEvent = on({ session: session({ stageId: null, ...event }) });
		expect(decide(byEvent, turn(both))[0]).toMatchObject({ change: { stageId: "stage" } });
		const byBoth = on({ session: session(event) });
		expect(decide(byBoth, turn({ ...both, stageId: null }))[0]).toMatchObject({ change: { stageId: "stage" } });
	});

	it("keeps its occurrence, its title and its host when what keeps it open says nothing of them", () => {
		const given = on({ session: session({ eventId: "event", occurrenceAt: NOON, hostId: "henry" }) });
		const weekly = { ...townHall, eventId: "event", occurrenceAt: NOON + MINUTE, title: null, creatorId: "olga" };
		const [note] = decide(given, turn(weekly));
		expect(note).toMatchObject({ change: { title: "Town hall", hostId: "henry" } });
		expect(note).not.toHaveProperty("change.occurrenceAt");
	});

	it.each<[when: string, given: Room, event: RoomEvent, emptySince: number | null]>([
		["since the last one left", on(), moves(leaves("maya", LATER - MINUTE, { leavesEmpty: true })), LATER - MINUTE],
		["no longer, once somebody comes", empty(NOON), moves(enters("maya", LATER)), null],
		[
			"since the host left, who counts as well",
			on({ session: called() }),
			moves(leaves("henry", LATER, { leavesEmpty: true })),
			LATER,
		],
		[
			"from now at the latest, whatever a clock that was fast has said",
			on({ emptySince: LATER + MINUTE }),
			audit(),
			LATER,
		],
		["since that was found out", on(), audit(), LATER],
		["since that was found out while Byname was away", on(), turn(townHall, { present: present(), away: true }), LATER],
	])("its room counts as empty %s", (_when, given, event, emptySince) => {
		expect(decide(given, event).find((step) => step.do === "note")).toMatchObject({ emptySince });
	});
});
