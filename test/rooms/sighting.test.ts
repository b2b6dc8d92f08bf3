import { beforeEach, describe, expect, it } from "vitest";
import { apply, type Sighting } from "../../src/rooms/sighting.ts";
import { emptyServer, roomIn, type ServerView } from "../../src/rooms/view.ts";

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
});

describe("an event", () => {
	const event = { id: "ev1", roomId: "a", name: "E", creatorId: null, activeSince: 10, startsAt: 12 };
	const sighted = (parts: Partial<typeof event>, at: number) =>
		apply(servers, { kind: "event", serverId: "server", event: { ...event, ...parts } }, at);

	it("stays the same occurrence when its time is edited while it runs", () => {
		sighted({}, 10);
		sighted({ startsAt: 500, activeSince: 20 }, 20);
		expect(servers.get("server")?.events.get("ev1")).toMatchObject({ startsAt: 12, activeSince: 10 });
	});

	it("ends an earlier one in its room, whose end we have missed", () => {
		const begins = (id: string, roomId: string, activeSince: number | null) => {
			const event = { id, roomId, name: id, creatorId: null, startsAt: 5, activeSince };
			apply(servers, { kind: "event", serverId: "server", event }, 1);
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
		const { rooms } = apply(servers, { kind: "roomGone", serverId: "server", roomId: "a" }, 3);
		expect(rooms[0]?.present.size).toBe(0);
		expect(servers.get("server")?.stages.size).toBe(0);
		expect(sees({ roomId: "b" })).toMatchObject({ from: null });
	});
});
