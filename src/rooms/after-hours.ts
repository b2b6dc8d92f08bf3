import { dayOf } from "../greetings/day.ts";
import { profileOf } from "../profiles/profile.ts";
import { insertGreetings, newGreeting, wasGreetedOn } from "../store/greetings.ts";
import { latestSessionsIn } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import type { Move } from "./admission.ts";
import type { Due } from "./arrive.ts";
import type { RoomView, ServerView } from "./view.ts";

/** Who comes this long before the next session is early, not after hours: they are greeted when it opens. */
const EARLY_WITHIN_MS = 60 * 60_000;

/**
 * Stores a greeting for each person who enters a room that has held sessions while none is on: "We've closed for now,
 * but come on in." Once a day per person and server; never for hosts of the room, who may come whenever they like.
 * `sessionId` is the room's last session, whose host they came for.
 */
export async function recordAfterHours(
	store: Store,
	server: ServerView,
	room: RoomView,
	moves: readonly Move[],
	now: number,
): Promise<(Due & { sessionId: string }) | null> {
	const entering = new Map(
		moves.filter((move) => move.enters && !move.person.bot).map((move) => [move.person.id, move]),
	);
	for (const [userId] of entering) if (!room.present.has(userId)) entering.delete(userId); // passed through
	if (entering.size === 0) return null;
	const next = nextSessionAt(server, room.id, now, { inThisRoom: true });
	if (next !== null && next - now < EARLY_WITHIN_MS) return null;
	return store.transaction().execute(async (db) => {
		const [latest] = await latestSessionsIn(db, room.id, 1);
		const settings = await roomSetting(db, room.id);
		if (!latest || latest.closed_at === null || settings?.ignored === 1) return null;
		const { voice, postTo } = await profileOf(db, server.id, latest.host_id);
		const occasion = `after hours ${dayOf(now, voice.timeZone)}` as const;
		const greeted = await wasGreetedOn(db, server.id, occasion, [...entering.keys()]);
		const due = [...entering.values()].filter(
			({ person }) =>
				!greeted.has(person.id) && person.id !== latest.host_id && person.id !== settings?.regular_host_id,
		);
		const channelId = postTo ?? room.id;
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
				}),
			),
		);
		return { count: due.length, channelId, delayMs: 0, sessionId: latest.id };
	});
}

/** When the next session is scheduled: in this room, else, unless told otherwise, anywhere in the server. */
export function nextSessionAt(
	server: ServerView,
	roomId: string,
	now: number,
	{ inThisRoom = false } = {},
): number | null {
	const coming = [...server.events.values()].filter((event) => event.activeSince === null && event.startsAt > now);
	const here = coming.filter((event) => event.roomId === roomId);
	const times = (here.length > 0 || inThisRoom ? here : coming).map((event) => event.startsAt);
	return times.length > 0 ? Math.min(...times) : null;
}
