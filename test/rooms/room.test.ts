import { describe, expect, it } from "vitest";
import type { Move, RoomEvent } from "../../src/rooms/happening.ts";
import { decide, evolve, type Room } from "../../src/rooms/room.ts";
import type { Session } from "../../src/rooms/session.ts";
import type { Done, Step } from "../../src/rooms/step.ts";
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
	present,
	session,
	settling,
	shown,
	townHall,
	wholly,
} from "./given.ts";

/** What is to be done, in a few words. */
const TOLD: { [D in Step["do"]]: (step: Extract<Step, { do: D }>) => string } = {
	open: ({ reason, called, visited }) =>
		`open ${reason.title}${called ? ", called for" : ""}${visited ? "" : ", nobody there"}`,
	close: ({ present, byHost, away, next }) =>
		`close, thank ${idsOf(present) || "nobody"}${byHost ? ", by host" : ""}${away ? ", unseen" : ""}, then ${next?.title ?? "nothing"}`,
	note: ({ change }) => ["note", ...Object.entries(change).map(([key, value]) => `${key} ${value}`)].join(" "),
	admit: ({ moves }) => `admit ${movesOf(moves)}`,
	follow: ({ moves }) => `follow ${movesOf(moves)}`,
	"let go after hours": ({ moves }) => `let go after hours ${movesOf(moves)}`,
	"fall silent": () => "fall silent",
	"welcome after hours": ({ moves }) => `welcome after hours ${movesOf(moves)}`,
	compare: ({ present, partial, settles, later, panel }) =>
		[
			"compare ",
			idsOf(present),
			partial && ", of a part",
			settles && ", settle",
			some(", later ", later),
			some(", panel ", panel),
		]
			.filter(Boolean)
			.join(""),
	answer: ({ yes }) => (yes ? "yes" : "no"),
};

const idsOf = (present: ReadonlyMap<string, unknown>) => [...present.keys()].join(" ");
const movesOf = (moves: readonly Move[]) =>
	moves.map(({ enters, person }) => `${enters ? "+" : "-"}${person.id}`).join(" ");
const some = (what: string, ids: ReadonlySet<string>) => ids.size > 0 && what + [...ids].join(" ");
const told = (step: Step) => (TOLD[step.do] as (step: Step) => string)(step);

const steps = (room: Room, event: RoomEvent) => decide(room, event).map(told);

type Parts<K extends RoomEvent["kind"]> = Partial<Extract<RoomEvent, { kind: K }>>;
const WEEK = 7 * 24 * 60 * MINUTE;
const LATER = NOON + 30 * MINUTE;
const moves = (...of: Extract<RoomEvent, { kind: "moves" }>["moves"]): RoomEvent => {
	return { kind: "moves", at: LATER, moves: of, next: undefined };
};
const turn = (reason: (Parts<"turn">["reason"] & object) | null, parts: Parts<"turn"> = {}): RoomEvent => {
	return { kind: "turn", at: LATER, reason, evidence: wholly, ...shown("maya", "sunil"), away: false, ...parts };
};
const start = (parts: Parts<"start"> = {}): RoomEvent => {
	const called = { hostId: "henry", title: "Tea", startsAt: null };
	return { kind: "start", at: LATER, called, ...shown("maya"), ...parts };
};
const end: RoomEvent = { kind: "end", at: LATER, recap: "the slides", ...shown("maya") };
const audit = (...names: string[]): RoomEvent => ({ kind: "audit", at: LATER, ...shown(...names) });
const gone = (away = false): RoomEvent => ({ kind: "gone", at: LATER, away });
const settle = (...names: string[]): RoomEvent => ({ kind: "settle", at: LATER, ...shown(...names) });

