import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { openSessionsOf } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import type { Move } from "./admission.ts";
import { closeSession, type Live, liveFrom, openSession, updateFacts } from "./live.ts";
import { continues, type Reason, reasonFor } from "./reason.ts";
import { recordMoves } from "./record.ts";
import { apply, type Sighting } from "./sighting.ts";
import { hasPeople, type Presence, type RoomView, type ServerView } from "./view.ts";

/** What `keepSessions` works with. */
export interface Keeping {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Called after greetings for a channel have been stored. */
	onGreetings(channelId: string): void;
}

/** The doors of all rooms: told what Discord shows, they keep what is stored about sessions and attendance true to it. */
export interface Sessions {
	/** Takes note of something seen; it is stored behind this call. Never throws, never waits. */
	notice(sighting: Sighting): void;
	/** Stops taking notice; resolves when the storing that is under way is done. */
	stop(): Promise<void>;
}

const EMPTY_ENDS_AFTER_MS = 10 * 60_000;
/** How often rooms with a session are compared with what is stored although nothing was seen to happen. */
const AUDIT_EVERY_MS = 30_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/** The reason for a session came, changed or went; with who was in the room at that moment. */
interface Turn {
	reason: Reason | null;
	at: number;
	present: ReadonlyMap<string, Presence>;
	/** A snapshot told us: if a session ended, it did so while we were away. */
	away: boolean;
}

/** A room and what is still to be stored about it. */
interface Door {
	server: ServerView;
	room: RoomView;
	live: Live | null;
	/** What happened and is not stored yet, in order: a session's guests are those who came during it. */
	events: (Move | Turn)[];
	/** The reason last seen, to notice when it changes. */
	reason: Reason | null;
	/** Since when nobody but bots is in the room; null while somebody is. */
	emptySince: number | null;
	/** Look for comings and goings that nobody saw. */
	audit: boolean;
	dirty: boolean;
	working: Promise<void> | null;
}

/**
 * Opens and closes sessions and stores each arrival with its greeting in one transaction.
 *
 * Rooms are independent, and each has one piece of work under way at most: compare what Discord shows with what is
 * stored, mend the difference. Whatever fails (a full disk, a lost database) is compared again later, so nothing noticed
 * is lost.
 */
