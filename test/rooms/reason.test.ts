import { describe, expect, it } from "vitest";
import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import {
	continues,
	evidenceFor,
	mayGoOn,
	type PastSession,
	type Reason,
	reasonFor,
	reopens,
} from "../../src/rooms/reason.ts";
import {
	type EventView,
	emptyServer,
	type Hole,
	roomIn,
	type ServerView,
	type StageView,
} from "../../src/rooms/view.ts";

const MINUTE = 60_000;

/** An event that recurs, and runs. */
const running: EventView = {
	id: "ev1",
	roomId: "room",
	name: "Event",
	creatorId: "henry",
	madeByBot: false,
	activeSince: 110,
	scheduledAt: 120,
	occurrenceAt: 120,
	exceptions: NO_EXCEPTIONS,
};

function serverWith({ stage, event }: { stage?: Partial<StageView>; event?: Partial<EventView> }) {
	const server = emptyServer("server");
	const room = roomIn(server, "room", "stage");
	room.name = "Main stage";
	if (stage)
		server.stages.set("room", { id: "st1", roomId: "room", topic: "Topic", eventId: null, openedAt: 100, ...stage });
	if (event) server.events.set("ev1", { ...running, ...event });
	return reasonFor(server, room);
}

const reason = (parts: Partial<Reason>): Reason => ({
	stageId: null,
	eventId: null,
	occurrenceAt: null,
	title: "",
	creatorId: null,
	botId: null,
	scheduledAt: null,
	openedAt: 0,
	...parts,
});

describe("the reason for a session", () => {
	it("is missing while nothing is on", () => {
		expect(serverWith({})).toBeNull();
		expect(serverWith({ event: { activeSince: null } })).toBeNull();
		expect(serverWith({ event: { roomId: "another" } })).toBeNull();
	});

	it("is a live stage, which is called by its topic", () => {
		expect(serverWith({ stage: {} })).toMatchObject({
			stageId: "st1",
			eventId: null,
			title: "Topic",
			openedAt: 100,
			scheduledAt: null,
		});
	});

	it("has no title of its own when the stage has no topic", () => {
		expect(serverWith({ stage: { topic: "" } })?.title).toBeNull();
	});

	it("is a running event, which is called by its name, has its schedule and is its creator's", () => {
		expect(serverWith({ event: {} })).toMatchObject({
			eventId: "ev1",
			occurrenceAt: 120,
			title: "Event",
			creatorId: "henry",
			scheduledAt: 120,
			openedAt: 110,
		});
	});

	it("is nobody's whose event a bot has made", () => {
		expect(serverWith({ event: { madeByBot: true } })).toMatchObject({
			eventId: "ev1",
			creatorId: null,
			botId: "henry",
		});
		expect(serverWith({ event: {} })).toMatchObject({ botId: null });
		expect(serverWith({ event: { creatorId: null } })).toMatchObject({ creatorId: null, botId: null });
	});

	it("is the event that began last, should the end of an earlier one have been missed", () => {
		const server = emptyServer("server");
		const room = roomIn(server, "room", "voice");
		const begun = (id: string, activeSince: number | null) =>
			server.events.set(id, { ...running, id, name: id, activeSince });
		begun("morning", 110);
		begun("noon", 200);
		begun("also at noon", 200); // of two that began at once, the one that was made first
		begun("evening", null);
		begun("dawn", 50);
		expect(reasonFor(server, room)).toMatchObject({ eventId: "noon", openedAt: 200 });
	});

	it("is one when the stage belongs to an event, even before the event is known to run", () => {
		expect(serverWith({ stage: { eventId: "ev1" }, event: { activeSince: null } })).toMatchObject({
			stageId: "st1",
			eventId: "ev1",
			title: "Event",
			scheduledAt: 120,
			openedAt: 100,
		});
	});

	const HOUR = 60 * MINUTE;
	const NOON = 12 * HOUR;
	const coming = (parts: Partial<EventView> = {}) => ({
		activeSince: null,
		scheduledAt: NOON,
		occurrenceAt: NOON,
		...parts,
	});
	const moved = (startsAt: number | null, isCancelled = false) => new Map([[NOON, { startsAt, isCancelled }]]);

	it.each<[when: string, openedAt: number, event: Partial<EventView>, scheduledAt: number | null]>([
		["an hour before the event in its room", NOON - HOUR, coming(), NOON],
		["a moment before it", NOON - 1, coming(), NOON],
		["more than an hour before it", NOON - HOUR - 1, coming(), null],
		["as it should have begun", NOON, coming(), null],
		["before one in another room", NOON - 1, coming({ roomId: "another" }), null],
		["before one whose date was moved away", NOON - 1, coming({ exceptions: moved(NOON + 2 * HOUR) }), null],
		[
			"before one whose date was moved near",
			NOON + HOUR,
			coming({ exceptions: moved(NOON + 2 * HOUR) }),
			NOON + 2 * HOUR,
		],
		["before one that was cancelled", NOON - 1, coming({ exceptions: moved(null, true) }), null],
		[
			"before one of which another date was cancelled",
			NOON - 1,
			coming({ exceptions: new Map([[1, { startsAt: null, isCancelled: true }]]) }),
			NOON,
		],
	])("for a stage that is opened by hand %s", (_when, openedAt, event, scheduledAt) => {
		const eventId = scheduledAt === null ? null : "ev1";
		const creatorId = scheduledAt === null ? null : "henry";
		expect(serverWith({ stage: { openedAt }, event })).toMatchObject({
			stageId: "st1",
			eventId,
			creatorId,
			scheduledAt,
		});
	});

	it("is the next of several events that are to come", () => {
		const server = emptyServer("server");
		const room = roomIn(server, "room", "stage");
		server.stages.set("room", { id: "st1", roomId: "room", topic: "", eventId: null, openedAt: NOON - 50 * MINUTE });
		for (const [id, minutes] of [
			["later", 5],
			["next", -5],
		] as const)
			server.events.set(id, { ...running, ...coming({ scheduledAt: NOON + minutes * MINUTE }), id });
		expect(reasonFor(server, room)).toMatchObject({ eventId: "next" });
	});
});

