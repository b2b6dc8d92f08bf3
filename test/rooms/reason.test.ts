import { describe, expect, it } from "vitest";
import { continues, reasonFor } from "../../src/rooms/reason.ts";
import { type EventView, emptyServer, roomIn, type StageView } from "../../src/rooms/view.ts";
import { MINUTE, reason, running } from "./given.ts";

function serverWith({ stage, event }: { stage?: Partial<StageView>; event?: Partial<EventView> }) {
	const server = emptyServer("server");
	const room = roomIn(server, "room", "stage");
	room.name = "Main stage";
	if (stage)
		server.stages.set("room", { id: "st1", roomId: "room", topic: "Topic", eventId: null, openedAt: 100, ...stage });
	if (event) server.events.set("ev1", { ...running, ...event });
	return reasonFor(server, room);
}

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