export function keepSessions({ store, clock, log, onGreetings }: Keeping): Sessions {
	const servers = new Map<string, ServerView>();
	const doors = new Map<string, Door>();
	const loaded = new Map<string, Promise<void>>();
	const stopping = new AbortController();
	const auditing = auditNowAndThen();

	function notice(sighting: Sighting): void {
		if (stopping.signal.aborted) return;
		const at = clock.now();
		const { rooms, step } = apply(servers, sighting, at);
		const serverId = sighting.kind === "server" ? sighting.server.id : sighting.serverId;
		const server = servers.get(serverId);
		if (!server) {
			forget(serverId);
			return;
		}
		const away = sighting.kind === "server";
		for (const room of rooms) if (doors.has(room.id) || reasonFor(server, room)) lookAt(doorOf(server, room), away, at);
		if (away)
			void load(server).catch((err) => log.error({ err, server: serverId }, "open sessions could not be read yet"));
		if (sighting.kind !== "voice" || !step) return;
		for (const [room, enters] of [[step.from, false] as const, [step.to, true] as const]) {
			if (!room) continue;
			const door = doorOf(server, room);
			door.events.push({ person: sighting.person, enters, at, witnessed: true });
			door.emptySince = hasPeople(room) ? null : (door.emptySince ?? at);
			poke(door);
		}
	}

	function lookAt(door: Door, away: boolean, at: number): void {
		const reason = reasonFor(door.server, door.room);
		if (away || reason?.stageId !== door.reason?.stageId || reason?.eventId !== door.reason?.eventId) {
			door.events.push({ reason, at, present: new Map(door.room.present), away });
		}
		door.reason = reason;
		door.emptySince = hasPeople(door.room) ? null : (door.emptySince ?? at);
		door.audit ||= away;
		poke(door);
	}

	function doorOf(server: ServerView, room: RoomView): Door {
		let door = doors.get(room.id);
		if (!door) {
			const idle = { audit: false, dirty: false, working: null };
			door = { server, room, live: null, events: [], reason: null, emptySince: null, ...idle };
			doors.set(room.id, door);
		}
		door.server = server;
		door.room = room;
		return door;
	}

	function forget(serverId: string): void {
		for (const [roomId, door] of doors) if (door.server.id === serverId) doors.delete(roomId);
		loaded.delete(serverId);
	}

	/** Puts the sessions that are stored as open behind their doors, once per server, again if it failed. */
	function load(server: ServerView): Promise<void> {
		let loading = loaded.get(server.id);
		if (!loading) {
			loading = loadOpen(server);
			loaded.set(server.id, loading);
			loading.catch(() => loaded.delete(server.id));
		}
		return loading;
	}

	async function loadOpen(server: ServerView): Promise<void> {
		for (const row of await openSessionsOf(store, server.id)) {
			const gone: RoomView = { id: row.room_id, name: row.title, kind: "voice", present: new Map() };
			const door = doorOf(server, server.rooms.get(row.room_id) ?? gone);
			door.live = await liveFrom(store, row);
			lookAt(door, true, clock.now());
		}
	}

	function poke(door: Door): void {
		door.dirty = true;
		door.working ??= work(door).finally(() => {
			door.working = null;
			if (door.dirty && !stopping.signal.aborted) poke(door);
		});
	}

	async function work(door: Door): Promise<void> {
		const ids = { room: door.room.id, server: door.server.id };
		for (let failures = 0; door.dirty && !stopping.signal.aborted; ) {
			door.dirty = false;
			try {
				await load(door.server);
				await reconcile(door);
				if (!door.live && !door.reason && door.events.length === 0) doors.delete(door.room.id);
				if (failures > 0) log.info({ ...ids, failures }, "attendance is stored again");
				failures = 0;
			} catch (err) {
				failures++;
				if (failures === 1) log.error({ err, ...ids }, "attendance could not be stored; trying again until it can");
				door.dirty = true;
				await clock.sleep(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), stopping.signal);
			}
		}
	}

	/** Makes what is stored true to what Discord shows in one room: first what happened, then what nobody saw. */
	async function reconcile(door: Door): Promise<void> {
		for (let first = door.events[0]; first; first = door.events[0]) {
			if (isTurn(first)) {
				await take(first, door);
				door.events.shift();
			} else {
				const moves = movesUntilTurn(door.events);
				if (door.live) await record(door, door.live, moves, false);
				door.events.splice(0, moves.length);
			}
		}
		const now = clock.now();
		if (door.live) await updateFacts(store, door.live, door.reason, door.emptySince);
		if (door.live && isDeserted(door.live, now)) await close(door, door.live, now, new Map());
		if (!door.live && door.reason && hasPeople(door.room)) await open(door, door.reason, now, door.room.present);
		if (!door.live || !door.audit) return;
		door.audit = false;
		try {
			await record(door, door.live, [], true);
		} catch (error) {
			door.audit = true;
			throw error;
		}
	}

	async function take({ reason, at, present, away }: Turn, door: Door): Promise<void> {
		if (door.live && hasEnded(door.live, reason)) await close(door, door.live, at, away ? new Map() : present);
		if (!door.live && reason) await open(door, reason, at, present);
	}

	async function open(door: Door, reason: Reason, at: number, present: ReadonlyMap<string, Presence>): Promise<void> {
		const live = await openSession(store, door.server.id, door.room, reason, { at, present: new Set(present.keys()) });
		if (!live) return;
		door.live = live;
		door.audit = true;
		log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session opened");
		void clock.sleep(live.settlesAt - clock.now(), stopping.signal).then(() => auditDoor(door));
	}

	async function record(door: Door, live: Live, seen: Move[], audit: boolean): Promise<void> {
		const due = await recordMoves(store, live, door.room, { seen, audit, now: clock.now() });
		if (due > 0) onGreetings(door.room.id);
	}

	/** Closes a session; `present` are those to thank. */
	async function close(door: Door, live: Live, at: number, present: ReadonlyMap<string, Presence>): Promise<void> {
		const due = await closeSession(store, live, door.room.id, { at, present });
		door.live = null;
		log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session closed");
		if (due > 0) onGreetings(door.room.id);
	}

	function auditDoor(door: Door): void {
		door.audit = true;
		poke(door);
	}

	async function auditNowAndThen(): Promise<void> {
		while (!stopping.signal.aborted) {
			await clock.sleep(AUDIT_EVERY_MS, stopping.signal);
			for (const door of doors.values()) if (door.live) auditDoor(door);
		}
	}

	async function stop(): Promise<void> {
		stopping.abort();
		await Promise.all([auditing, ...[...doors.values()].map((door) => door.working)]);
	}

	return { notice, stop };
}

function isTurn(event: Move | Turn): event is Turn {
	return "reason" in event;
}

function movesUntilTurn(events: readonly (Move | Turn)[]): Move[] {
	const moves: Move[] = [];
	for (const event of events) {
		if (isTurn(event)) break;
		moves.push(event);
	}
	return moves;
}

function isDeserted(live: Live, now: number): boolean {
	return live.emptySince !== null && now - live.emptySince >= EMPTY_ENDS_AFTER_MS;
}

function hasEnded(live: Live, reason: Reason | null): boolean {
	if (live.stageId === null && live.eventId === null) return false; // it lasts until its host ends it
	return reason === null || !continues(live, reason);
}
