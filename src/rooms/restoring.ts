import type { Clock } from "../clock.ts";
import type { Store } from "../store/queryable.ts";
import { openSessionIn, type SessionRow } from "../store/sessions.ts";
import type { Reason } from "./reason.ts";
import type { Room } from "./room.ts";
import { type RoomRef, SETTLES_AFTER_MS, type Session } from "./session.ts";
import type { Present } from "./view.ts";

/** What is seen to open has opened so lately at most, unless a clock is wrong. */
const YOUNG_MS = 60_000;

/**
 * Reads what is stored of a room, for a process that has not seen it yet, or not lately. If it is not known yet who leads
 * the session there, those who are shown in it are told apart as at its opening: soon if that was just now, at once if it
 * was a while ago, so that no clock decides who is a guest.
 */
export async function readRoom(
	store: Store,
	clock: Clock,
	{ id }: Pick<RoomRef, "id">,
	{ reason, shownIn }: { reason: Reason | null; shownIn(openedAt: number): { present: Present } },
): Promise<Room> {
	const row = await openSessionIn(store, id);
	if (!row) return { is: "idle" };
	const session = sessionOf(row, lastOpeningOf(row, reason, clock.now()));
	const live = { session, reason, emptySince: row.empty_since };
	if (row.settled !== 0) return { is: "on", ...live };
	const atOpening = new Set(shownIn(session.reopenedAt).present.keys());
	return { is: "settling", ...live, atOpening, until: settlesBy(session.reopenedAt, { away: true }, clock) };
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

/** When a stored session opened last, as far as is stored, and as Discord shows of its stage. */
export function lastOpeningOf(row: SessionRow, reason: Reason | null, now: number): number {
	const stored = row.reopened_at ?? row.opened_at;
	if (!reason?.stageId || reason.stageId !== row.stage_id) return stored;
	return Math.max(stored, Math.min(reason.openedAt, now));
}

/** A session as its row tells it. */
export function sessionOf(row: SessionRow, reopenedAt: number): Session {
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
		isStartSaid: row.start_said === 1,
		openedAt: row.opened_at,
		reopenedAt,
		foundAt: row.found_at,
		seenAt: row.seen_at,
		language: row.language,
		note: row.note,
		recap: row.recap,
		forgottenKey: row.forgotten_key,
	};
}
