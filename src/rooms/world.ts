import { isCancelled, startOf } from "./dates.ts";
import { type Evidence, evidenceFor } from "./evidence.ts";
import type { Shown } from "./happening.ts";
import { type Reason, reasonFor } from "./reason.ts";
import { apply, type Sighting, type WorldChange } from "./sighting.ts";
import { type EventView, emptyServer, type Person, type Present, type RoomView, type ServerView } from "./view.ts";

/** What Discord shows of all servers, as this process has seen it. Rooms bring it up to date; all others only look. */
export interface World {
	/** Brings it up to date with something seen at a time, and says what that changed. */
	take(sighting: Sighting, at: number): WorldChange;
	/** What is shown of a server; undefined for one that has not been seen. To look at, not to change. */
	server(serverId: string): ServerView | undefined;
	/** Who is in a room at this moment; nobody in one that is not shown. */
	shown(serverId: string, roomId: string): Shown;
	/** Those who are shown in a room. */
	peopleIn(serverId: string, roomId: string): Person[];
	/** Whether somebody is seen not to be in a room (any more). */
	hasLeft(serverId: string, roomId: string, userId: string): boolean;
	/** Why a session should be on in a room at this moment, as far as is shown; null for nothing. */
	reason(serverId: string, roomId: string): Reason | null;
	/** What there is to go by in a room where nothing is shown to be on. */
	evidence(serverId: string, roomId: string): Evidence;
	/** Whether a room is known to be no more, or never to have been. */
	lacks(serverId: string, roomId: string): boolean;
	/** What a server is called; empty while it has not been seen. */
	serverNameOf(serverId: string): string;
	/** What somebody goes by, if they are in a room of the server. */
	nameOf(serverId: string, userId: string): string | null;
	/** When the next session is scheduled: in this room, else anywhere in the server. */
	nextSessionAt(serverId: string, roomId: string, now: number): number | null;
	/** When the next session is scheduled in this very room. */
	nextSessionIn(serverId: string, roomId: string, now: number): number | null;
	/** When the next session is scheduled anywhere in the server. */
	nextSessionOn(serverId: string, now: number): number | null;
	/** The next event in this very room, else the next one on the server that its host has made; null when none is scheduled. */
	nextEventOf(held: HeldSession, now: number): NextEvent | null;
}

/** Where a session is held, and whose it is. */
export interface HeldSession {
	serverId: string;
	roomId: string;
	hostId: string | null;
}

/** An event to come, and when it begins. */
export interface NextEvent {
	id: string;
	at: number;
}

/** A world of which nothing has been seen yet. */
export function createWorld(): World {
	const servers = new Map<string, ServerView>();
	const roomOf = (serverId: string, roomId: string) => servers.get(serverId)?.rooms.get(roomId);

	const comingOn = (serverId: string, now: number) => comingIn(servers.get(serverId), now);
	const isIn = (roomId: string) => (event: EventView) => event.roomId === roomId;

	return {
		take: (sighting, at) => apply(servers, sighting, at),
		server: (serverId) => servers.get(serverId),
		shown: (serverId, roomId) => ({
			present: presentIn(roomOf(serverId, roomId)),
			partial: servers.get(serverId)?.holes.has("people") ?? true,
		}),
		peopleIn: (serverId, roomId) => [...presentIn(roomOf(serverId, roomId)).values()].map(({ person }) => person),
		hasLeft(serverId, roomId, userId) {
			const server = servers.get(serverId);
			return server !== undefined && !server.holes.has("people") && server.whereabouts.get(userId) !== roomId;
		},
		reason(serverId, roomId) {
			const server = servers.get(serverId);
			return server ? reasonFor(server, { id: roomId }) : null;
		},
		evidence: (serverId, roomId) => evidenceFor(servers.get(serverId) ?? emptyServer(serverId), { id: roomId }),
		lacks(serverId, roomId) {
			const server = servers.get(serverId);
			return server !== undefined && !server.holes.has("rooms") && !server.rooms.get(roomId)?.isListed;
		},
		serverNameOf: (serverId) => servers.get(serverId)?.name ?? "",
		nameOf(serverId, userId) {
			const roomId = servers.get(serverId)?.whereabouts.get(userId);
			return (roomId && roomOf(serverId, roomId)?.present.get(userId)?.person.name) || null;
		},
		nextSessionAt(serverId, roomId, now) {
			const coming = comingOn(serverId, now);
			return startOrNull(coming.find(isIn(roomId)) ?? coming[0]);
		},
		nextSessionIn: (serverId, roomId, now) => startOrNull(comingOn(serverId, now).find(isIn(roomId))),
		nextSessionOn: (serverId, now) => startOrNull(comingOn(serverId, now)[0]),
		nextEventOf({ serverId, roomId, hostId }, now) {
			const coming = comingOn(serverId, now);
			const isTheirs = ({ creatorId, madeByBot }: EventView) =>
				creatorId !== null && creatorId === hostId && !madeByBot;
			const next = coming.find(isIn(roomId)) ?? coming.find(isTheirs);
			return next ? { id: next.id, at: startOf(next) } : null;
		},
	};
}

/** A copy: what is shown goes on changing. Only a stage has speakers. */
function presentIn(room: RoomView | undefined): Present {
	if (!room || room.kind === "stage") return new Map(room?.present);
	return new Map([...room.present].map(([userId, presence]) => [userId, { ...presence, onStage: false }]));
}

/** The events that are still to begin, the next one first. */
function comingIn(server: ServerView | undefined, now: number): EventView[] {
	return [...(server?.events.values() ?? [])]
		.filter((event) => event.activeSince === null && startOf(event) > now && !isCancelled(event))
		.toSorted((a, b) => startOf(a) - startOf(b));
}

function startOrNull(event: EventView | undefined): number | null {
	return event ? startOf(event) : null;
}
