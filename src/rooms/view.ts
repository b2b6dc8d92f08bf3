import type { Schedule } from "./dates.ts";

/**
 * What Discord shows of one server, as far as sessions need it. Kept in memory from the gateway's packets and replaced
 * by each snapshot; what is stored is compared with it, never the other way round.
 */
export interface ServerView {
	id: string;
	name: string;
	rooms: Map<string, RoomView>;
	/** In which room each person is; a person is in one at most. */
	whereabouts: Map<string, string>;
	stages: Map<string, StageView>;
	events: Map<string, EventView>;
	/** When the last snapshot of it was taken; before all time while there was none. */
	shownAt: number;
	/** Of what the last snapshot left something out: nothing is over or gone because it is not to be seen there. */
	holes: ReadonlySet<Hole>;
	/** Events that have been seen to be over since, and rooms whose stage has: their ids. */
	over: Set<string>;
	/** Rooms that have been deleted since: what is told of one may reach us later. */
	deleted: Set<string>;
}

/** A part of a server of which a snapshot may leave something out. */
export type Hole = "name" | "rooms" | "people" | "stages" | "events";

/** A voice or stage channel. */
export interface RoomView {
	id: string;
	name: string;
	kind: "voice" | "stage";
	/** Whether Discord has shown the channel itself, and not only somebody in it. */
	isListed: boolean;
	/** Who is in it, by user id. */
	present: Map<string, Presence>;
}

/** A person in a room. Replaced as a whole when something about it changes. */
export interface Presence {
	readonly person: Person;
	readonly enteredAt: number;
	/** On a stage: speaking rather than listening. */
	readonly onStage: boolean;
	/** Whether we saw them come in; otherwise a snapshot showed them. */
	readonly witnessed: boolean;
	/** A snapshot did not say who they are. Discord is being asked, and they are not greeted before it has answered. */
	readonly unnamed: boolean;
}

/** Who is in a room at a moment, by user id. */
export type Present = ReadonlyMap<string, Presence>;

/** A member as packets show them; `name` is what they go by, unescaped, empty when nobody could tell. */
export interface Person {
	id: string;
	name: string;
	bot: boolean;
}

/** A live stage instance. */
export interface StageView {
	id: string;
	roomId: string;
	topic: string;
	eventId: string | null;
	openedAt: number;
}

/** A scheduled event in a room. */
export interface EventView extends Schedule {
	id: string;
	roomId: string | null;
	name: string;
	creatorId: string | null;
	/** Whether that is known to be a bot. */
	madeByBot: boolean;
	/** Since when it is running, as far as anybody can tell; null while it is not. */
	activeSince: number | null;
	/** When it was found to be running; null where it was seen to begin, or is not running. */
	foundAt: number | null;
	/** When it was last shown so. */
	shownAt: number;
}

/** A server of which nothing is known yet but its id. */
export function emptyServer(id: string): ServerView {
	const shown = { rooms: new Map(), whereabouts: new Map(), stages: new Map(), events: new Map() };
	const since = { over: new Set<string>(), deleted: new Set<string>() };
	return { id, name: "", ...shown, shownAt: Number.NEGATIVE_INFINITY, holes: NOTHING_MISSING, ...since };
}

const NOTHING_MISSING: ReadonlySet<Hole> = new Set();

/** The room of that id, made empty if it was not known: packets come before channels do. */
export function roomIn(server: ServerView, roomId: string, kind: RoomView["kind"] = "voice"): RoomView {
	let room = server.rooms.get(roomId);
	if (!room) {
		room = { id: roomId, name: "", kind, isListed: false, present: new Map() };
		server.rooms.set(roomId, room);
	}
	return room;
}

/** Somebody going from one room to another; `null` is outside. */
export interface Transfer {
	from: RoomView | null;
	to: RoomView | null;
	/** How they were in the one that they left; null where that is not known. */
	left: Presence | null;
}

/**
 * Puts a person where a packet says they are. Returns the transfer, or null when they stay where they were: mutes, cameras
 * and raised hands come as the same packet.
 */
export function movePerson(
	server: ServerView,
	person: Person,
	roomId: string | null,
	seen: { at: number; onStage: boolean; witnessed: boolean },
): Transfer | null {
	const before = server.whereabouts.get(person.id) ?? null;
	if (before === roomId) {
		const present = roomId === null ? undefined : server.rooms.get(roomId)?.present;
		const presence = present?.get(person.id);
		if (presence) present?.set(person.id, { ...presence, onStage: seen.onStage, person, unnamed: false });
		return null;
	}
	const from = before === null ? null : roomIn(server, before);
	const to = roomId === null ? null : roomIn(server, roomId);
	const left = from?.present.get(person.id) ?? null;
	from?.present.delete(person.id);
	if (to) {
		const { at: enteredAt, onStage, witnessed } = seen;
		to.present.set(person.id, { person, enteredAt, onStage, witnessed, unnamed: false });
		server.whereabouts.set(person.id, to.id);
	} else {
		server.whereabouts.delete(person.id);
	}
	return { from, to, left };
}

/** The room of a person whose name is not known yet; null when they are in no room, or their name is known. */
export function whereUnnamed(server: ServerView, userId: string): RoomView | null {
	const room = server.rooms.get(server.whereabouts.get(userId) ?? "");
	return room?.present.get(userId)?.unnamed ? room : null;
}

/** The stage of a person who is in its audience; null when they are in none, or speak there. */
export function whereListening(server: ServerView, userId: string): RoomView | null {
	const room = server.rooms.get(server.whereabouts.get(userId) ?? "");
	return room?.kind === "stage" && room.present.get(userId)?.onStage === false ? room : null;
}

/** Whether anybody but bots is in the room, not counting `butId`. */
export function hasPeople({ present }: { present: ReadonlyMap<string, Presence> }, butId?: string): boolean {
	for (const { person } of present.values()) if (!person.bot && person.id !== butId) return true;
	return false;
}
