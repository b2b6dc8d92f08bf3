import {
	type EventView,
	emptyServer,
	movePerson,
	type Person,
	type RoomView,
	roomIn,
	type ServerView,
	type StageView,
	type Transfer,
	whereUnnamed,
} from "./view.ts";

/** One thing that a packet of the gateway shows. */
export type Sighting =
	| { kind: "server"; server: ServerView }
	| { kind: "serverGone"; serverId: string }
	| { kind: "room"; serverId: string; room: Pick<RoomView, "id" | "name" | "kind"> }
	| { kind: "roomGone"; serverId: string; roomId: string }
	| VoiceSighting
	| { kind: "stage"; serverId: string; stage: StageView }
	| { kind: "stageGone"; serverId: string; roomId: string }
	| { kind: "event"; serverId: string; event: EventView }
	| { kind: "eventGone"; serverId: string; eventId: string };

/** Where somebody is. `witnessed` is false if they may have got there a while ago. */
export interface VoiceSighting {
	kind: "voice";
	serverId: string;
	person: Person;
	roomId: string | null;
	onStage: boolean;
	witnessed: boolean;
}

/** What a sighting changed: the rooms it concerns and who went where. */
export interface WorldChange {
	rooms: RoomView[];
	transfer: Transfer | null;
	/** The room of somebody who has been there for a while and whose name has only now become known. */
	named?: RoomView | null;
}

/** Brings the views of the servers up to date with a sighting. `at` is when it was seen. */
export function apply(servers: Map<string, ServerView>, sighting: Sighting, at: number): WorldChange {
	switch (sighting.kind) {
		case "server":
			servers.set(sighting.server.id, keepingEntryTimes(sighting.server, servers.get(sighting.server.id)));
			return { rooms: [...sighting.server.rooms.values()], transfer: null };
		case "serverGone":
			servers.delete(sighting.serverId);
			return { rooms: [], transfer: null };
		default:
			return applyWithin(serverOf(servers, sighting.serverId), sighting, at);
	}
}

type Within = Exclude<Sighting, { kind: "server" | "serverGone" }>;

function applyWithin(server: ServerView, sighting: Within, at: number): WorldChange {
	switch (sighting.kind) {
		case "room": {
			const room = roomIn(server, sighting.room.id);
			room.name = sighting.room.name;
			room.kind = sighting.room.kind;
			return { rooms: [room], transfer: null };
		}
		case "roomGone": {
			const room = server.rooms.get(sighting.roomId);
			if (!room) return { rooms: [], transfer: null };
			for (const userId of room.present.keys()) server.whereabouts.delete(userId);
			room.present.clear();
			server.stages.delete(room.id);
			server.rooms.delete(room.id);
			return { rooms: [room], transfer: null };
		}
		case "voice": {
			const { person, roomId, onStage, witnessed } = sighting;
			const before = whereUnnamed(server, person.id);
			const transfer = movePerson(server, person, roomId, { at, onStage, witnessed });
			return { rooms: [], transfer, named: transfer ? null : before };
		}
		case "stage": {
			server.stages.set(sighting.stage.roomId, sighting.stage);
			return { rooms: [roomIn(server, sighting.stage.roomId, "stage")], transfer: null };
		}
		case "stageGone": {
			server.stages.delete(sighting.roomId);
			return { rooms: [roomIn(server, sighting.roomId, "stage")], transfer: null };
		}
		case "event": {
			const before = server.events.get(sighting.event.id);
			server.events.set(sighting.event.id, stillRunning(before, sighting.event));
			if (before?.activeSince == null && sighting.event.activeSince !== null) endOthers(server, sighting.event);
			return { rooms: roomsOf(server, before, sighting.event), transfer: null };
		}
		case "eventGone": {
			const before = server.events.get(sighting.eventId);
			server.events.delete(sighting.eventId);
			return { rooms: roomsOf(server, before), transfer: null };
		}
	}
}

function serverOf(servers: Map<string, ServerView>, serverId: string): ServerView {
	const server = servers.get(serverId) ?? emptyServer(serverId);
	servers.set(serverId, server);
	return server;
}

/** Ends the other events of a room when one begins there: we have missed their end. */
function endOthers(server: ServerView, { id, roomId }: EventView): void {
	for (const other of server.events.values()) {
		if (other.id !== id && other.roomId === roomId && other.activeSince !== null) server.events.delete(other.id);
	}
}

/** A running event keeps the time it began, and stays the same occurrence when its scheduled time is edited. */
function stillRunning(before: EventView | undefined, event: EventView): EventView {
	if (!before || before.activeSince === null || event.activeSince === null) return event;
	return { ...event, activeSince: before.activeSince, startsAt: before.startsAt };
}

/** A snapshot says who is in a room but not since when; people whom we saw come in keep the time we saw. */
function keepingEntryTimes(server: ServerView, before: ServerView | undefined): ServerView {
	for (const room of server.rooms.values()) {
		for (const [userId, presence] of room.present) {
			const known = before?.rooms.get(room.id)?.present.get(userId);
			if (!known) continue;
			const { enteredAt, witnessed } = known;
			room.present.set(userId, { ...presence, enteredAt, witnessed });
		}
	}
	return server;
}

function roomsOf(server: ServerView, ...events: (EventView | undefined)[]): RoomView[] {
	const ids = new Set(events.flatMap((event) => (event?.roomId ? [event.roomId] : [])));
	return [...ids].map((id) => roomIn(server, id));
}
