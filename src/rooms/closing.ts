import { profileOf } from "../profiles/profile.ts";
import { whoAttended } from "../store/arrivals.ts";
import { hurryGreetings, insertGreetings, newGreeting } from "../store/greetings.ts";
import { updateSession } from "../store/sessions.ts";
import { endAllStays } from "../store/stays.ts";
import type { Store } from "../store/store.ts";
import type { Live } from "./live.ts";
import type { Presence, RoomView } from "./view.ts";

/** How a session ends. */
export interface SessionEnd {
	at: number;
	/** Whom to thank. */
	present: ReadonlyMap<string, Presence>;
	/** It ended unseen: `at` is when that was found out. */
	away?: boolean;
	/** Its host ended it, perhaps with a recap. */
	byHost?: { recap: string | null };
}

/**
 * Closes a session, ends the stays in it, and stores a thank-you for each attendee who is among the `present`. Returns
 * how many thanks are due and where.
 */
export async function closeSession(
	store: Store,
	live: Live,
	room: RoomView,
	end: SessionEnd,
): Promise<{ count: number; channelId: string }> {
	const { at, present, away = false, byHost } = end;
	return store.transaction().execute(async (db) => {
		await endAllStays(db, { sessionId: live.id, leftAt: at, inferred: away });
		await updateSession(db, live.id, { closed_at: at, ...(byHost && { ended_by_host: 1, recap: byHost.recap }) });
		const { postTo } = await profileOf(db, live.serverId, live.hostId);
		const channelId = postTo ?? room.id;
		await hurryGreetings(db, live.id, at); // nobody is thanked for coming before they are greeted
		if (present.size === 0) return { count: 0, channelId };
		const attendees = await whoAttended(db, live.id);
		const thanks = [...present.values()]
			.filter(({ person }) => attendees.has(person.id))
			.map(({ person }) =>
				newGreeting({
					session_id: live.id,
					user_id: person.id,
					occasion: "farewell",
					kind: "thanks",
					channel_id: channelId,
					name: person.name,
					arrived_at: at,
				}),
			);
		await insertGreetings(db, thanks);
		return { count: thanks.length, channelId };
	});
}
