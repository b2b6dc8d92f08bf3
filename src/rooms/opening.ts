import { randomUUID } from "node:crypto";
import { withdrawAfterHours, withdrawThanks } from "../store/greetings.ts";
import { leadersOf, putOnPanel, seatLeaders } from "../store/panel.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import {
	ENDED_AHEAD,
	insertSession,
	latestSessionsIn,
	openSessionIn,
	type SessionRow,
	updateSession,
} from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import { audienceOf } from "../store/stays.ts";
import { isRehearsed, isSame, type Reason } from "./reason.ts";
import { type PastSession, reopens } from "./reopening.ts";
import { lastOpeningOf } from "./restoring.ts";
import { speakersAmong } from "./roles.ts";
import type { RoomRef } from "./session.ts";
import type { Step } from "./step.ts";

/** So many past sessions of a room are looked at for one that opens again. */
const PAST_SESSIONS = 5;

type Opening = Extract<Step, { do: "open" }>;

/** What came of an opening. */
export type Opened =
	/** A session is open: its row, when it opened last, and whether it had been opened by another process. */
	| { kind: "open"; row: SessionRow; reopenedAt: number; wasOpen: boolean }
	/** No session is open. */
	| { kind: "left closed"; endedByHost: boolean };

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
		if (open) return { ...opened(open, opening), wasOpen: true };
		const again = await findPast(db, past, opening, hostId);
		const now = await (again ? reopen(db, again, place, opening, hostId) : openNew(db, place, opening, hostId));
		if (now.kind === "open") await seatLeaders(db, now.row, opening.at);
		return now;
	});
}

/** A session of the past, and its row. */
interface PastRow extends PastSession {
	row: SessionRow;
}

/** The past session that opens again; null when a new one is to open. Only the latest can because of its people. */
async function findPast(
	db: Queryable,
	rows: readonly SessionRow[],
	opening: Opening,
	hostId: string | null,
): Promise<PastRow | null> {
	const [latest] = rows;
	const ofLatest = latest && { audience: await audienceOf(db, latest), leaders: await leadersOf(db, latest.id) };
	const past = rows.map((row) => ({ ...withIdentity(row), ...((row === latest && ofLatest) || NOBODY) }));
	const gathering = { hosts: hostsOf(opening, hostId), present: opening.present };
	return reopens(past, opening.reason, gathering, opening.at);
}

const NOBODY: Pick<PastSession, "audience" | "leaders"> = { audience: new Set(), leaders: new Set() };

/** Who may be the host this time, as far as is known yet. */
function hostsOf({ present }: Opening, hostId: string | null): string[] {
	return hostId ? [hostId] : speakersAmong(present, present.keys());
}

function opened(row: SessionRow, { reason, at }: Opening) {
	return { kind: "open" as const, row, reopenedAt: lastOpeningOf(row, reason, at) };
}

async function reopen(
	db: Queryable,
	past: PastRow,
	place: RoomRef,
	opening: Opening,
	hostId: string | null,
): Promise<Opened> {
	const { reason, at, startsAt, isStartSaid, present, called, language, visited } = opening;
	const { row } = past;
	const endedByHost = isEndedByHost(row, past, reason);
	if ((endedByHost || !visited) && !called) return { kind: "left closed", endedByHost };
	// People who have waited in the room came to this opening, not to the first.
	const reopenedAt = Math.min(reason.openedAt, at);
	const columns = {
		...columnsFor(reason, place),
		reopened_at: reopenedAt,
		found_at: reason.foundAt,
		starts_at: startsAt,
		start_said: isStartSaid ? 1 : 0,
		closed_at: null,
		empty_since: visited ? null : at,
		...(called && { host_id: hostId }),
		...(language !== null && { language }),
	};
	await withdrawAfterHours(db, place.id);
	await withdrawThanks(db, row.id, [...present.keys()]);
	if (!(await updateSession(db, row.id, columns))) throw new Error("a session was erased as it was to open again");
	const before = row.host_id;
	if (called && before !== null && before !== hostId)
		await putOnPanel(db, row, [before], { leads: true, hosted: true, at });
	return { kind: "open", row: { ...row, ...columns }, reopenedAt, wasOpen: false };
}

/** Whether a host has ended the session, and that is to hold for this reason. */
function isEndedByHost({ ended_by_host: ended }: SessionRow, past: PastRow, reason: Reason): boolean {
	if (!ended || !isSame(past, reason)) return false;
	return !(ended === ENDED_AHEAD && isRehearsed(past, reason));
}

async function openNew(db: Queryable, place: RoomRef, opening: Opening, hostId: string | null): Promise<Opened> {
	const { reason, at, startsAt, isStartSaid, language, visited } = opening;
	const row: SessionRow = {
		id: randomUUID(),
		server_id: place.serverId,
		room_id: place.id,
		host_id: hostId,
		opened_at: Math.min(reason.openedAt, at),
		empty_since: visited ? null : at,
		closed_at: null,
		language,
		note: null,
		recap: null,
		cue_channel_id: null,
		cue_message_id: null,
		forgotten_key: null,
		reopened_at: null,
		found_at: reason.foundAt,
		seen_at: null,
		starts_at: startsAt,
		start_said: isStartSaid ? 1 : 0,
		...columnsFor(reason, place),
	};
	await withdrawAfterHours(db, place.id);
	if (await insertSession(db, row)) return { ...opened(row, opening), wasOpen: false };
	const theirs = await openSessionIn(db, place.id); // another process has opened it meanwhile
	return theirs ? { ...opened(theirs, opening), wasOpen: true } : { kind: "left closed", endedByHost: false };
}

/** The columns of a session that its reason decides. */
function columnsFor(reason: Reason, place: RoomRef) {
	return {
		title: reason.title ?? place.name,
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
