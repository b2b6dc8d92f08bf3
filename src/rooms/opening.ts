import { randomUUID } from "node:crypto";
import { insertSession, latestSessionsIn, openSessionIn, type SessionRow, updateSession } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import type { Queryable, Store } from "../store/store.ts";
import { identityColumns, type Live, liveFrom, OPENING_GRACE_MS, readSettings } from "./live.ts";
import { isSame, type Reason, reopens } from "./reason.ts";
import { hasPeople, type RoomView, speakersIn } from "./view.ts";

/** A session so young may not have settled yet who is its host and its panel. */
const YOUNG_MS = 60_000;
/** How many past sessions of a room may be the one that opens again. */
const PAST_SESSIONS = 5;

/**
 * The session of a stored row as it is taken up by a process that did not see it open. If that was just now, speakers may
 * still have to be told from guests: then those `present` are treated as there at the opening.
 */
export async function takeOver(
	db: Queryable,
	row: SessionRow,
	reason: Reason | null,
	present: ReadonlySet<string>,
	now: number,
): Promise<Live> {
	const live = await liveFrom(db, row);
	live.openedAt = lastOpeningOf(row, reason, now);
	if (now - live.openedAt > YOUNG_MS) return live;
	live.atOpening = present;
	live.settlesAt = Math.min(live.openedAt, now) + OPENING_GRACE_MS;
	return live;
}

/** When a stored session opened last. What is stored is the first time; when its stage did, Discord shows. */
function lastOpeningOf(row: SessionRow, reason: Reason | null, now: number): number {
	if (!reason?.stageId || reason.stageId !== row.stage_id) return row.opened_at;
	return Math.max(row.opened_at, Math.min(reason.openedAt, now));
}

/** How a session opens. */
export interface Opening {
	at: number;
	/** Who is there. */
	present: ReadonlySet<string>;
	/** Its host calls for it. */
	called: boolean;
	/** Somebody was there or has come, though they may have left again by now. */
	visited: boolean;
}

/**
 * Opens the session that a reason calls for: the one another process just opened, the one that closed a moment ago,
 * or a new one. None is opened where its host has ended it, and null is for a closed one that has nobody to open again
 * for, or a room that is to be left alone; a host who calls for it (`called`) gets it all the same.
 */
export async function openSession(
	store: Store,
	serverId: string,
	room: RoomView,
	reason: Reason,
	opening: Opening,
): Promise<Live | "ended by host" | null> {
	const empty = !hasPeople(room) && !opening.visited;
	const facts = {
		title: reason.title ?? room.name,
		starts_at: reason.startsAt,
		ended_by_host: 0,
		...identityColumns(reason),
	};
	const openedAt = Math.min(reason.openedAt, opening.at);
	let reopened = false;
	const row = await store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, room.id);
		if (settings?.ignored === 1 && !opening.called) return null;
		const hostId = reason.creatorId ?? settings?.regular_host_id ?? null;
		const hosts = hostId ? [hostId] : speakersIn(room, opening.present);
		const past = await latestSessionsIn(db, room.id, PAST_SESSIONS);
		const open = past.find((session) => session.closed_at === null);
		if (open) return open;
		const again = reopens(past.map(withIdentity), reason, hosts, opening.at);
		if (again) {
			const ended = again.row.ended_by_host === 1 && isSame(again, reason);
			if (ended && !opening.called) return "ended by host";
			if (empty && !opening.called) return null;
			const opened = { ...facts, closed_at: null, empty_since: null, ...(opening.called && { host_id: hostId }) };
			await updateSession(db, again.row.id, opened);
			reopened = true;
			return { ...again.row, ...opened };
		}
		const fresh: SessionRow = {
			id: randomUUID(),
			server_id: serverId,
			room_id: room.id,
			host_id: hostId,
			opened_at: openedAt,
			empty_since: empty ? opening.at : null,
			closed_at: null,
			note: null,
			recap: null,
			cue_channel_id: null,
			cue_message_id: null,
			...facts,
		};
		if (await insertSession(db, fresh)) return fresh;
		return (await openSessionIn(db, room.id)) ?? null;
	});
	if (row === null || row === "ended by host") return row;
	const live = await liveFrom(store, row);
	// Who has waited in the room came to this opening, not to the first.
	live.openedAt = reopened ? openedAt : lastOpeningOf(row, reason, opening.at);
	live.atOpening = opening.present;
	live.settlesAt = openedAt + OPENING_GRACE_MS;
	live.settings = await readSettings(store, live);
	return live;
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
