import { isOneOccurrence, startOf } from "./dates.ts";
import { type EventView, type Presence, type RoomView, roomIn, type ServerView } from "./view.ts";

/** An event as a packet shows it. */
export interface SeenEvent extends EventView {
	/** It leaves out some of its dates, or all: what was known of these stands. */
	lacksDates?: boolean;
}

/** A server as a snapshot shows it. */
export interface SeenServer extends ServerView {
	events: Map<string, SeenEvent>;
}

/**
 * Takes a server over from a snapshot. It says who is in a room but not since when, so people whom we saw come in keep
 * the time we saw. What it leaves out is unknown, so it stays as it was known before.
 */
export function takeOver(server: SeenServer, before: ServerView | undefined): ServerView {
	for (const [id, event] of server.events) server.events.set(id, asFound(before?.events.get(id), event));
	if (!before) return server;
	for (const [roomId, room] of server.rooms) keepEntryTimes(room, before.rooms.get(roomId));
	if (server.holes.has("name") && server.name === "") server.name = before.name;
	if (server.holes.has("rooms")) keepRooms(server, before);
	if (server.holes.has("people")) keepPeople(server, before);
	if (server.holes.has("stages")) keepMissing(server.stages, before.stages);
	if (server.holes.has("events")) keepMissing(server.events, before.events);
	return server;
}

function keepEntryTimes(room: RoomView, before: RoomView | undefined): void {
	for (const [userId, presence] of room.present) {
		const known = before?.present.get(userId);
		if (!known) continue;
		const { enteredAt, witnessed } = known;
		room.present.set(userId, { ...presence, enteredAt, witnessed });
	}
}

/** An event that only a snapshot shows to be running may have begun long before we looked; its start is the best guess. */
function asFound(before: EventView | undefined, seen: SeenEvent): EventView {
	const event = asKnown(before, seen);
	const { activeSince } = event;
	if (activeSince === null || stillRuns(before, event)) return event;
	return { ...event, activeSince: Math.min(startOf(event), activeSince), foundAt: activeSince };
}

/** An event as it is shown, and where it does not say, as it was known before. */
export function asKnown(before: EventView | undefined, { lacksDates = false, ...seen }: SeenEvent): EventView {
	const exceptions = lacksDates && before ? new Map([...before.exceptions, ...seen.exceptions]) : seen.exceptions;
	return stillRunning(before, { ...seen, exceptions });
}

/** A running event keeps the time it began, and stays the same occurrence when it is put off. */
function stillRunning(before: EventView | undefined, event: EventView): EventView {
	if (!stillRuns(before, event)) return event;
	const occurrenceAt = event.occurrenceAt === null ? null : before.occurrenceAt;
	return { ...event, activeSince: before.activeSince, foundAt: before.foundAt, occurrenceAt };
}

/** Whether an event that was running still is. Where its next date is, nobody has told that the one before has ended. */
function stillRuns(before: EventView | undefined, { activeSince, occurrenceAt }: EventView): before is EventView {
	if (!before || before.activeSince === null || activeSince === null) return false;
	return isOneOccurrence(before.occurrenceAt, occurrenceAt);
}

function keepRooms(server: ServerView, before: ServerView): void {
	for (const { id, name, kind, isListed } of before.rooms.values()) {
		const room = roomIn(server, id, kind);
		if (!room.isListed) Object.assign(room, { name, kind, isListed });
	}
}

/** Keeps the people whom the snapshot does not show anywhere. */
function keepPeople(server: ServerView, before: ServerView): void {
	const shown: ReadonlyMap<string, string> = new Map(server.whereabouts);
	for (const room of before.rooms.values()) {
		for (const [userId, presence] of room.present) if (!shown.has(userId)) place(server, room, presence);
	}
}

function place(server: ServerView, { id, kind }: RoomView, presence: Presence): void {
	roomIn(server, id, kind).present.set(presence.person.id, presence);
	server.whereabouts.set(presence.person.id, id);
}

function keepMissing<V>(shown: Map<string, V>, before: ReadonlyMap<string, V>): void {
	for (const [id, one] of before) if (!shown.has(id)) shown.set(id, one);
}
