import { beforeEach, describe, expect, it } from "vitest";
import { type DateException, NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import { apply, type Sighting } from "../../src/rooms/sighting.ts";
import type { SeenEvent } from "../../src/rooms/snapshot.ts";
import { type EventView, emptyServer, type Hole, roomIn, type ServerView } from "../../src/rooms/view.ts";

const maya = { id: "maya", name: "Maya", bot: false };
let servers: Map<string, ServerView>;

beforeEach(() => {
	servers = new Map();
});

function sees(
	sighting: Omit<Extract<Sighting, { kind: "voice" }>, "kind" | "serverId" | "person" | "onStage" | "witnessed">,
	at = 1,
) {
	return apply(
		servers,
		{ kind: "voice", serverId: "server", person: maya, onStage: false, witnessed: true, ...sighting },
		at,
	).transfer;
}

describe("a voice packet", () => {
	it("is a step into a room, from one to another, or out", () => {
		expect(sees({ roomId: "a" })).toMatchObject({ from: null, to: { id: "a" } });
		expect(sees({ roomId: "b" })).toMatchObject({ from: { id: "a" }, to: { id: "b" } });
		expect(sees({ roomId: null })).toMatchObject({ from: { id: "b" }, to: null });
	});

	it("is no step when the person stays where they are: they muted, or raised a hand", () => {
		sees({ roomId: "a" });
		expect(sees({ roomId: "a" })).toBeNull();
		expect(sees({ roomId: null })).not.toBeNull();
		expect(sees({ roomId: null })).toBeNull();
	});
});

describe("a snapshot", () => {
	it("replaces what was known, but keeps since when those are there whom we saw come", () => {
		sees({ roomId: "a" }, 5);
		const snapshot = emptyServer("server");
		const unseen = { person: maya, enteredAt: 99, onStage: true, witnessed: false, unnamed: false };
		roomIn(snapshot, "a").present.set("maya", unseen);
		roomIn(snapshot, "a").present.set("tom", { ...unseen, person: { ...maya, id: "tom" } });
		apply(servers, { kind: "server", server: snapshot }, 99);
		const present = servers.get("server")?.rooms.get("a")?.present;
		expect(present?.get("maya")).toMatchObject({ enteredAt: 5, witnessed: true, onStage: true });
		expect(present?.get("tom")).toMatchObject({ enteredAt: 99, witnessed: false });
	});

	const MAYA = { person: maya, enteredAt: 99, onStage: false, witnessed: false, unnamed: false };
	const RUNNING: EventView = {
		...{
			id: "ev1",
			roomId: "a",
			name: "E",
			creatorId: null,
			madeByBot: false,
			activeSince: 10,
			foundAt: null,
			shownAt: 10,
		},
		...{ scheduledAt: 12, occurrenceAt: 12, exceptions: NO_EXCEPTIONS },
	};

	/** What was known before: a stage and an event in a listed room, and Maya in it. */
	function known(): void {
		const server = emptyServer("server");
		server.name = "Acme";
		const room = roomIn(server, "a", "stage");
		Object.assign(room, { name: "Main stage", isListed: true });
		room.present.set("maya", MAYA);
		server.whereabouts.set("maya", "a");
		server.stages.set("a", { id: "st1", roomId: "a", topic: "T", eventId: null, openedAt: 1 });
		server.events.set("ev1", RUNNING);
		apply(servers, { kind: "server", server }, 50);
	}

	function shows(holes: Hole[], change: (server: ServerView) => void = () => undefined) {
		const server = { ...emptyServer("server"), holes: new Set(holes) };
		change(server);
		apply(servers, { kind: "server", server }, 99);
		const now = servers.get("server");
		return {
			name: now?.name,
			room: now?.rooms.get("a")?.name,
			people: [...(now?.whereabouts ?? [])].map(([id, room]) => `${id} in ${room}`),
			stages: now?.stages.size,
			events: now?.events.size,
		};
	}

	const NOTHING = { name: "", room: undefined, people: [], stages: 0, events: 0 };

	it.each<[Hole[], Partial<ReturnType<typeof shows>>]>([
		[[], {}],
		[["name"], { name: "Acme" }],
		[["rooms"], { room: "Main stage" }],
		[["people"], { room: "", people: ["maya in a"] }],
		[["stages"], { stages: 1 }],
		[["events"], { events: 1 }],
		[["rooms", "people"], { room: "Main stage", people: ["maya in a"] }],
	])("that leaves out %j leaves that as it was", (holes, kept) => {
		known();
		expect(shows(holes)).toEqual({ ...NOTHING, ...kept });
	});

	it("with a hole has the last word on what it does show", () => {
		known();
		const moved = shows(["people", "events"], (server) => {
			roomIn(server, "b").present.set("maya", MAYA);
			server.whereabouts.set("maya", "b");
			server.events.set("ev1", { ...RUNNING, name: "Renamed", activeSince: 40 });
		});
		expect(moved).toMatchObject({ people: ["maya in b"], events: 1 });
		expect(servers.get("server")?.rooms.get("a")?.present.size ?? 0).toBe(0);
		expect(servers.get("server")?.events.get("ev1")).toMatchObject({ name: "Renamed", activeSince: 10 });
	});
});

describe("an event", () => {
	const event: SeenEvent = {
		id: "ev1",
		roomId: "a",
		name: "E",
		creatorId: null,
		madeByBot: false,
		activeSince: 10,
		foundAt: null,
		shownAt: 10,
		scheduledAt: 12,
		occurrenceAt: 12,
		exceptions: NO_EXCEPTIONS,
		lacksDates: true,
	};
	const { lacksDates: _, ...EVENT } = event;
	const known = () => servers.get("server")?.events.get("ev1");
	const shown = (parts: Partial<SeenEvent>, at: number) => {
		const server = emptyServer("server");
		server.events.set("ev1", { ...event, ...parts });
		return apply(servers, { kind: "server", server }, at);
	};
	const sighted = (parts: Partial<SeenEvent>, at: number) =>
		apply(servers, { kind: "event", serverId: "server", event: { ...event, ...parts } }, at);

	it("stays the same occurrence when it is put off while it runs, and keeps the time it began", () => {
		sighted({}, 10);
		sighted({ scheduledAt: 500, occurrenceAt: 500, activeSince: 20 }, 20);
		expect(known()).toMatchObject({ scheduledAt: 500, occurrenceAt: 12, activeSince: 10 });
	});

	it("is another occurrence once it has stopped running", () => {
		sighted({}, 10);
		sighted({ scheduledAt: 500, occurrenceAt: 500, activeSince: null }, 20);
		expect(known()).toMatchObject({ scheduledAt: 500, occurrenceAt: 500, activeSince: null });
	});

	const date = (startsAt: number | null, isCancelled = false) => ({ startsAt, isCancelled });
	const dateChanges = (occurrenceAt: number, exception: DateException | null, serverId: string | null = "server") =>
		apply(servers, { kind: "date", serverId, eventId: "ev1", occurrenceAt, exception }, 20);

	it("keeps what has become of its dates until it says otherwise", () => {
		sighted({ exceptions: new Map([[12, date(30)]]), lacksDates: false }, 10);
		sighted({ name: "Renamed" }, 20);
		expect(known()?.exceptions).toEqual(new Map([[12, date(30)]]));
		shown({ name: "Renamed again" }, 30);
		expect(known()).toEqual({ ...EVENT, name: "Renamed again", exceptions: new Map([[12, date(30)]]) });
		sighted({ lacksDates: false }, 40);
		expect(known()?.exceptions).toEqual(new Map());
	});

	it("keeps what was known of a date when that cannot be read", () => {
		const known30 = new Map([[12, date(30)]]);
		sighted({ exceptions: known30, lacksDates: false }, 10);
		sighted({ exceptions: new Map([[99, date(null, true)]]) }, 20);
		expect(known()?.exceptions).toEqual(new Map([...known30, [99, date(null, true)]]));
	});

	it("that a snapshot shows running began at its start, as far as anybody knows, which may have been moved", () => {
		const unbegun = { activeSince: null, exceptions: new Map([[12, date(30)]]), lacksDates: false };
		sighted(unbegun, 10);
		shown({ activeSince: 50 }, 50);
		expect(known()).toMatchObject({ activeSince: 30, foundAt: 50 });
		shown({ activeSince: 60 }, 60);
		expect(known()).toMatchObject({ activeSince: 30, foundAt: 50 });
		servers.clear();
		shown({ activeSince: 50 }, 50);
		expect(known()).toMatchObject({ activeSince: 12, foundAt: 50 });
	});

	it("that was seen to begin began then, whatever a snapshot shows", () => {
		sighted({ activeSince: 20 }, 20);
		shown({ activeSince: 50 }, 50);
		expect(known()).toMatchObject({ activeSince: 20, foundAt: null });
	});

	it.each([["server"], [null]])("has a date moved, cancelled and restored, in its server (%s)", (serverId) => {
		sighted({}, 10);
		expect(dateChanges(12, date(30), serverId)).toMatchObject({ serverId: "server", rooms: [{ id: "a" }] });
		dateChanges(99, date(null, true), serverId);
		expect(known()?.exceptions).toEqual(
			new Map([
				[12, date(30)],
				[99, date(null, true)],
			]),
		);
		dateChanges(12, null, serverId);
		expect(known()?.exceptions).toEqual(new Map([[99, date(null, true)]]));
		apply(servers, { kind: "datesRestored", serverId, eventId: "ev1" }, 40);
		expect(known()?.exceptions).toEqual(new Map());
	});

	it("that nobody knows has no dates to change", () => {
		expect(dateChanges(12, date(30), null)).toMatchObject({ serverId: null, rooms: [] });
		expect(dateChanges(12, date(30))).toMatchObject({ rooms: [] });
	});

	it("ends an earlier one in its room, whose end we have missed", () => {
		const begins = (id: string, roomId: string, activeSince: number | null) => {
			const begun = { ...event, id, roomId, name: id, activeSince };
			apply(servers, { kind: "event", serverId: "server", event: begun }, 1);
		};
		begins("morning", "a", 1);
		begins("elsewhere", "b", 1);
		begins("evening", "a", null);
		begins("noon", "a", 2);
		expect([...(servers.get("server")?.events.keys() ?? [])].sort()).toEqual(["elsewhere", "evening", "noon"]);
	});

	it("concerns the room it was in and the one it is in now", () => {
		sighted({}, 10);
		expect(sighted({ roomId: "b" }, 11).rooms.map((room) => room.id)).toEqual(["a", "b"]);
	});
});

describe("a room that is deleted", () => {
	it("takes its stage and the people in it along", () => {
		sees({ roomId: "a" });
		apply(
			servers,
			{ kind: "stage", serverId: "server", stage: { id: "s", roomId: "a", topic: "", eventId: null, openedAt: 0 } },
			2,
		);
		const room = servers.get("server")?.rooms.get("a");
		apply(servers, { kind: "roomGone", serverId: "server", roomId: "a" }, 3);
		expect(room?.present.size).toBe(0);
		expect(servers.get("server")?.stages.size).toBe(0);
		expect(sees({ roomId: "b" })).toMatchObject({ from: null });
	});

	const late = {
		"the end of its stage": { kind: "stageGone", serverId: "server", roomId: "a" },
		"its stage": {
			...{ kind: "stage", serverId: "server" },
			stage: { id: "s", roomId: "a", topic: "", eventId: null, openedAt: 0 },
		},
		"its name": { kind: "room", serverId: "server", room: { id: "a", name: "Main stage", kind: "stage" } },
		"the end of its event": { kind: "eventGone", serverId: "server", eventId: "ev1", roomId: "a" },
		"the name of somebody in it": {
			...{ kind: "voice", serverId: "server", person: maya, roomId: "a", onStage: false, witnessed: true },
		},
	} as const satisfies Record<string, Sighting>;

	it.each(Object.entries(late))("does not come back with %s", (_what, sighting) => {
		sees({ roomId: "a" });
		apply(servers, { kind: "roomGone", serverId: "server", roomId: "a" }, 3);
		expect(apply(servers, sighting, 4).transfer).toBeNull();
		const { rooms, stages, whereabouts } = servers.get("server") ?? emptyServer("server");
		expect([rooms.size, stages.size, whereabouts.size]).toEqual([0, 0, 0]);
	});

	it("is left by who goes there from another one, as far as anybody can tell", () => {
		sees({ roomId: "b" });
		apply(servers, { kind: "roomGone", serverId: "server", roomId: "a" }, 3);
		expect(sees({ roomId: "a" })).toMatchObject({ from: { id: "b" }, to: null });
	});
});

describe("what has been seen to be over", () => {
	const over = () => [...(servers.get("server")?.over ?? [])];
	const ends = (eventId: string) => apply(servers, { kind: "eventGone", serverId: "server", eventId, roomId: null }, 1);

	it("concerns a room that has not been shown, without making one", () => {
		const { rooms } = apply(servers, { kind: "stageGone", serverId: "server", roomId: "a" }, 1);
		expect(rooms).toEqual([{ id: "a" }]);
		expect(over()).toEqual(["a"]);
		expect(servers.get("server")?.rooms.size).toBe(0);
	});

	it("is so no longer once it is on again", () => {
		apply(servers, { kind: "stageGone", serverId: "server", roomId: "a" }, 1);
		const stage = { id: "s", roomId: "a", topic: "", eventId: null, openedAt: 0 };
		apply(servers, { kind: "stage", serverId: "server", stage }, 2);
		expect(over()).toEqual([]);
	});

	it("is remembered of the latest only", () => {
		for (let i = 0; i < 600; i++) ends(String(i));
		ends("100");
		ends("new");
		expect(over()).toHaveLength(500);
		expect(over().slice(-2)).toEqual(["100", "new"]);
	});
});