describe("when a session opens", () => {
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
		const [open] = decide(awaiting, start({ called: { hostId: "henry", title: null, startsAt: soon } }));
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
		const [open] = decide(idle, start({ called: { hostId: "henry", title: null, startsAt: said } }));
		expect(open).toMatchObject({ do: "open", startsAt: said, reason: { openedAt: LATER } });
	});

	it("is kept open by nothing but its host when nothing is on; it starts now unless they say", () => {
		const [open] = decide(idle, start());
		const nothing = { stageId: null, eventId: null, occurrenceAt: null };
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

describe("who is greeted", () => {
	it.each<[who: string, given: Room, event: RoomEvent, then: string[]]>([
		["who comes", on(), moves(enters("maya", LATER)), ["admit +maya", "follow +maya"]],
		[
			"who comes before it is known who leads",
			settling(["anna"]),
			moves(enters("maya", LATER)),
			["admit +maya", "follow +maya"],
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
			settling(["maya"]),
			audit("maya", "sunil"),
			["compare maya sunil, later maya"],
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

describe("when a session ends", () => {
	const empty = (since: number, parts = {}) => on({ emptySince: since, ...parts });
	const TEN = 10 * MINUTE;
	it.each<[when: string, given: Room, event: RoomEvent, then: string[]]>([
		["its stage is over", on(), turn(null), ["close, thank maya sunil, then nothing"]],
		[
			"its stage is over just after it opened",
			settling(["maya"]),
			turn(null),
			["close, thank maya sunil, then nothing"],
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
			turn(null, { evidence: { ...wholly, lacksEvents: true, eventsOver: new Set(["event"]) } }),
			["close, thank maya sunil, then nothing"],
		],
		[
			"its stage is over, but its event may be on",
			on({ session: session({ eventId: "event" }) }),
			turn(null, { evidence: { ...wholly, lacksEvents: true, eventsOver: new Set(["another"]) } }),
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
			{ starts: new Map([["event", LATER + 90 * MINUTE]]) },
			LATER + 90 * MINUTE,
		],
		["may be there although it is not shown", { lacksEvents: true }, undefined],
		["is known to be over, where others may be there", { lacksEvents: true, eventsOver: new Set(["event"]) }, NOON],
		["is not there", {}, NOON],
	])("starts when it should, as the event that it opened before %s", (_when, evidence, startsAt) => {
		const given = on({ session: session({ ...ofEvent, startsAt: LATER + MINUTE }) });
		const [note] = decide(given, turn(townHall, { evidence: { ...wholly, ...evidence } }));
		expect(note?.do === "note" && note.change.startsAt).toBe(startsAt);
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

describe("what is true once it has been done", () => {
	const opened: Done = {
		did: "open",
		session: session(),
		keptBy: townHall,
		emptySince: null,
		atOpening: new Set(["maya"]),
		settlesAt: 2_000,
	};
	const noted = (parts: Partial<Extract<Done, { did: "note" }>>): Done => {
		return { did: "note", change: {}, reason: townHall, emptySince: null, ...parts };
	};
	it.each<[what: string, given: Room, done: Done, then: Room]>([
		["a session that opened settles", idle, opened, settling(["maya"])],
		["nobody has come to what is on", idle, { did: "leave closed", reason: townHall, endedByHost: false }, awaiting],
		["its host has ended it", idle, { did: "leave closed", reason: townHall, endedByHost: true }, endedByHost],
		["nothing is on", idle, { did: "leave closed", reason: null, endedByHost: false }, idle],
		["what was on is over", on(), { did: "close", byHost: false, next: null }, idle],
		["a deserted session awaits somebody", on(), { did: "close", byHost: false, next: townHall }, awaiting],
		["an ended one does not", on(), { did: "close", byHost: true, next: townHall }, endedByHost],
		["an ended one that nothing kept open is over", on(), { did: "close", byHost: true, next: null }, idle],
		["it is another's", on(), noted({ change: { hostId: "henry" } }), on({ session: session({ hostId: "henry" }) })],
		["its room is empty", on(), noted({ emptySince: NOON }), on({ emptySince: NOON })],
		["what keeps it open has changed", on(), noted({ reason: pottery }), on({ reason: pottery })],
		["nothing is on any more that was awaited", awaiting, noted({ reason: null }), idle],
		["nothing is on any more that was ended", endedByHost, noted({ reason: null }), idle],
		["what was ended goes on", endedByHost, noted({}), endedByHost],
		["it is known who leads it", settling(["maya"]), { did: "compare", change: {}, unnamed: new Set() }, on()],
		[
			"of some it is not known who they are",
			settling(["maya", "tom"]),
			{ did: "compare", change: {}, unnamed: new Set(["tom", "sunil"]) },
			settling(["tom"]),
		],
		["it has not settled yet", settling(["maya"]), { did: "compare", change: {}, unnamed: null }, settling(["maya"])],
		[
			"another process left a note",
			on(),
			{ did: "compare", change: { note: "slide 12" }, unnamed: null },
			on({ session: session({ note: "slide 12" }) }),
		],
		["nothing of note", on(), { did: "nothing of note" }, on()],
		["a session that is over was compared", idle, { did: "compare", change: {}, unnamed: null }, idle],
	])("%s", (_what, given, done, then) => {
		expect(evolve(given, done)).toEqual(then);
	});
});
