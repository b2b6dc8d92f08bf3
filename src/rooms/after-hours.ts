import { dayOf } from "../greetings/local-time.ts";
import { channelFor, type Profiles } from "../profiles/profiles.ts";
import { isLeftOut } from "../profiles/variants.ts";
import {
	insertGreetings,
	newGreeting,
	waitingAfterHours,
	wasGreetedOn,
	withdrawAfterHours,
} from "../store/greetings.ts";
import { REOPEN_WITHIN_MS } from "../store/outbox.ts";
import type { Store } from "../store/queryable.ts";
import { latestSessionsIn, type SessionRow } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import type { Move } from "./happening.ts";
import type { World } from "./world.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** People who come this long before the next session are early, not after hours: they are greeted when it opens. */
const EARLY_WITHIN_MS = HOUR_MS;
/** For so long after a session, everybody who comes may have meant to come to it. */
const JUST_OVER_WITHIN_MS = DAY_MS;
/** Who finds an empty room so long before its next date hears when that is. */
const NEXT_WITHIN_MS = 14 * DAY_MS;

/** People who come to a room while no session is on there. */
interface Callers {
	serverId: string;
	roomId: string;
	moves: readonly Move[];
	now: number;
	/** When the next session is scheduled in the room; null when none is. */
	nextAt: number | null;
}

/** What it depends on whether somebody who comes while no session is on hears that we have closed. Times are of the wall clock. */
export interface Call {
	now: number;
	/** When the room's last session ended. */
	closedAt: number;
	/** When the next one is scheduled in the room; null when none is. */
	nextAt: number | null;
	/** Nobody is in the room. */
	findsEmpty: boolean;
}

/**
 * Whether somebody who comes while no session is on hears that we have closed: within a day of the last session, and later
 * only where they find nobody and a date is near. Whoever else comes to such a room knows why.
 */
export function isToldOfClosing({ now, closedAt, nextAt, findsEmpty }: Call): boolean {
	const toNextMs = nextAt === null ? Number.POSITIVE_INFINITY : nextAt - now;
	if (toNextMs < EARLY_WITHIN_MS) return false;
	return now - closedAt < JUST_OVER_WITHIN_MS || (findsEmpty && toNextMs <= NEXT_WITHIN_MS);
}

/**
 * Stores a greeting for each person who enters a room that has held sessions while none is on: "We've closed for now,
 * but come on in." When that is, says `isToldOfClosing`; once a day per person and server; never for hosts of the room, who may come whenever they like, and for
 * nobody when the last session's host has turned that off, or left the text out. It waits until the session can no longer open again.
 * Returns where those greetings wait, and the room's last session, whose host they came for; null when none do.
 */
export async function welcomeAfterHours(
	store: Store,
	profiles: Profiles,
	{ serverId, roomId, moves, now, nextAt }: Callers,
): Promise<{ channelId: string; sessionId: string } | null> {
	const [latest] = await latestSessionsIn(store, roomId, 1);
	if (!latest || latest.closed_at === null) return null;
	const closedAt = latest.closed_at;
	const told = moves.filter(({ findsEmpty }) => isToldOfClosing({ now, closedAt, nextAt, findsEmpty }));
	if (told.length === 0) return null;
	const profile = await profiles.of(serverId, latest.host_id);
	if (!profile.speaksAfterHours || isLeftOut(profile.voice.texts.afterHours)) return null;
	const channelId = channelFor(profile, roomId);
	const dueAt = closedForGood(latest, now);
	const occasion = `after hours ${dayOf(now, profile.voice.timeZone)}` as const;
	return store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, roomId);
		if (settings?.ignored === 1) return null;
		const ids = told.map(({ person }) => person.id);
		const greeted = await wasGreetedOn(db, serverId, occasion, ids);
		const hosts = [latest.host_id, settings?.regular_host_id];
		const due = told.filter(({ person }) => !greeted.has(person.id) && !hosts.includes(person.id));
		await insertGreetings(
			db,
			due.map(({ person, at }) =>
				newGreeting({
					session_id: latest.id,
					user_id: person.id,
					occasion,
					kind: "afterHours",
					channel_id: channelId,
					name: person.name,
					arrived_at: at,
					due_at: dueAt,
				}),
			),
		);
		return due.length > 0 ? { channelId, sessionId: latest.id } : null;
	});
}

/**
 * When it may be said that a session is over: null for at once. One that its host has ended is over; any other may open
 * again within a few minutes, and then it was not.
 */
function closedForGood({ closed_at, ended_by_host }: SessionRow, now: number): number | null {
	if (closed_at === null || ended_by_host === 1) return null;
	const sinceMs = now - closed_at;
	return sinceMs >= 0 && sinceMs < REOPEN_WITHIN_MS ? closed_at + REOPEN_WITHIN_MS : null;
}

/** Drops what has not been said yet to people who leave again. */
export async function letGoAfterHours(store: Store, roomId: string, moves: readonly Move[]): Promise<void> {
	await withdrawAfterHours(
		store,
		roomId,
		moves.map(({ person }) => person.id),
	);
}

/** Drops what has not been said yet to people of a server who have left while nobody saw it. */
export async function letGoAbsent(store: Store, serverId: string, { shown }: Pick<World, "shown">): Promise<void> {
	for (const { user_id, room_id } of await waitingAfterHours(store, serverId)) {
		const { present, partial } = shown(serverId, room_id);
		if (!partial && !present.has(user_id)) await withdrawAfterHours(store, room_id, [user_id]);
	}
}
