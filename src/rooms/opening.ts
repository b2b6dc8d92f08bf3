import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import { insertSession, latestSessionsIn, openSessionIn, type SessionRow, updateSession } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import type { Queryable, Store } from "../store/store.ts";
import { isSame, type Reason, reopens } from "./reason.ts";
import { type Room, type Session, type Step, speakersAmong } from "./room.ts";
import type { World } from "./world.ts";

/** Speakers often step on stage a moment after they open it; who is there at the opening waits this long. */
export const SETTLES_AFTER_MS = 2_000;
/** A session so young may not have settled yet who is its host and its panel. */
const YOUNG_MS = 60_000;
/** How many past sessions of a room may be the one that opens again. */
const PAST_SESSIONS = 5;

type Opening = Extract<Step, { do: "open" }>;

/** A session that is open by now, and when it opened last. */
export interface Opened {
	kind: "opened";
	row: SessionRow;
	openedAt: number;
	/** By the wall clock. */
	settlesAt: number;
}

/**
 * Opens the session that a step calls for: the one another process just opened, the one that closed a moment ago, or a new
 * one. None is opened where its host has ended it, where there is nobody to open a closed one again for, or in a room that
 * is to be left alone; a host who calls for it gets it all the same.
 */
export async function openSession(
	store: Store,
	room: { serverId: string; id: string; name: string },
	opening: Opening,
): Promise<Opened | { kind: "left closed"; endedByHost: boolean }> {
	const { reason, at, called } = opening;
	const openedAt = Math.min(reason.openedAt, at);
	return store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, room.id);
		if (settings?.ignored === 1 && !called) return { kind: "left closed", endedByHost: false };
		const hostId = reason.creatorId ?? settings?.regular_host_id ?? null;
		const past = await latestSessionsIn(db, room.id, PAST_SESSIONS);
		const open = past.find((session) => session.closed_at === null);
		if (open) return openedBefore(open, opening);
		const hosts = hostId ? [hostId] : speakersAmong(opening.present, opening.present.keys());
		const again = reopens(past.map(withIdentity), reason, hosts, at);
		if (again) return reopen(db, again.row, { ...opening, hostId, title: titleOf(reason, room), openedAt });
		const fresh: SessionRow = {
			id: randomUUID(),
			server_id: room.serverId,
			room_id: room.id,
			host_id: hostId,
			opened_at: openedAt,
			empty_since: opening.visited ? null : at,
			closed_at: null,
			note: null,
			recap: null,
			cue_channel_id: null,
			cue_message_id: null,
			...factsOf(reason, titleOf(reason, room)),
		};
		if (await insertSession(db, fresh)) return openedBefore(fresh, opening);
		const theirs = await openSessionIn(db, room.id);
		return theirs ? openedBefore(theirs, opening) : { kind: "left closed", endedByHost: false };
	});
}

function titleOf(reason: Reason, room: { name: string }): string {
	return reason.title ?? room.name;
}

function factsOf(reason: Reason, title: string) {
	return {
		title,
		starts_at: reason.startsAt,
		ended_by_host: 0,
		stage_id: reason.stageId,
		event_id: reason.eventId,
		occurrence_at: reason.occurrenceAt,
	};
}

function openedBefore(row: SessionRow, { reason, at }: Opening): Opened {
	const settlesAt = Math.min(reason.openedAt, at) + SETTLES_AFTER_MS;
	return { kind: "opened", row, openedAt: lastOpeningOf(row, reason, at), settlesAt };
}

/** Who has waited in the room came to this opening, not to the first. */
async function reopen(
	db: Queryable,
	row: SessionRow,
	{
		reason,
		called,
		visited,
		hostId,
		title,
		openedAt,
	}: Opening & { hostId: string | null; title: string; openedAt: number },
): Promise<Opened | { kind: "left closed"; endedByHost: boolean }> {
	const endedByHost = row.ended_by_host === 1 && isSame(withIdentity(row), reason);
	if ((endedByHost || !visited) && !called) return { kind: "left closed", endedByHost };
	const opened = {
		...factsOf(reason, title),
		closed_at: null,
		empty_since: null,
		...(called && { host_id: hostId }),
	};
	await updateSession(db, row.id, opened);
	return { kind: "opened", row: { ...row, ...opened }, openedAt, settlesAt: openedAt + SETTLES_AFTER_MS };
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
 * What is stored of a room, for a process that has not seen it yet, or not lately. If a session opened there just now,
 * speakers may still have to be told from guests.
 */
export async function readRoom(
	{ store, clock, world }: { store: Store; clock: Clock; world: World },
	{ id, serverId }: { id: string; serverId: string },
): Promise<Room> {
	const row = await openSessionIn(store, id);
	if (!row) return { is: "idle" };
	const [now, reason] = [clock.now(), world.reason(serverId, id)];
	const openedAt = lastOpeningOf(row, reason, now);
	const live = { session: sessionOf(row, openedAt), reason, emptySince: row.empty_since };
	if (now - openedAt > YOUNG_MS) return { is: "on", ...live };
	const settlesInMs = Math.max(0, Math.min(openedAt, now) + SETTLES_AFTER_MS - now);
	const atOpening = new Set(world.present(serverId, id).keys());
	return { is: "settling", ...live, atOpening, until: clock.steady() + settlesInMs };
}

/** When a stored session opened last. What is stored is the first time; when its stage did, Discord shows. */
function lastOpeningOf(row: SessionRow, reason: Reason | null, now: number): number {
	if (!reason?.stageId || reason.stageId !== row.stage_id) return row.opened_at;
	return Math.max(row.opened_at, Math.min(reason.openedAt, now));
}

/** A stored session as its room knows it. */
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
