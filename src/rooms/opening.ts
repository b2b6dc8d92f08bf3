import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { insertSession, latestSessionsIn, openSessionIn, type SessionRow, updateSession } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import { isSame, type Reason, reopens } from "./reason.ts";
import { type Room, speakersAmong } from "./room.ts";
import type { Session } from "./session.ts";
import type { Step } from "./step.ts";
import type { Present } from "./view.ts";

/** After this it is decided who leads a session: speakers often step on stage a moment after they open it. */
const SETTLES_AFTER_MS = 2_000;
/** What is seen to open has opened so lately at most, unless a clock is wrong. */
const YOUNG_MS = 60_000;
/** So many past sessions of a room are looked at for one that opens again. */
const PAST_SESSIONS = 5;

type Opening = Extract<Step, { do: "open" }>;

/** What came of an opening. */
export type Opened =
	/** A session is open: its row, and when it opened last. */
	| { kind: "open"; row: SessionRow; openedAt: number }
	/** No session is open. */
	| { kind: "left closed"; endedByHost: boolean };

/** A room, as far as a session needs to know it. */
export interface RoomRef {
	id: string;
	serverId: string;
	name: string;
}

/**
 * Opens a session in a room: takes the one that is open already, opens the one again that closed a moment ago, or stores a
 * new one. None is opened when its host has ended it, when nobody has come for whom a closed one could open again, or when
 * the room is to be left alone. None of these holds for a session that a host opens by hand.
 */
export async function openSession(store: Store, place: RoomRef, opening: Opening): Promise<Opened> {
	return store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, place.id);
		if (settings?.ignored === 1 && !opening.called) return { kind: "left closed", endedByHost: false };
		const hostId = opening.reason.creatorId ?? settings?.regular_host_id ?? null;
		const past = await latestSessionsIn(db, place.id, PAST_SESSIONS);
		const open = past.find((session) => session.closed_at === null);
		if (open) return foundOpen(open, opening);
		const again = reopens(past.map(withIdentity), opening.reason, hostsOf(opening, hostId), opening.at);
		return again ? reopen(db, again.row, place, opening, hostId) : openNew(db, place, opening, hostId);
	});
}

/** Who may be the host this time, as far as is known yet. */
function hostsOf({ present }: Opening, hostId: string | null): string[] {
	return hostId ? [hostId] : speakersAmong(present, present.keys());
}

function foundOpen(row: SessionRow, { reason, at }: Opening): Opened {
	return { kind: "open", row, openedAt: lastOpeningOf(row, reason, at) };
}

async function reopen(
	db: Queryable,
	row: SessionRow,
	place: RoomRef,
	{ reason, at, called, visited }: Opening,
	hostId: string | null,
): Promise<Opened> {
	const endedByHost = row.ended_by_host === 1 && isSame(withIdentity(row), reason);
	if ((endedByHost || !visited) && !called) return { kind: "left closed", endedByHost };
	const host = called ? { host_id: hostId } : {};
	const opened = { ...columnsFor(reason, place), closed_at: null, empty_since: null, ...host };
	await updateSession(db, row.id, opened);
	// People who have waited in the room came to this opening, not to the first.
	const openedAt = Math.min(reason.openedAt, at);
	return { kind: "open", row: { ...row, ...opened }, openedAt };
}

async function openNew(db: Queryable, place: RoomRef, opening: Opening, hostId: string | null): Promise<Opened> {
	const { reason, at, visited } = opening;
	const row: SessionRow = {
		id: randomUUID(),
		server_id: place.serverId,
		room_id: place.id,
		host_id: hostId,
		opened_at: Math.min(reason.openedAt, at),
		empty_since: visited ? null : at,
		closed_at: null,
		note: null,
		recap: null,
		cue_channel_id: null,
		cue_message_id: null,
		...columnsFor(reason, place),
	};
	if (await insertSession(db, row)) return foundOpen(row, opening);
	const theirs = await openSessionIn(db, place.id); // another process has opened it meanwhile
	return theirs ? foundOpen(theirs, opening) : { kind: "left closed", endedByHost: false };
}

/** The columns of a session that its reason decides. */
function columnsFor(reason: Reason, place: RoomRef) {
	return {
		title: reason.title ?? place.name,
		starts_at: reason.startsAt,
		ended_by_host: 0,
		settled: 0,
		stage_id: reason.stageId,
		event_id: reason.eventId,
		occurrence_at: reason.occurrenceAt,
	};
}

function withIdentity(row: SessionRow) {
	return {
		row,
		stageId: row.stage_id,
		eventId: row.event_id,
		occurrenceAt: row.occurrence_at,
		hostId: row.host_id,
		closedAt: row.closed_at,
	};
}

/**
 * Reads what is stored of a room, for a process that has not seen it yet, or not lately. If it is not known yet who leads
 * the session there, those who are `present` are told apart as at its opening: soon if that was just now, at once if it
 * was a while ago, so that no clock decides who is a guest.
 */
export async function readRoom(
	store: Store,
	clock: Clock,
	{ id }: Pick<RoomRef, "id">,
	{ reason, present }: { reason: Reason | null; present: Present },
): Promise<Room> {
	const row = await openSessionIn(store, id);
	if (!row) return { is: "idle" };
	const session = sessionOf(row, lastOpeningOf(row, reason, clock.now()));
	const live = { session, reason, emptySince: row.empty_since };
	if (row.settled !== 0) return { is: "on", ...live };
	const atOpening = new Set(present.keys());
	return { is: "settling", ...live, atOpening, until: settlesBy(session.openedAt, { away: true }, clock) };
}

/**
 * Returns when it is to be settled who leads a session that opened at a time of the wall clock, by the steady clock. What
 * cannot be so, because it was seen to open just now, is the work of a wall clock that is wrong, and does not count.
 */
export function settlesBy(openedAt: number, { away }: { away: boolean }, clock: Clock): number {
	const sinceMs = clock.now() - openedAt;
	if (sinceMs > YOUNG_MS && away) return clock.steady();
	const isPlausible = sinceMs >= 0 && sinceMs <= YOUNG_MS;
	return clock.steady() + (isPlausible ? Math.max(0, SETTLES_AFTER_MS - sinceMs) : SETTLES_AFTER_MS);
}

/** When a stored session opened last. The row has its first opening; Discord shows when its stage opened. */
function lastOpeningOf(row: SessionRow, reason: Reason | null, now: number): number {
	if (!reason?.stageId || reason.stageId !== row.stage_id) return row.opened_at;
	return Math.max(row.opened_at, Math.min(reason.openedAt, now));
}

export function sessionOf(row: SessionRow, openedAt: number): Session {
	return {
		id: row.id,
		serverId: row.server_id,
		roomId: row.room_id,
		stageId: row.stage_id,
		eventId: row.event_id,
		occurrenceAt: row.occurrence_at,
		hostId: row.host_id,
		title: row.title,
		startsAt: row.starts_at,
		openedAt,
		note: row.note,
		recap: row.recap,
	};
}
