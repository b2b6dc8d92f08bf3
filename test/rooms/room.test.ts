import { describe, expect, it } from "vitest";
import type { RoomEvent } from "../../src/rooms/happening.ts";
import { decide, type Room } from "../../src/rooms/room.ts";
import {
	awaiting,
	called,
	endedByHost,
	enters,
	idle,
	jukebox,
	leaves,
	MINUTE,
	NOON,
	on,
	person,
	pottery,
	presence,
	present,
	session,
	settling,
	shown,
	townHall,
} from "./given.ts";
import { audit, LATER, moves, type Parts, settle, start, steps, turn } from "./told.ts";

/** It has opened just now on a stage, and it is still to be found out whose session it is. */
const JUST_OPENED = LATER - 1_000;
const opened = { session: session({ openedAt: JUST_OPENED }) };
const leavesAfter = (id: string, enteredAt: number) => leaves(id, LATER, { left: presence(id, enteredAt) });

describe("when a session opens", () => {
	const ahead = { ...townHall, eventId: "tea", scheduledAt: LATER, isAhead: true };
	const begun = { ...ahead, isAhead: false };
	const endedAhead: Room = { is: "ended by host", reason: ahead };

	it.each<[when: string, given: Room, event: RoomEvent, then: string[]]>([
		["nothing was on, and a stage goes live", idle, turn(townHall), ["open Town hall"]],
		["nobody is there yet", idle, turn(townHall, { present: present() }), ["open Town hall, nobody there"]],
		["only a bot is there", idle, turn(townHall, { present: present("jukebox") }), ["open Town hall, nobody there"]],
		["something else is on than what nobody came to", awaiting, turn(pottery), ["open Pottery"]],
		["another stage goes live than the one whose session was ended", endedByHost, turn(pottery), ["open Pottery"]],
		["the ended one is shown again", endedByHost, turn(townHall), ["note"]],
		["nothing is on any more that nobody came to", awaiting, turn(null), ["note"]],
		["nothing is on any more whose session was ended", endedByHost, turn(null), ["note"]],
		["nothing was on, and nothing is", idle, turn(null), []],
		["somebody comes whom it awaits", awaiting, moves(enters("maya", LATER)), ["open Town hall"]],
		["only a bot comes", awaiting, moves(jukebox(LATER)), []],
		["somebody leaves whom nobody saw coming", awaiting, moves(leaves("maya", LATER)), []],
		["it is seen that somebody is there after all", awaiting, audit("maya"), ["open Town hall"]],
		["it is seen that nobody is there", awaiting, audit("jukebox"), []],
		["it was ended by its host, and people are there", endedByHost, audit("maya"), []],
		["nothing is on, and people are there", idle, audit("maya"), []],
		["a host calls for it", idle, start(), ["open Tea, called for", "yes"]],
		["a host calls for what nobody came to", awaiting, start(), ["open Town hall, called for", "yes"]],
		["what was ended goes on", endedByHost, turn(townHall), ["note"]],
		["the event begins whose rehearsal was ended", endedAhead, turn(begun), ["open Town hall"]],
		["the event is still to begin whose rehearsal was ended", endedAhead, turn(ahead), ["note"]],
		["the event is called off whose rehearsal was ended", endedAhead, turn(townHall), ["note"]],
		["a host calls for what was ended", endedByHost, start(), ["open Town hall, called for", "yes"]],
		[
			"a host calls in an empty room",
			idle,
			start({ present: present() }),
			["open Tea, called for, nobody there", "yes"],
		],
		["a host calls, and one is on", on(), start(), ["no"]],
		["a host calls, and one has just opened", settling(["maya"]), start(), ["no"]],
	])("%s", (_when, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});

	it("is held for what is on in the room, by whoever called for it, from when they say", () => {
		const soon = LATER + MINUTE;
		const [open] = decide(
			awaiting,
			start({ called: { hostId: "henry", title: null, startsAt: soon, language: null } }),
		);
		const reason = { ...townHall, creatorId: "henry", openedAt: LATER };
		expect(open).toMatchObject({ do: "open", reason, startsAt: soon, keptBy: townHall });
	});

	it.each<[when: string, reason: Parts<"turn">["reason"] & object, startsAt: number]>([
		["as scheduled, when its stage is opened early", { ...townHall, scheduledAt: NOON + MINUTE }, NOON + MINUTE],
		["as it opens, when its event begins late", { ...townHall, scheduledAt: NOON - 20 * MINUTE }, NOON],
		["as it opens, when nothing is scheduled", townHall, NOON],
		[
			"as it is found, when nobody saw its event begin",
			{ ...townHall, scheduledAt: NOON - 20 * MINUTE, openedAt: NOON - 20 * MINUTE, foundAt: NOON },
			NOON,
		],
	])("starts %s", (_when, reason, startsAt) => {
		expect(decide(idle, turn(reason))[0]).toMatchObject({ do: "open", startsAt });
		expect(decide({ is: "awaiting", reason }, moves(enters("maya", LATER)))[0]).toMatchObject({ do: "open", startsAt });
	});

	it("starts when its host says, though that be a while ago", () => {
		const said = NOON - 10 * MINUTE;
		const [open] = decide(idle, start({ called: { hostId: "henry", title: null, startsAt: said, language: null } }));
		expect(open).toMatchObject({ do: "open", startsAt: said, reason: { openedAt: LATER } });
	});

	it("is kept open by nothing but its host when nothing is on; it starts now unless they say", () => {
		const [open] = decide(idle, start());
		const nothing = { stageId: null, eventId: null, occurrenceAt: null, isAhead: false };
		expect(open).toMatchObject({ keptBy: null, startsAt: LATER, reason: { ...nothing, creatorId: "henry" } });
	});

	it.each<[when: string, given: Room, event: RoomEvent, away: boolean]>([
		["as it begins", idle, turn(townHall), false],
		["that began while Byname was away", idle, turn(townHall, { away: true }), true],
		["that somebody comes to", awaiting, moves(enters("maya", LATER)), false],
		["whose room was left alone until now", awaiting, audit("maya"), true],
		["that a host calls for", idle, start(), false],
	])("%s is known to have begun now, or not", (_when, given, event, away) => {
		expect(decide(given, event)[0]).toMatchObject({ do: "open", away });
	});

	it.each<[when: string, given: Room, event: RoomEvent, isStartSaid: boolean]>([
		["as it begins", idle, turn(townHall), false],
		["as somebody comes", awaiting, moves(enters("maya", LATER)), false],
		["when a host calls, and does not say", idle, start(), false],
		[
			"when a host calls, and says",
			idle,
			start({ called: { hostId: "henry", title: null, startsAt: LATER, language: null } }),
			true,
		],
	])(
		"keeps the start its host has said whatever its event does, and no other: %s",
		(_when, given, event, isStartSaid) => {
			expect(decide(given, event)[0]).toMatchObject({ do: "open", isStartSaid });
		},
	);

	it("opened when the first came, and has those who came with them wait until it is known who leads it", () => {
		const [opening, ...others] = decide(
			awaiting,
			moves(jukebox(NOON), enters("maya", NOON + 1, { onStage: true }), enters("sunil", NOON + 2)),
		);
		expect(others).toEqual([]);
		expect(opening).toMatchObject({ do: "open", at: NOON + 1, visited: true, keptBy: townHall });
		if (opening?.do !== "open") throw new Error("not opened");
		expect([...opening.present.values()]).toEqual([
			{ person: person("maya"), enteredAt: NOON + 1, onStage: true, witnessed: true, unnamed: false },
			{ person: person("sunil"), enteredAt: NOON + 2, onStage: false, witnessed: true, unnamed: false },
		]);
	});

	it.each<[who: string, next: Extract<RoomEvent, { kind: "moves" }>["next"], then: string[]]>([
		["who passed by", undefined, ["open Town hall", "admit +tom -tom", "follow +tom -tom"]],
		["who passed by, while it goes on", townHall, ["open Town hall", "admit +tom -tom", "follow +tom -tom"]],
		["everybody, since it ended", null, ["open Town hall", "admit +tom +maya -tom", "follow +tom +maya -tom"]],
		["nobody, since they came for another", pottery, []],
	])("greets at once %s", (_who, next, then) => {
		const passing = [enters("tom", NOON), enters("maya", NOON), leaves("tom", NOON)];
		expect(steps(awaiting, { kind: "moves", at: LATER, moves: passing, next })).toEqual(then);
	});
});

