import { openSessionsOf } from "../store/sessions.ts";
import { type Door, doorTo } from "./door.ts";
import { takeOver } from "./opening.ts";
import { reasonFor } from "./reason.ts";
import { close, open, type Reconciling, reconcile } from "./reconcile.ts";
import { apply, type Sighting } from "./sighting.ts";
import { emptyServer, hasPeople, type RoomView, roomIn, type ServerView } from "./view.ts";

/** What `keepSessions` works with. */
export interface Keeping extends Omit<Reconciling, "signal" | "auditAfter"> {
	/** Called each time something about a session could not be stored; it is tried again. */
	onFailing(sessionId: string): void;
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
	const { store, clock, log, onAttendance, onFailing } = keeping;
	const servers = new Map<string, ServerView>();
	const doors = new Map<string, Door>();
	const loaded = new Map<string, Promise<void>>();
	const stopping = new AbortController();
	const reconciling = { ...keeping, signal: stopping.signal, auditAfter };
	const auditing = auditNowAndThen();

	function notice(sighting: Sighting): void {
		if (stopping.signal.aborted) return;
		const at = clock.now();
		const { rooms, step, named } = apply(servers, sighting, at);
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
		if (named) auditDoor(doorOf(server, named));
		if (sighting.kind !== "voice" || !step) return;
		for (const [room, enters] of [[step.from, false] as const, [step.to, true] as const]) {
			if (!room) continue;
			const door = doorOf(server, room);
			door.events.push({ person: sighting.person, enters, at, witnessed: sighting.witnessed });
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
		for (const [roomId, door] of doors) {
			if (door.server.id !== serverId) continue;
			doors.delete(roomId);
			for (const event of door.events) if ("drop" in event) event.drop();
		}
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
			const present = new Set(door.room.present.keys());
			door.live = await takeOver(store, row, reasonFor(server, door.room), present, now);
			// Before anything that has been seen meanwhile: if it ended while we were away, nobody has come to it since.
			door.reason = reasonFor(server, door.room);
			door.events.unshift({ reason: door.reason, at: now, present: new Map(door.room.present), away: true });
			door.emptySince = hasPeople(door.room) ? null : (door.emptySince ?? now);
			auditAfter(door, door.live.settlesAt - now);
			auditDoor(door);
		}
	}

	function poke(door: Door): void {
		door.dirty = true;
		door.working ??= work(door).finally(() => {
			door.working = null;
			if (door.dirty && isInUse(door) && !stopping.signal.aborted) poke(door);
		});
	}

	async function work(door: Door): Promise<void> {
		const ids = { room: door.room.id, server: door.server.id };
		for (let failures = 0; door.dirty && isInUse(door) && !stopping.signal.aborted; ) {
			door.dirty = false;
			try {
				await load(door.server);
				await reconcile(door, reconciling);
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

	/**
	 * Does something at a door once everything before it is stored, and again until it could be done. False when it says
	 * so, and when the server is gone before.
	 */
	function errand(serverId: string, roomId: string, work: (door: Door) => Promise<boolean>): Promise<boolean> {
		const server = servers.get(serverId) ?? emptyServer(serverId);
		const door = doorOf(server, roomIn(server, roomId));
		const { promise, resolve } = Promise.withResolvers<boolean>();
		door.events.push({ run: async () => resolve(await work(door)), drop: () => resolve(false) });
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
			await open(door, { ...on, ...given }, { at, present: door.room.present, called: true }, reconciling);
			return true;
		});
	}

	function end(serverId: string, roomId: string, recap: string | null): Promise<boolean> {
		return errand(serverId, roomId, async (door) => {
			if (!door.live) return false;
			const end = { at: clock.now(), present: new Map(door.room.present), byHost: { recap } };
			await close(door, door.live, end, reconciling);
			door.endedByHost = true;
			return true;
		});
	}

	/** A door that nobody has used for a while, or of a server that was gone, may have been replaced by another since. */
	function isInUse(door: Door): boolean {
		return doors.get(door.room.id) === door;
	}

	function auditAfter(door: Door, delayMs: number): void {
		void clock.sleep(delayMs, stopping.signal).then(() => auditDoor(door));
	}

	function auditDoor(door: Door): void {
		if (!isInUse(door)) return;
		door.audit = true;
		poke(door);
	}

	function refresh(serverId: string): void {
		for (const door of doors.values()) {
			if (door.server.id !== serverId) continue;
			poke(door); // a room that was left alone may be greeted in from now on
			if (!door.live) continue;
			door.live.settings = null;
			onAttendance(door.live.id);
		}
	}

	function audit(serverId?: string): void {
		for (const door of doors.values()) {
			if (serverId !== undefined && door.server.id !== serverId) continue;
			if (door.live) door.live.settings = null; // another process may have changed them
			if (door.live || door.reason) auditDoor(door);
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