describe("what may be on although nothing is shown to be", () => {
	const HELD = { stageId: "st1", eventId: "ev1", occurrenceAt: null };
	const [SHOWN, NOW] = [1_000, 5_000];
	const evidence = (holes: Hole[], change: (server: ServerView) => void = () => undefined) => {
		const server = { ...emptyServer("server"), shownAt: SHOWN, holes: new Set(holes) };
		change(server);
		return evidenceFor(server, { id: "room" });
	};
	const isOver =
		(...ids: string[]) =>
		(server: ServerView) => {
			for (const id of ids) server.over.add(id);
		};

	it.each<[when: string, openedAt: number, ReturnType<typeof evidence>, isPossible: boolean]>([
		["began before all was shown", SHOWN, evidence([]), false],
		["began since: that packet may be lost", SHOWN + 1, evidence([]), true],
		["began by a clock that was fast", NOW + 1, evidence([]), false],
		["began since, and has been seen to be over", SHOWN + 1, evidence([], isOver("room", "ev1")), false],
		["began since, and its stage alone has been seen to be over", SHOWN + 1, evidence([], isOver("room")), true],
		["began before stages were left out", 0, evidence(["stages"]), true],
		["began before stages were left out, and its stage is over", 0, evidence(["stages"], isOver("room")), false],
		["began before stages were left out, and another room's is over", 0, evidence(["stages"], isOver("other")), true],
		["began before events were left out", 0, evidence(["events"]), true],
		["began before events were left out, and its event is over", 0, evidence(["events"], isOver("ev1")), false],
		["began before something else was left out", 0, evidence(["name", "rooms", "people"]), false],
	])("%s", (_when, openedAt, evidence, isPossible) => {
		expect(mayGoOn(HELD, openedAt, NOW, evidence)).toBe(isPossible);
	});

	it("is no event that is shown not to run, and nothing that is neither stage nor event", () => {
		const coming = evidence(["events"], (server) => server.events.set("ev1", { ...running, activeSince: null }));
		expect(mayGoOn({ ...HELD, stageId: null }, 0, NOW, coming)).toBe(false);
		const called = { stageId: null, eventId: null, occurrenceAt: null };
		expect(mayGoOn(called, NOW, NOW, evidence(["stages", "events"]))).toBe(false);
	});

	it("is anything in a server that has not been shown yet", () => {
		expect(mayGoOn(HELD, 0, NOW, evidenceFor(emptyServer("server"), { id: "room" }))).toBe(true);
	});
});

describe("a session", () => {
	it("goes on while its stage or its occurrence does", () => {
		const session = { stageId: "st1", eventId: null, occurrenceAt: null };
		expect(continues(session, reason({ stageId: "st1", eventId: "ev1" }))).toBe(true);
		expect(continues(session, reason({ stageId: "st2" }))).toBe(false);
	});

	it("goes on when event and stage reach us one after the other", () => {
		expect(continues({ stageId: null, eventId: "ev1", occurrenceAt: 120 }, reason({ stageId: "st1" }))).toBe(true);
		expect(continues({ stageId: "st1", eventId: null, occurrenceAt: null }, reason({ eventId: "ev1" }))).toBe(true);
	});

	it("is over when the next occurrence of its event is on", () => {
		const session = { stageId: null, eventId: "ev1", occurrenceAt: 120 };
		expect(continues(session, reason({ eventId: "ev1", occurrenceAt: 120 }))).toBe(true);
		expect(continues(session, reason({ eventId: "ev1", occurrenceAt: 120 + 6 * 60 * MINUTE }))).toBe(false);
	});

	it("goes on when its event is put off while it is on, or is held only once", () => {
		const session = { stageId: null, eventId: "ev1", occurrenceAt: 120 };
		expect(continues(session, reason({ eventId: "ev1", occurrenceAt: 120 + 6 * 60 * MINUTE - 1 }))).toBe(true);
		expect(continues(session, reason({ eventId: "ev1", occurrenceAt: null }))).toBe(true);
		expect(continues({ ...session, occurrenceAt: null }, reason({ eventId: "ev1", occurrenceAt: 5 }))).toBe(true);
	});
});

