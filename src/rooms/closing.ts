import type { Profiles } from "../profiles/profiles.ts";
import { channelFor } from "../profiles/profiles.ts";
import { whoAttended } from "../store/arrivals.ts";
import { forgetForgotten } from "../store/forgotten.ts";
import { hurryGreetings, insertGreetings, newGreeting } from "../store/greetings.ts";
import { askForRecap } from "../store/late-recaps.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { ENDED, ENDED_AHEAD, endSession } from "../store/sessions.ts";
import { endAllStays, hasLeaving } from "../store/stays.ts";
import type { Session } from "./session.ts";
import type { Step } from "./step.ts";

/** How a session ends: what `close` says of it. */
type Closing = Pick<Extract<Step, { do: "close" }>, "at" | "present" | "away" | "byHost" | "next">;

/**
 * Closes a session, ends the stays in it, and stores a thank-you for each attendee who is among the `present`. Returns
 * the channel in which the thanks are to be posted; null when there are none. Does nothing to a session that another
 * process has closed already, or has opened again since.
 */
export async function closeSession(
	store: Store,
	profiles: Profiles,
	session: Session,
	closing: Closing,
): Promise<string | null> {
	const { id, serverId, roomId, hostId } = session;
	const channelId = channelFor(await profiles.of(serverId, hostId), roomId);
	return store.transaction().execute(async (db) => {
		if (!(await storeEnd(db, session, closing)) || closing.present.size === 0) return null;
		const thanks = thanksFor(closing, { sessionId: id, channelId, attendees: await whoAttended(db, id) });
		await insertGreetings(db, thanks);
		return thanks.length > 0 ? channelId : null;
	});
}

/** Stores that a session is over, and so is all that is in it. False, with nothing stored, where it is not ours to end. */
async function storeEnd(
	db: Queryable,
	{ id, serverId, reopenedAt }: Session,
	{ at, away, byHost, next }: Closing,
): Promise<boolean> {
	// Those whose stays end with the session are its audience: nobody is who left in the same millisecond.
	const closedAt = (await hasLeaving(db, id, at)) ? at + 1 : at;
	const recap = byHost?.recap ?? null;
	const end = {
		closed_at: closedAt,
		forgotten_key: null,
		...(byHost && { ended_by_host: next?.isAhead ? ENDED_AHEAD : ENDED }),
		...(recap !== null && { recap }), // else one that has been left stays
	};
	if (!(await endSession(db, { id, openedAt: reopenedAt }, end))) return false;
	if (recap !== null) await askForRecap(db, { sessionId: id, serverId, at }); // it may have been over before
	await forgetForgotten(db, id);
	await endAllStays(db, { sessionId: id, leftAt: closedAt, inferred: away });
	await hurryGreetings(db, id, at); // nobody is thanked for coming before they are greeted
	return true;
}

/** The thank-yous for those who are there to the end. */
function thanksFor(
	{ at, present }: Closing,
	{ sessionId, channelId, attendees }: { sessionId: string; channelId: string; attendees: ReadonlySet<string> },
) {
	return [...present.values()]
		.filter(({ person }) => attendees.has(person.id))
		.map(({ person }) =>
			newGreeting({
				session_id: sessionId,
				user_id: person.id,
				occasion: "farewell",
				kind: "thanks",
				channel_id: channelId,
				name: person.name,
				arrived_at: at,
			}),
		);
}
