import { type DateException, NO_EXCEPTIONS } from "./dates.ts";
import { asKnown, type SeenEvent, type SeenServer, takeOver } from "./snapshot.ts";
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
	whereListening,
	whereUnnamed,
} from "./view.ts";

/** One thing that a packet of the gateway shows. */
export type Sighting =
	| { kind: "server"; server: SeenServer }
	| { kind: "serverGone"; serverId: string }
	| { kind: "room"; serverId: string; room: Pick<RoomView, "id" | "name" | "kind"> }
	| { kind: "roomGone"; serverId: string; roomId: string }
	| VoiceSighting
	| { kind: "stage"; serverId: string; stage: StageView }
	| { kind: "stageGone"; serverId: string; roomId: string }
	| { kind: "event"; serverId: string; event: SeenEvent }
	| { kind: "eventGone"; serverId: string; eventId: string; roomId: string | null }
	/** One date of a recurring event is moved or cancelled, or with null as planned again. `serverId` null: the event's. */
	| { kind: "date"; serverId: string | null; eventId: string; occurrenceAt: number; exception: DateException | null }
	/** All dates of a recurring event are as planned again. */
	| { kind: "datesRestored"; serverId: string | null; eventId: string };

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
	/** The server that it concerns; null for none that is known. */
	serverId: string | null;
	rooms: Pick<RoomView, "id">[];
	transfer: Transfer | null;
	/** The room of somebody who has been there for a while and whose name has only now become known. */
	named?: RoomView | null;
	/** The stage on which somebody who was in its audience speaks now. */
	speaksIn?: RoomView | null;
}

/** Brings the views of the servers up to date with a sighting. `at` is when it was seen. */
export function apply(servers: Map<string, ServerView>, sighting: Sighting, at: number): WorldChange {
	switch (sighting.kind) {
		case "server": {
			const server = { ...sighting.server, shownAt: at };
			servers.set(server.id, takeOver(server, servers.get(server.id)));
			return { serverId: server.id, rooms: [...server.rooms.values()], transfer: null };
		}
		case "serverGone":
			servers.delete(sighting.serverId);
			return { serverId: sighting.serverId, rooms: [], transfer: null };
		default: {
			const serverId = serverOfSighting(servers, sighting);
			if (serverId === null) return { serverId, rooms: [], transfer: null };
			return { serverId, ...applyWithin(serverOf(servers, serverId), sighting, at) };
		}
	}
}

/** Removes a room with all that is in it: Discord tells of no event that was scheduled there. */
function removeRoom(server: ServerView, roomId: string): RoomView[] {
	remember(server.deleted, roomId);
	server.over.delete(roomId);
	const room = server.rooms.get(roomId);
	if (!room) return [];
	for (const userId of room.present.keys()) server.whereabouts.delete(userId);
	room.present.clear();
	server.stages.delete(roomId);
	server.rooms.delete(roomId);
	for (const event of server.events.values()) if (event.roomId === roomId) server.events.delete(event.id);
	return [room];
}

/** As many rooms as a server can have, and more than the events that it can have at a time: 500 and 100. */
const MOST_REMEMBERED = 500;

/** Adds an id as the newest; the oldest goes when there are too many. */
function remember(ids: Set<string>, id: string): void {
	ids.delete(id);
	ids.add(id);
	const [oldest] = ids;
	if (oldest !== undefined && ids.size > MOST_REMEMBERED) ids.delete(oldest);
}

/** The server that a sighting is of: the one that has the event, should it not say. */
function serverOfSighting(servers: Map<string, ServerView>, sighting: Within): string | null {
	if (sighting.kind !== "date" && sighting.kind !== "datesRestored") return sighting.serverId;
	if (sighting.serverId !== null) return sighting.serverId;
	return [...servers.values()].find(({ events }) => events.has(sighting.eventId))?.id ?? null;
}

type Within = Exclude<Sighting, { kind: "server" | "serverGone" }>;

const NOTHING_CHANGED: Omit<WorldChange, "serverId"> = { rooms: [], transfer: null };

function applyWithin(server: ServerView, sighting: Within, at: number): Omit<WorldChange, "serverId"> {
	switch (sighting.kind) {
		case "room": {
			if (server.deleted.has(sighting.room.id)) return NOTHING_CHANGED;
			const room = roomIn(server, sighting.room.id);
			room.name = sighting.room.name;
			room.kind = sighting.room.kind;
			room.isListed = true;
			return { rooms: [room], transfer: null };
		}
		case "roomGone":
			return { rooms: removeRoom(server, sighting.roomId), transfer: null };
		case "voice":
			return seePerson(server, sighting, at);
		case "stage": {
			const { roomId } = sighting.stage;
			if (server.deleted.has(roomId)) return NOTHING_CHANGED;
			server.stages.set(roomId, sighting.stage);
			server.over.delete(roomId);
			return { rooms: [roomIn(server, roomId, "stage")], transfer: null };
		}
		case "stageGone": {
			const { roomId } = sighting;
			if (server.deleted.has(roomId)) return NOTHING_CHANGED;
			server.stages.delete(roomId);
			remember(server.over, roomId);
			return { rooms: [{ id: roomId }], transfer: null };
		}
		case "event": {
			const before = server.events.get(sighting.event.id);
			const event = asKnown(before, sighting.event);
			server.events.set(event.id, event);
			server.over.delete(event.id);
			if (before?.activeSince == null && event.activeSince !== null) endOthers(server, event);
			return { rooms: roomsOf(before, event), transfer: null };
		}
		case "date": {
			const { eventId, occurrenceAt, exception } = sighting;
			return changeDates(server, eventId, (dates) => {
				const others = [...dates].filter(([at]) => at !== occurrenceAt);
				return new Map(exception ? [...others, [occurrenceAt, exception]] : others);
			});
		}
		case "datesRestored":
			return changeDates(server, sighting.eventId, () => NO_EXCEPTIONS);
		case "eventGone": {
			const before = server.events.get(sighting.eventId);
			server.events.delete(sighting.eventId);
			remember(server.over, sighting.eventId);
			return { rooms: roomsOf(before, sighting), transfer: null };
		}
	}
}

/** Somebody is in a room, or in none; where they have been there before, more is known of them than was. */
function seePerson(server: ServerView, sighting: VoiceSighting, at: number): Omit<WorldChange, "serverId"> {
	const { person, onStage, witnessed } = sighting;
	const isGone = sighting.roomId !== null && server.deleted.has(sighting.roomId);
	const roomId = isGone ? null : sighting.roomId;
	const unnamedIn = whereUnnamed(server, person.id);
	const listensIn = whereListening(server, person.id);
	const transfer = movePerson(server, person, roomId, { at, onStage, witnessed });
	if (transfer) return { rooms: [], transfer };
	return { rooms: [], transfer, named: unnamedIn, speaksIn: onStage ? listensIn : null };
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

function changeDates(
	server: ServerView,
	eventId: string,
	change: (dates: EventView["exceptions"]) => EventView["exceptions"],
): Omit<WorldChange, "serverId"> {
	const event = server.events.get(eventId);
	if (!event) return NOTHING_CHANGED;
	server.events.set(eventId, { ...event, exceptions: change(event.exceptions) });
	return { rooms: roomsOf(event), transfer: null };
}

function roomsOf(...events: (Pick<EventView, "roomId"> | undefined)[]): Pick<RoomView, "id">[] {
	const ids = new Set(events.flatMap((event) => (event?.roomId ? [event.roomId] : [])));
	return [...ids].map((id) => ({ id }));
}