describe("who is named for the panel, or to host", () => {
	const adds: RoomEvent = { kind: "panel", at: LATER, change: { adds: "ana", greets: false } };
	const removes: RoomEvent = { kind: "panel", at: LATER, change: { removes: "ana" } };
	const handsOver: RoomEvent = { kind: "hand over", at: LATER, hostId: "ana" };

	it.each<[when: string, given: Room, event: RoomEvent, then: string[]]>([
		["is on it while a session is on", on(), adds, ["put ana on the panel", "yes"]],
		["is on it before it is known who leads", settling(["ana"]), adds, ["put ana on the panel", "yes"]],
		["is not on it any more", on(), removes, ["take ana off it", "yes"]],
		["hosts the session from then on", on(), handsOver, ["hand over to ana", "yes"]],
		["hosts it before it is known who leads", settling(["ana"]), handsOver, ["hand over to ana", "yes"]],
		["is told that none is on", idle, adds, ["no"]],
		["is told that nobody has come to it", awaiting, handsOver, ["no"]],
		["is told that it was ended", endedByHost, removes, ["no"]],
	])("%s", (_when, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});
});

describe("who becomes a speaker", () => {
	const soon = NOON + 4 * MINUTE;
	const speaks = (userId: string, at = soon): RoomEvent => ({ kind: "speaks", at, userId });

	it.each<[when: string, given: Room, event: RoomEvent, then: string[]]>([
		["is asked about in the first five minutes", on(), speaks("ana"), ["ask about ana"]],
		["is not asked about later", on(), speaks("ana", NOON + 5 * MINUTE), []],
		[
			"is asked about before the start",
			on({ session: session({ startsAt: LATER }) }),
			speaks("ana"),
			["ask about ana"],
		],
		["is not asked about who hosts", on({ session: session({ hostId: "ana" }) }), speaks("ana"), []],
		["is seen to later who was there at the opening", settling(["ana"]), speaks("ana"), []],
		["is asked about who came after that", settling(["maya"]), speaks("ana"), ["ask about ana"]],
		["is seen to later while nobody knows whose it is", settling(["maya"], opened), speaks("ana", LATER), []],
		["is nobody's concern where no session is on", awaiting, speaks("ana"), []],
	])("%s", (_when, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});
});

