import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { FreeLine } from "../store/outbox.ts";
import { openSessionsOf } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import type { Move } from "./admission.ts";
import { recordAfterHours } from "./after-hours.ts";
import type { Arrived, Due } from "./arrive.ts";
import { type Door, doorTo, hasEnded, isDeserted, leadingMoves, type Turn } from "./door.ts";
import { closeSession, type Live, type Opening, openSession, type SessionEnd, takeOver, updateFacts } from "./live.ts";
import { type Reason, reasonFor } from "./reason.ts";
import { recordMoves } from "./record.ts";
import { apply, type Sighting } from "./sighting.ts";
import { emptyServer, hasPeople, type Presence, type RoomView, roomIn, type ServerView } from "./view.ts";

/** What `keepSessions` works with. */
export interface Keeping {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Called after greetings for a channel have been stored. */
	onGreetings(channelId: string): void;
	/** Keeps a channel's line free for words frozen with the arrival itself; null while the line is busy. */
	reserve(channelId: string): FreeLine | null;
	/** Called when what is stored about a session, or about who came to it, may have changed. */
	onAttendance(sessionId: string): void;
	/** Called each time something about a session could not be stored; it is tried again. */
	onFailing(sessionId: string): void;
	/** Called with those who have come to a session for the first time, once that is stored. */
	onArrivals(arrived: readonly Arrived[]): void;
}

/** The doors of all rooms: told what Discord shows, they keep what is stored about sessions and attendance true to it. */
export interface Sessions {
	/** Takes note of something seen; it is stored behind this call. Never throws, never waits. */
	notice(sighting: Sighting): void;
	/** What Discord shows of a server now, if it has been seen. To look at, not to change. */
	view(serverId: string): ServerView | undefined;
	/** Opens a session that a host calls for; who is in the room is greeted. False when one is on there already. */
	start(called: Called): Promise<boolean>;
	/** Ends the session in a room on its host's behalf, with a recap if there is one. False when none is on. */
	end(serverId: string, roomId: string, recap: string | null): Promise<boolean>;
	/** What hosts have set in a server may have changed: its sessions read it anew from the next arrival on. */
	refresh(serverId: string): void;
	/** Something may have been missed: compares what Discord shows with what is stored, in one server or in all. */
	audit(serverId?: string): void;
	/** Stops taking notice; resolves when the storing that is under way is done. */
	stop(): Promise<void>;
}

/** A session that a host calls for. */
export interface Called {
	serverId: string;
	roomId: string;
	hostId: string;
	/** Null: whatever the stage or the room is called. */
	title: string | null;
	/** Null: now. */
	startsAt: number | null;
}

/** How often rooms with a session are compared with what is stored although nothing was seen to happen. */
const AUDIT_EVERY_MS = 30_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/**
 * Opens and closes sessions and stores each arrival with its greeting in one transaction.
 *
 * Rooms are independent, and each has one piece of work under way at most: compare what Discord shows with what is
 * stored, mend the difference. Whatever fails (a full disk, a lost database) is compared again later, so nothing noticed
 * is lost.
 */
