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

/** People who come this long before the next session are early, not after hours: they are greeted when it opens. */
const EARLY_WITHIN_MS = 60 * 60_000;

/** People who come to a room while no session is on there. */
interface Callers {
	serverId: string;
	roomId: string;
	moves: readonly Move[];
	now: number;
	/** When the next session is scheduled in the room; null when none is. */
	nextAt: number | null;
}

/**
 * Stores a greeting for each person who enters a room that has held sessions while none is on: "We've closed for now,
 * but come on in." Once a day per person and server; never for hosts of the room, who may come whenever they like, and for
 * nobody when the last session's host has left that text out. It waits until the session can no longer open again.
 * Returns where those greetings wait, and the room's last session, whose host they came for; null when none do.
 */
export async function welcomeAfterHours(
	store: Store,
	profiles: Profiles,
	{ serverId, roomId, moves, now, nextAt }: Callers,
): Promise<{ channelId: string; sessionId: string } | null> {
	if (nextAt !== null && nextAt - now < EARLY_WITHIN_MS) return null;
	const [latest] = await latestSessionsIn(store, roomId, 1);
	if (!latest || latest.closed_at === null) return null;
	const profile = await profiles.of(serverId, latest.host_id);
	if (isLeftOut(profile.voice.texts.afterHours)) return null;
	const channelId = channelFor(profile, roomId);
	const dueAt = closedForGood(latest, now);
	const occasion = `after hours ${dayOf(now, profile.voice.timeZone)}` as const;
	return store.transaction().execute(async (db) => {
		const settings = await roomSetting(db, roomId);
		if (settings?.ignored === 1) return null;
		const ids = moves.map(({ person }) => person.id);
		const greeted = await wasGreetedOn(db, serverId, occasion, ids);
		const hosts = [latest.host_id, settings?.regular_host_id];
		const due = moves.filter(({ person }) => !greeted.has(person.id) && !hosts.includes(person.id));
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
