import { describe, expect, it } from "vitest";
import { continues, type Reason, reasonFor, reopens } from "../../src/rooms/reason.ts";
import { type EventView, emptyServer, roomIn, type StageView } from "../../src/rooms/view.ts";

const MINUTE = 60_000;

function serverWith({ stage, event }: { stage?: Partial<StageView>; event?: Partial<EventView> }) {
	const server = emptyServer("server");
	const room = roomIn(server, "room", "stage");
	room.name = "Main stage";
	if (stage)
		server.stages.set("room", { id: "st1", roomId: "room", topic: "Topic", eventId: null, openedAt: 100, ...stage });
	const base = { id: "ev1", roomId: "room", name: "Event", creatorId: "henry", activeSince: 110, startsAt: 120 };
	if (event) server.events.set("ev1", { ...base, ...event });
	return reasonFor(server, room);
}

const reason = (parts: Partial<Reason>): Reason => ({
	stageId: null,
	eventId: null,
	occurrenceAt: null,
	title: "",
	creatorId: null,
	startsAt: 0,
	openedAt: 0,
	...parts,
});

describe("the reason for a session", () => {
	it("is missing while nothing is on", () => {
		expect(serverWith({})).toBeNull();
		expect(serverWith({ event: { activeSince: null } })).toBeNull();
		expect(serverWith({ event: { roomId: "another" } })).toBeNull();
	});

	it("is a live stage, which is called by its topic and starts when it opens", () => {
		expect(serverWith({ stage: {} })).toMatchObject({ stageId: "st1", eventId: null, title: "Topic", startsAt: 100 });
	});

	it("has no title of its own when the stage has no topic", () => {
		expect(serverWith({ stage: { topic: "" } })?.title).toBeNull();
	});

	it("is a running event, which is called by its name, starts when scheduled and is its creator's", () => {
		expect(serverWith({ event: {} })).toMatchObject({
			eventId: "ev1",
			occurrenceAt: 120,
			title: "Event",
			creatorId: "henry",
			startsAt: 120,
			openedAt: 110,
		});
	});

	it("is the event that began last, should the end of an earlier one have been missed", () => {
		const server = emptyServer("server");
		const room = roomIn(server, "room", "voice");
		const begun = (id: string, activeSince: number | null) =>
			server.events.set(id, { id, roomId: "room", name: id, creatorId: null, startsAt: 120, activeSince });
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
			startsAt: 120,
			openedAt: 100,
		});
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
		expect(continues(session, reason({ eventId: "ev1", occurrenceAt: 999 }))).toBe(false);
	});
});

describe("reopens", () => {
	const closed = { stageId: "st1", eventId: null, occurrenceAt: null, hostId: "henry", closedAt: 0 } as const;

	it("finds the session of the same stage instance, however long ago it closed", () => {
		expect(reopens([closed], reason({ stageId: "st1" }), [], 99 * MINUTE)).toBe(closed);
	});

	it("finds the same host's session of less than five minutes ago", () => {
		const another = reason({ stageId: "st2" });
		expect(reopens([closed], another, ["henry"], 5 * MINUTE)).toBe(closed);
		expect(reopens([closed], another, ["henry"], 5 * MINUTE + 1)).toBeNull();
		const today = { ...closed, closedAt: 1_000 * MINUTE };
		expect(reopens([today], another, ["henry"], 1_004 * MINUTE)).toBe(today);
	});

	it("finds it whoever hosted it, when it is not known yet who hosts this time, or was not then", () => {
		const another = reason({ stageId: "st2" });
		expect(reopens([closed], another, [], MINUTE)).toBe(closed);
		const nobodys = { ...closed, hostId: null };
		expect(reopens([nobodys], another, ["anna"], MINUTE)).toBe(nobodys);
	});

	it("finds it when an event turns up that is held on the next stage, or was held on the last one", () => {
		const event = { eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([closed], reason(event), ["henry"], MINUTE)).toBe(closed);
		const past = { ...closed, ...event };
		expect(reopens([past], reason({ stageId: "st2" }), ["henry"], MINUTE)).toBe(past);
	});

	it("finds nothing in a room that has held no session, or holds one", () => {
		expect(reopens([], reason({ stageId: "st2" }), [], MINUTE)).toBeNull();
		expect(reopens([{ ...closed, closedAt: null }], reason({ stageId: "st2" }), [], MINUTE)).toBeNull();
	});

	it("does not find one that a clock which was an hour fast has closed", () => {
		const fast = { ...closed, closedAt: 60 * MINUTE };
		expect(reopens([fast], reason({ stageId: "st2" }), ["henry"], MINUTE)).toBeNull();
	});

	it("does not find another host's", () => {
		expect(reopens([closed], reason({ stageId: "st2" }), ["anna"], MINUTE)).toBeNull();
	});

	it("does not find another event's, however soon it follows", () => {
		const event = { ...closed, stageId: null, eventId: "ev1", occurrenceAt: 1 };
		expect(reopens([event], reason({ eventId: "ev2", occurrenceAt: 2 }), ["henry"], MINUTE)).toBeNull();
		expect(reopens([event], reason({ eventId: "ev1", occurrenceAt: 2 }), ["henry"], MINUTE)).toBeNull();
	});
});