describe("who is greeted", () => {
	it.each<[who: string, given: Room, event: RoomEvent, then: string[]]>([
		["who comes", on(), moves(enters("maya", LATER)), ["admit +maya", "follow +maya"]],
		[
			"who comes before it is known who leads",
			settling(["anna"]),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
		],
		["not yet who comes while nobody knows whose it is", settling(["anna"], opened), moves(enters("maya", LATER)), []],
		[
			"who comes once somebody has said whose it is",
			settling(["anna"], { session: session({ openedAt: JUST_OPENED, hostId: "olga" }) }),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
		],
		[
			"who comes where nobody was there who could be the host",
			settling([], opened),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
		],
		[
			"who comes where nobody speaks, as in a voice room",
			settling(["anna"], { session: session({ openedAt: JUST_OPENED, stageId: null }) }),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
		],
		[
			"who comes when it should have settled by now, but a store in trouble keeps it from that",
			settling(["anna"], { session: session({ openedAt: LATER - 2_000 }) }),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
		],
		[
			"who has come and left by then",
			settling(["anna"], opened),
			moves(enters("maya", LATER - 1), leavesAfter("maya", LATER - 1)),
			["admit +maya -maya", "follow +maya -maya"],
		],
		[
			"who leaves before it is known whose it is",
			settling(["anna"], opened),
			moves(leavesAfter("maya", JUST_OPENED + 500)),
			["admit +maya -maya", "follow +maya -maya"],
		],
		[
			"not who leaves that was there at the opening",
			settling(["anna"], opened),
			moves(leavesAfter("anna", JUST_OPENED - MINUTE)),
			["follow -anna"],
		],
		["who was there at the opening once it has settled", settling(["anna"]), moves(enters("anna", LATER)), []],
		[
			"not who was there at the opening and has left",
			settling(["anna"]),
			moves(leaves("anna", LATER)),
			["follow -anna"],
		],
		["nobody who leaves", on(), moves(leaves("maya", LATER)), ["follow -maya"]],
		["no bot", on(), moves(enters("jukebox", LATER, { person: person("jukebox", true) })), []],
		["not the host", on({ session: called() }), moves(enters("henry", LATER)), []],
		["who comes after hours", idle, moves(enters("maya", LATER)), ["welcome after hours +maya"]],
		["who comes after the host ended it", endedByHost, moves(enters("maya", LATER)), ["welcome after hours +maya"]],
		[
			"nobody after hours who left again",
			idle,
			moves(enters("maya", LATER), leaves("maya", LATER)),
			["let go after hours -maya"],
		],
		[
			"nobody after the host ended it who leaves",
			endedByHost,
			moves(leaves("maya", LATER)),
			["let go after hours -maya"],
		],
		[
			"one after hours while another leaves",
			idle,
			moves(enters("maya", LATER), leaves("tom", LATER)),
			["let go after hours -tom", "welcome after hours +maya"],
		],
		[
			"who came after hours again",
			idle,
			moves(enters("maya", 1), leaves("maya", 2), enters("maya", 3)),
			["welcome after hours +maya"],
		],
		["no bot after hours", idle, moves(jukebox(LATER)), []],
		[
			"nobody after hours who comes just before it opens: they are there at the opening",
			idle,
			{ kind: "moves", at: LATER, moves: [enters("maya", LATER)], next: townHall },
			[],
		],
		[
			"who comes after hours just before it is seen that nothing is on",
			idle,
			{ kind: "moves", at: LATER, moves: [enters("maya", LATER)], next: null },
			["welcome after hours +maya"],
		],
		[
			"who comes just before another opens, where the host has ended one",
			endedByHost,
			{ kind: "moves", at: LATER, moves: [enters("maya", LATER)], next: pottery },
			["welcome after hours +maya"],
		],
		["whom nobody saw", on(), audit("maya"), ["compare maya"]],
		[
			"whom nobody saw, but for those who may lead it",
			settling(["maya"], { session: session({ hostId: "olga" }) }),
			audit("maya", "sunil"),
			["compare maya sunil, later maya"],
		],
		[
			"nobody whom nobody saw, while nobody knows whose it is",
			settling(["maya"], opened),
			{ kind: "audit", at: LATER, partial: false, present: new Map([["sunil", presence("sunil", LATER)]]) },
			["compare sunil, later sunil"],
		],
		[
			"whom nobody saw while Byname was away",
			on(),
			turn(townHall, { away: true }),
			["note stageId stage title Town hall hostId null", "compare maya sunil"],
		],
	])("%s", (_who, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});

	it("has come within the session: not before it opened, and not later than now", () => {
		const [admit] = decide(on(), moves(enters("maya", NOON - MINUTE), enters("sunil", LATER + MINUTE)));
		expect(admit).toMatchObject({ do: "admit", moves: [{ at: NOON }, { at: LATER }] });
	});

	it("may come the very moment it opens", () => {
		expect(steps(on({ session: session({ openedAt: LATER }) }), moves(enters("maya", LATER)))).toEqual([
			"admit +maya",
			"follow +maya",
		]);
	});

	it("finds a session that opened by now, when it was opened by a clock that was fast", () => {
		const note = (startsAt: number) => `note openedAt ${LATER} reopenedAt ${LATER} foundAt null startsAt ${startsAt}`;
		const fast = { openedAt: LATER + MINUTE, startsAt: LATER + MINUTE };
		const arrival = moves(enters("maya", LATER));
		expect(steps(on({ session: session(fast) }), arrival)[0]).toBe(note(LATER));
		const planned = session({ ...fast, startsAt: LATER + 2 * MINUTE });
		expect(steps(on({ session: planned }), arrival)[0]).toBe(note(LATER + 2 * MINUTE));
		expect(steps(on({ session: session(fast) }), audit("maya"))[0]).toBe(note(LATER));
		const event = { stageId: null, eventId: "event" };
		const scheduled = { ...townHall, ...event, scheduledAt: LATER + MINUTE / 2 };
		expect(steps(on({ session: session({ ...fast, ...event }), reason: scheduled }), arrival)[0]).toBe(
			note(LATER + MINUTE / 2),
		);
	});
});