describe("reopens", () => {
	const closed: PastSession = {
		stageId: "st1",
		eventId: null,
		occurrenceAt: null,
		hostId: "henry",
		closedAt: 0,
		audience: new Set(["maya", "sunil", "tom", "ada"]),
	};
	/** Led by these hosts, before these people. */
	const by = (hosts: string[], ...present: string[]) => ({ hosts, present: new Map(present.map((id) => [id, null])) });

	it("finds the session of the same stage instance, however long ago it closed", () => {
		expect(reopens([closed], reason({ stageId: "st1" }), by([]), 99 * MINUTE)).toBe(closed);
	});

	it("finds the same host's session of less than five minutes ago", () => {
		const another = reason({ stageId: "st2" });
		expect(reopens([closed], another, by(["henry"]), 5 * MINUTE)).toBe(closed);
		expect(reopens([closed], another, by(["henry"]), 5 * MINUTE + 1)).toBeNull();
		const today = { ...closed, closedAt: 1_000 * MINUTE };
		expect(reopens([today], another, by(["henry"]), 1_004 * MINUTE)).toBe(today);
	});

	it("finds it whoever hosted it, when it is not known yet who hosts this time, or was not then", () => {
		const another = reason({ stageId: "st2" });
		expect(reopens([closed], another, by([]), MINUTE)).toBe(closed);
		const nobodys = { ...closed, hostId: null };
		expect(reopens([nobodys], another, by(["anna"]), MINUTE)).toBe(nobodys);
	});

	it("finds it when an event turns up that is held on the next stage, or was held on the last one", () => {
		const event = { eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([closed], reason(event), by(["henry"]), MINUTE)).toBe(closed);
		const past = { ...closed, ...event };
		expect(reopens([past], reason({ stageId: "st2" }), by(["henry"]), MINUTE)).toBe(past);
	});

	it("finds nothing in a room that has held no session, or holds one", () => {
		expect(reopens([], reason({ stageId: "st2" }), by([]), MINUTE)).toBeNull();
		expect(reopens([{ ...closed, closedAt: null }], reason({ stageId: "st2" }), by([]), MINUTE)).toBeNull();
	});

	it("does not find one that a clock which was an hour fast has closed", () => {
		const fast = { ...closed, closedAt: 60 * MINUTE };
		expect(reopens([fast], reason({ stageId: "st2" }), by(["henry"]), MINUTE)).toBeNull();
	});

	it("does not find another host's", () => {
		expect(reopens([closed], reason({ stageId: "st2" }), by(["anna"]), MINUTE)).toBeNull();
	});

	it.each<[who: string, present: string[], isSame: boolean]>([
		["all of its audience", ["maya", "sunil", "tom", "ada"], true],
		["half of its audience, and others", ["maya", "ada", "otto", "lena", "kim"], true],
		["less than half of its audience", ["maya", "otto", "lena"], false],
		["nobody", [], false],
	])("another host's with %s in the room: %j", (_who, present, isSame) => {
		const again = reopens([closed], reason({ stageId: "st2" }), by(["anna"], ...present), MINUTE);
		expect(again).toBe(isSame ? closed : null);
	});

	it("does not find another host's that nobody had come to", () => {
		const empty = { ...closed, audience: new Set<string>() };
		expect(reopens([empty], reason({ stageId: "st2" }), by(["anna"], "maya"), MINUTE)).toBeNull();
	});

	it("does not find one before its audience after more than five minutes", () => {
		const present = by(["anna"], "maya", "sunil");
		expect(reopens([closed], reason({ stageId: "st2" }), present, 5 * MINUTE + 1)).toBeNull();
	});

	it("does not find another event's, however soon it follows", () => {
		const event = { ...closed, stageId: null, eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([event], reason({ eventId: "ev2", occurrenceAt: 2 }), by(["henry"]), MINUTE)).toBeNull();
		expect(
			reopens([event], reason({ eventId: "ev1", occurrenceAt: 24 * 60 * MINUTE }), by(["henry"]), MINUTE),
		).toBeNull();
	});
});
