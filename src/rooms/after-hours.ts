import { dayOf } from "../greetings/local-time.ts";
import { isClosedSaid } from "../profiles/profile.ts";
import { channelFor, type Profiles } from "../profiles/profiles.ts";
import { rolesIn } from "../store/arrivals.ts";
import {
	insertGreetings,
	newGreeting,
	waitingAfterHours,
	wasGreetedOn,
	withdrawAfterHours,
} from "../store/greetings.ts";
import { REOPEN_WITHIN_MS } from "../store/outbox.ts";
import type { Store } from "../store/queryable.ts";
import type { AttendanceTable } from "../store/schema.ts";
import { latestSessionsIn, type SessionRow } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import type { Move } from "./happening.ts";
import type { World } from "./world.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** People who come this long before the next session are early, not after hours: they are greeted when it opens. */
const EARLY_WITHIN_MS = HOUR_MS;
/** For so long after a session, everybody who comes may have meant to come to it. */
export const JUST_OVER_WITHIN_MS = DAY_MS;
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

/** What it depends on what somebody hears who comes while no session is on. Times are of the wall clock. */
export interface ClosedVisit {
	now: number;
	/** When the room's last session ended. */
	closedAt: number;
	/** When the next one is scheduled in the room; null when none is. */
	nextAt: number | null;
	/** Nobody is in the room. */
	findsEmpty: boolean;
	/** How they attended the last session; null when they did not. */
	attendedAs: AttendanceTable["role"] | null;
	/** Whether a recap of it has been left. */
	hasRecap: boolean;
}

/**
 * What somebody hears who comes while no session is on: within a day of the last session, and later only where they find
 * nobody and a date is near. Whoever else comes to such a room knows why. Who was at the session need not be told that it
 * is over: its recap is for them, if there is one. Who led it hears nothing.
 */
export function wordsAfterHours(call: ClosedVisit): "afterHours" | "lookBack" | null {
	const { now, closedAt, nextAt, findsEmpty, attendedAs, hasRecap } = call;
	const toNextMs = nextAt === null ? Number.POSITIVE_INFINITY : nextAt - now;
	if (toNextMs < EARLY_WITHIN_MS || attendedAs === "panel") return null;
	const isTime = now - closedAt < JUST_OVER_WITHIN_MS || (findsEmpty && toNextMs <= NEXT_WITHIN_MS);
	if (!isTime) return null;
	if (attendedAs === null) return "afterHours";
	return hasRecap ? "lookBack" : null;
}

/**
 * Stores a greeting for each person who enters a room that has held sessions while none is on: "We've closed for now,
 * but come on in", once a day per person and server; or the recap for those who were there, once. Which of them, and when,
 * says `wordsAfterHours`; never for hosts of the room, who may come whenever they like, and for nobody when the last
 * session's host has turned that off, or left the text out. It waits until the session can no longer open again.
 * Returns where those greetings wait, and the room's last session, whose host they came for; null when none do.
 */
export async function welcomeAfterHours(
	store: Store,
	profiles: Profiles,
	{ serverId, roomId, moves, now, nextAt }: Callers,
): Promise<{ channelId: string; sessionId: string } | null> {
	const [latest] = await latestSessionsIn(store, roomId, 1);
	if (!latest || latest.closed_at === null) return null;
	const profile = await profiles.of(serverId, latest.host_id);
	if (!isClosedSaid(profile)) return null;
	const room = { closedAt: latest.closed_at, nextAt, now, hasRecap: latest.recap !== null };
	const channelId = channelFor(profile, roomId);
	const dueAt = closedForGood(latest, now);
	const today = dayOf(now, profile.voice.timeZone);
	return store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, roomId);
		if (settings?.ignored === 1) return null;
		const hosts = [latest.host_id, settings?.regular_host_id];
		const callers = moves.filter(({ person }) => !hosts.includes(person.id));
		if (callers.length === 0) return null;
		const ids = callers.map(({ person }) => person.id);
		const roles = await rolesIn(db, latest.id, ids);
		const greeted = await wasGreetedOn(db, serverId, `after hours ${today}`, ids);
		const due = callers.flatMap(({ person, at, findsEmpty }) => {
			const attendedAs = roles.get(person.id) ?? null;
			const kind = wordsAfterHours({ ...room, findsEmpty, attendedAs });
			if (kind === null || (kind === "afterHours" && greeted.has(person.id))) return [];
			return newGreeting({
				session_id: latest.id,
				user_id: person.id,
				occasion: `after hours ${kind === "lookBack" ? "recap" : today}`,
				kind,
				channel_id: channelId,
				name: person.name,
				arrived_at: at,
				due_at: dueAt,
			});
		});
		await insertGreetings(db, due);
		return due.length > 0 ? { channelId, sessionId: latest.id } : null;
	});
}

/**
 * When it may be said that a session is over: null for at once. One that its host has ended is over; any other may open
 * again within a few minutes, and then it was not.
 */
function closedForGood({ closed_at, ended_by_host }: SessionRow, now: number): number | null {
	if (closed_at === null || (ended_by_host ?? 0) > 0) return null;
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
