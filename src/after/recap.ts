import type { Clock } from "../clock.ts";
import type { Corrections } from "../guests/corrections.ts";
import { askForRecap, channelsForRecaps } from "../store/late-recaps.ts";
import type { Store } from "../store/queryable.ts";
import { type SessionRow, updateSession } from "../store/sessions.ts";

interface RecapContext {
	store: Store;
	clock: Clock;
	corrections: Pick<Corrections, "look">;
}

/**
 * Stores the recap of a session, whether it is on or over, and has it put into the thanks that stand. Returns whether there
 * are any; false also for a session that has been erased. It is stored that they are to be changed, so that it is done also
 * after a crash.
 */
export async function leaveRecap(
	{ id, server_id: serverId }: Pick<SessionRow, "id" | "server_id">,
	recap: string,
	{ store, clock, corrections }: RecapContext,
): Promise<boolean> {
	const channelIds = await store.transaction().execute(async (db) => {
		const isKept = await updateSession(db, id, { recap });
		return isKept ? askForRecap(db, { sessionId: id, serverId, at: clock.now() }) : [];
	});
	corrections.look(channelIds);
	return channelIds.length > 0;
}

/** Tells where recaps that have been stored with something else are to be put into thanks: of a session that had been over before. */
export async function lookForRecaps({ store, corrections }: Omit<RecapContext, "clock">): Promise<void> {
	corrections.look(await channelsForRecaps(store));
}