describe("who leads it, once it has settled", () => {
	it.each<[who: string, given: Room, event: RoomEvent, then: string[]]>([
		[
			"the first of those on stage at the opening hosts it, the others are its panel",
			settling(["maya", "anna", "henry"]),
			settle("henry*", "anna*", "maya"),
			["note hostId henry", "compare henry anna maya, settle, panel henry anna"],
		],
		[
			"who hosts it already goes on doing so",
			settling(["anna"], { session: session({ hostId: "olga" }) }),
			settle("anna*", "maya"),
			["compare anna maya, settle, panel anna"],
		],
		["nobody, when nobody speaks", settling(["maya"]), settle("maya"), ["compare maya, settle"]],
		["not who stepped on stage later", settling(["maya"]), settle("maya", "tom*"), ["compare maya tom, settle"]],
		["that is known already", on(), settle("anna*"), ["compare anna"]],
	])("%s", (_who, given, event, then) => {
		expect(steps(given, event)).toEqual(then);
	});

	it("is never a bot that speaks", () => {
		expect(steps(settling(["jukebox"]), settle("jukebox*", "maya"))).toEqual(["compare jukebox maya, settle"]);
	});
});

describe("what is noted for two reasons at once", () => {
	it("is since when the room is empty, also when the session opened by a clock that was fast", () => {
		const given = on({ session: session({ openedAt: LATER + MINUTE, startsAt: LATER + MINUTE }) });
		const notes = decide(given, audit()).filter((step) => step.do === "note");
		expect(notes.map((step) => step.do === "note" && step.emptySince)).toEqual([LATER, LATER]);
	});

	it("is since when the room is empty, also when it is found out who hosts", () => {
		const given = settling(["henry"], { emptySince: NOON });
		const event: RoomEvent = { kind: "settle", at: LATER - 25 * MINUTE, ...shown("henry*") };
		const notes = decide(given, event).filter((step) => step.do === "note");
		expect(notes).toMatchObject([{ emptySince: null }, { change: { hostId: "henry" }, emptySince: null }]);
	});
});

describe("somebody who asks to be forgotten", () => {
	it.each<[where: string, given: Room, then: string[]]>([
		["while a session is on", on(), ["forget maya", "yes"]],
		["while it is not settled yet who leads it", settling(["maya"]), ["forget maya", "yes"]],
		["where nobody has come yet", awaiting, ["no"]],
		["where none is on", idle, ["no"]],
		["where its host has ended it", endedByHost, ["no"]],
	])("%s", (_where, given, then) => {
		expect(steps(given, { kind: "forget", at: LATER, userId: "maya" })).toEqual(then);
	});
});
