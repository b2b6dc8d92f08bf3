import type { Clock } from "../clock.ts";
import type { Corrections } from "../guests/corrections.ts";
import { countThanked, isThanking } from "../store/greetings.ts";
import { askForRecap, channelsForRecaps } from "../store/late-recaps.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { type SessionRow, updateSession } from "../store/sessions.ts";

interface RecapContext {
	store: Store;
	clock: Clock;
	corrections: Pick<Corrections, "look">;
}

/** Whether thanks say a recap, or are going to; are too old to be changed; are none; or the session has been erased. */
export type InThanks = "stand" | "old" | "none" | "erased";

/**
 * Stores the recap of a session, whether it is on or over, and has it put into the thanks that stand. Returns what becomes of
 * those. It is stored that they are to be changed, so that it is done also after a crash.
 */
export async function leaveRecap(
	{ id, server_id: serverId }: Pick<SessionRow, "id" | "server_id">,
	recap: string,
	{ store, clock, corrections }: RecapContext,
): Promise<InThanks> {
	const { channelIds, thanks } = await store.transaction().execute(async (db) => {
		if (!(await updateSession(db, id, { recap }))) return { channelIds: [], thanks: "erased" as const };
		const channelIds = await askForRecap(db, { sessionId: id, serverId, at: clock.now() });
		return { channelIds, thanks: channelIds.length > 0 ? ("stand" as const) : await unchangedThanks(db, id) };
	});
	corrections.look(channelIds);
	return thanks;
}

/** What becomes of thanks of which none can be changed: those that wait are written with the recap. */
async function unchangedThanks(db: Queryable, sessionId: string): Promise<"stand" | "old" | "none"> {
	if (await isThanking(db, sessionId)) return "stand";
	return (await countThanked(db, sessionId)) > 0 ? "old" : "none";
}

/** Tells where recaps that have been stored with something else are to be put into thanks: of a session that had been over before. */
export async function lookForRecaps({ store, corrections }: Omit<RecapContext, "clock">): Promise<void> {
	corrections.look(await channelsForRecaps(store));
}