export function keepSessions(keeping: Keeping): Sessions {
	const { store, clock, log, onGreetings, reserve, onAttendance, onFailing, onArrivals } = keeping;
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
		if (away) {
			for (const door of doorsWithoutRoom(server)) lookAt(door, away, at);
			load(server).catch((err: unknown) => log.error({ err, server: serverId }, "open sessions could not be read yet"));
		}
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
			door = doorTo(server, room);
			doors.set(room.id, door);
		}
		door.server = server;
		door.room = room;
		return door;
	}

	/** The doors of rooms that a snapshot shows no more: they were deleted while we were away. */
	function doorsWithoutRoom(server: ServerView): Door[] {
		const orphans = [...doors.values()].filter(
			(door) => door.server.id === server.id && !server.rooms.has(door.room.id),
		);
		for (const door of orphans) {
			door.server = server;
			door.room = { ...door.room, present: new Map() };
		}
		return orphans;
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
			const now = clock.now();
			door.live = await takeOver(store, row, new Set(door.room.present.keys()), now);
			// Before anything that has been seen meanwhile: if it ended while we were away, nobody has come to it since.
			door.reason = reasonFor(server, door.room);
			door.events.unshift({ reason: door.reason, at: now, present: new Map(door.room.present), away: true });
			door.emptySince = hasPeople(door.room) ? null : (door.emptySince ?? now);
			void clock.sleep(door.live.settlesAt - now, stopping.signal).then(() => auditDoor(door));
			auditDoor(door);
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
				if (!door.live && !door.reason && door.events.length === 0 && isInUse(door)) doors.delete(door.room.id);
				if (failures > 0) log.info({ ...ids, failures }, "attendance is stored again");
				failures = 0;
			} catch (err) {
				failures++;
				if (failures === 1) log.error({ err, ...ids }, "attendance could not be stored; trying again until it can");
				door.dirty = true;
				if (door.live) onFailing(door.live.id);
				await clock.sleep(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), stopping.signal);
			}
		}
	}

	/** Makes what is stored true to what Discord shows in one room: first what happened, then what nobody saw. */
	async function reconcile(door: Door): Promise<void> {
		for (let first = door.events[0]; first; first = door.events[0]) {
			if ("enters" in first) {
				const moves = leadingMoves(door.events);
				if (door.live) await record(door, door.live, moves, false);
				else if (!door.reason || door.endedByHost) await welcomeAfterHours(door, moves);
				else if (door.taken) await openForPassersBy(door, door.taken, moves);
				door.events.splice(0, moves.length);
			} else {
				if ("run" in first) await first.run();
				else await take(first, door);
				door.events.shift();
			}
		}
		const now = clock.now();
		if (door.live) await updateFacts(store, door.live, door.reason, door.emptySince);
		if (door.live && isDeserted(door.live, now)) await close(door, door.live, { at: now, present: new Map() });
		if (!door.live && door.reason && hasPeople(door.room)) await open(door, door.reason, now, door.room.present);
		if (!door.live || !door.audit || door.events.length > 0) return; // what has happened meanwhile goes first
		door.audit = false;
		try {
			await record(door, door.live, [], true);
		} catch (error) {
			door.audit = true;
			throw error;
		}
	}

	async function take({ reason, at, present, away }: Turn, door: Door): Promise<void> {
		door.taken = reason;
		if (!away) door.endedByHost = false;
		const toThank = away ? new Map<string, Presence>() : present;
		if (door.live && hasEnded(door.live, reason)) await close(door, door.live, { at, present: toThank, away });
		if (!door.live && reason) await open(door, reason, at, present);
	}

	async function open(
		door: Door,
		reason: Reason,
		at: number,
		present: ReadonlyMap<string, Presence>,
		how: Partial<Pick<Opening, "called" | "visited">> = {},
	): Promise<void> {
		const opening = { at, present: new Set(present.keys()), called: false, visited: false, ...how };
		const live = await openSession(store, door.server.id, door.room, reason, opening);
		if (!live) return;
		door.live = live;
		door.endedByHost = false;
		door.audit = true;
		onGreetings(live.settings?.profile.postTo ?? door.room.id); // its line is ready before anybody comes
		log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session opened");
		void clock.sleep(live.settlesAt - clock.now(), stopping.signal).then(() => auditDoor(door));
	}

	/** Opens a deserted room's session also for those who came and have left again; who is still there opens it anyway. */
	async function openForPassersBy(door: Door, reason: Reason, moves: Move[]): Promise<void> {
		const gone = moves.filter(({ person }) => !person.bot && !door.room.present.has(person.id));
		const first = gone.find(({ enters }) => enters);
		if (!first) return;
		await open(door, reason, first.at, door.room.present, { visited: true });
		if (door.live) await record(door, door.live, gone, false);
	}

	async function record(door: Door, live: Live, seen: Move[], audit: boolean): Promise<void> {
		tell(await recordMoves(store, live, door.room, { seen, audit, now: clock.now(), reserve, onArrivals }));
		onAttendance(live.id);
	}

	async function welcomeAfterHours(door: Door, moves: Move[]): Promise<void> {
		const due = await recordAfterHours(store, door.server, door.room, moves, clock.now());
		tell(due);
		if (due) onAttendance(due.sessionId);
	}

	function tell(due: Due | null): void {
		if (!due || due.count === 0) return;
		if (due.delayMs === 0) onGreetings(due.channelId);
		else void clock.sleep(due.delayMs, stopping.signal).then(() => onGreetings(due.channelId));
	}

	async function close(door: Door, live: Live, end: SessionEnd): Promise<void> {
		const due = await closeSession(store, live, door.room, end);
		door.live = null;
		log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session closed");
		if (due.count > 0) onGreetings(due.channelId);
		onAttendance(live.id);
	}

	/** Does something at a door once everything before it is stored, and again until it could be done. */
	function errand<T>(serverId: string, roomId: string, work: (door: Door) => Promise<T>): Promise<T> {
		const server = servers.get(serverId) ?? emptyServer(serverId);
		const door = doorOf(server, roomIn(server, roomId));
		const { promise, resolve } = Promise.withResolvers<T>();
		door.events.push({ run: async () => resolve(await work(door)) });
		poke(door);
		return promise;
	}

	function start({ serverId, roomId, hostId, title, startsAt }: Called): Promise<boolean> {
		const at = clock.now();
		return errand(serverId, roomId, async (door) => {
			if (door.live) return false;
			const nothing = { stageId: null, eventId: null, occurrenceAt: null, title: null };
			const on = door.reason ?? nothing;
			const given = { title: on.title ?? title, creatorId: hostId, startsAt: startsAt ?? at, openedAt: at };
			await open(door, { ...on, ...given }, at, new Map(door.room.present), { called: true });
			return true;
		});
	}

	function end(serverId: string, roomId: string, recap: string | null): Promise<boolean> {
		return errand(serverId, roomId, async (door) => {
			if (!door.live) return false;
			await close(door, door.live, { at: clock.now(), present: new Map(door.room.present), byHost: { recap } });
			door.endedByHost = true;
			return true;
		});
	}

	/** A door that nobody has used for a while, or of a server that was gone, may have been replaced by another since. */
	function isInUse(door: Door): boolean {
		return doors.get(door.room.id) === door;
	}

	function auditDoor(door: Door): void {
		if (!isInUse(door)) return;
		door.audit = true;
		poke(door);
	}

	function refresh(serverId: string): void {
		for (const { live } of doors.values()) {
			if (live?.serverId !== serverId) continue;
			live.settings = null;
			onAttendance(live.id);
		}
	}

	function audit(serverId?: string): void {
		for (const door of doors.values()) {
			if (!door.live || (serverId !== undefined && door.server.id !== serverId)) continue;
			door.live.settings = null; // another process may have changed them
			auditDoor(door);
		}
	}

	async function auditNowAndThen(): Promise<void> {
		while (!stopping.signal.aborted) {
			await clock.sleep(AUDIT_EVERY_MS, stopping.signal);
			audit();
		}
	}

	async function stop(): Promise<void> {
		stopping.abort();
		await Promise.all([auditing, ...[...doors.values()].map((door) => door.working)]);
	}

	return { notice, view: (serverId) => servers.get(serverId), start, end, refresh, audit, stop };
}
