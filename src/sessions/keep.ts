import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { openSessionsOf } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import type { Move } from "./admission.ts";
import { closeSession, type Live, liveFrom, openSession, updateFacts } from "./live.ts";
import { continues, type Reason, reasonFor } from "./reason.ts";
import { recordMoves } from "./record.ts";
import { apply, type Sighting } from "./sighting.ts";
import { hasPeople, type RoomView, type ServerView } from "./view.ts";

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

/** A room and what is still to be stored about it. */
interface Door {
	server: ServerView;
	room: RoomView;
	live: Live | null;
	/** Who was there when the reason for a session turned up; set until the session is open. */
	opening: { at: number; present: ReadonlySet<string> } | null;
	/** Comings and goings not stored yet. */
	moves: Move[];
	/** Look for comings and goings that nobody saw. */
	audit: boolean;
	/** We come from being away: what ended, ended some time ago. */
	away: boolean;
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
		for (const room of rooms) lookAt(doorOf(server, room), sighting.kind === "server", at);
		if (sighting.kind === "server") void load(server).then(pokeOpenDoors, () => undefined);
		if (sighting.kind !== "voice" || !step) return;
		for (const [room, enters] of [[step.from, false] as const, [step.to, true] as const]) {
			if (!room) continue;
			const door = doorOf(server, room);
			door.moves.push({ person: sighting.person, enters, at, witnessed: true });
			poke(door);
		}
	}

	function lookAt(door: Door, snapshot: boolean, at: number): void {
		if (snapshot) door.audit = door.away = true;
		if (!door.live && !door.opening && reasonFor(door.server, door.room)) {
			door.opening = { at, present: new Set(door.room.present.keys()) };
			door.moves = [];
		}
		poke(door);
	}

	function doorOf(server: ServerView, room: RoomView): Door {
		let door = doors.get(room.id);
		if (!door) {
			const nothing = { live: null, opening: null, moves: [], audit: false, away: false, dirty: false, working: null };
			door = { server, room, ...nothing };
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
			door.opening = null;
			door.audit = true;
		}
	}

	function pokeOpenDoors(): void {
		for (const door of doors.values()) if (door.live) poke(door);
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

	/** Makes what is stored true to what Discord shows in one room. */
	async function reconcile(door: Door): Promise<void> {
		const reason = reasonFor(door.server, door.room);
		if (door.live) await record(door, door.live);
		if (door.live && hasEnded(door.live, reason, clock.now())) await close(door, door.live);
		door.away = false;
		if (!door.live && reason) await open(door, reason);
		if (!door.live) {
			door.moves = [];
			return;
		}
		await updateFacts(store, door.live, { reason, empty: !hasPeople(door.room), now: clock.now() });
		await record(door, door.live);
	}

	async function open(door: Door, reason: Reason): Promise<void> {
		const opening = door.opening ?? { at: clock.now(), present: new Set(door.room.present.keys()) };
		const live = await openSession(store, door.server.id, door.room, reason, opening);
		door.opening = null;
		if (!live) return;
		door.live = live;
		door.audit = true;
		log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session opened");
		void clock.sleep(live.settlesAt - clock.now(), stopping.signal).then(() => auditDoor(door));
	}

	async function record(door: Door, live: Live): Promise<void> {
		const { audit, moves } = door;
		if (moves.length === 0 && !audit) return;
		const seen = moves.slice();
		door.audit = false;
		try {
			const due = await recordMoves(store, live, door.room, { seen, audit, now: clock.now() });
			moves.splice(0, seen.length);
			if (due > 0) onGreetings(door.room.id);
		} catch (error) {
			door.audit ||= audit;
			throw error;
		}
	}

	async function close(door: Door, live: Live): Promise<void> {
		const due = await closeSession(store, live, door.room, { now: clock.now(), silently: door.away });
		door.live = null;
		door.moves = [];
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

function hasEnded(live: Live, reason: Reason | null, now: number): boolean {
	if (live.emptySince !== null && now - live.emptySince >= EMPTY_ENDS_AFTER_MS) return true;
	if (live.stageId === null && live.eventId === null) return false; // it lasts until its host ends it
	return reason === null || !continues(live, reason);
}
