import { isForgotten } from "../store/forgotten.ts";
import { takeInvitation } from "../store/invitations.ts";
import { putOnPanel, seatLeaders, takeOffPanel } from "../store/panel.ts";
import type { Store } from "../store/queryable.ts";
import { sessionById, updateSession } from "../store/sessions.ts";
import type { LiveRoom } from "./room.ts";
import type { Session } from "./session.ts";
import type { Done } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

/**
 * Stores that somebody is on a session's panel, or no longer. Who is to greet there must have been asked, and each time
 * they are asked is good once. What is stored of it is all there is: no room remembers it.
 */
export async function changePanel(
	{ change, at }: ToDo<"change panel">,
	{ id, forgottenKey: forgotten_key }: Session,
	{ store, told }: StepContext,
): Promise<Done> {
	await store.transaction().execute(async (db) => {
		if ("removes" in change) await takeOffPanel(db, id, change.removes);
		else if (!change.greets || (await takeInvitation(db, id, change.adds)))
			await putOnPanel(db, { id, forgotten_key }, [change.adds], { greets: change.greets, at });
	});
	told(id);
	return { did: "nothing of note" };
}

/** Stores another host, with whose co-hosts the panel grows. The one before goes on leading with them. */
export async function handOver(
	{ hostId, at }: ToDo<"hand over">,
	{ session, reason, emptySince }: LiveRoom,
	{ store, told }: StepContext,
): Promise<Done> {
	const isForgottenHere = await isForgotten(store, { id: session.id, key: session.forgottenKey }, hostId);
	const isDone = !isForgottenHere && (await storeHost(store, session.id, hostId, at));
	told(session.id);
	return { did: "note", change: isDone ? { hostId } : {}, reason, emptySince };
}

/** False when another process has ended the session. */
async function storeHost(store: Store, sessionId: string, hostId: string, at: number): Promise<boolean> {
	return store.transaction().execute(async (db) => {
		const row = await sessionById(db, sessionId);
		if (!row || row.closed_at !== null) return false;
		const leaders = row.host_id === null ? [hostId] : [row.host_id, hostId];
		await updateSession(db, sessionId, { host_id: hostId });
		await putOnPanel(db, row, leaders, { leads: true, hosted: true, at });
		await seatLeaders(db, { ...row, host_id: hostId }, at);
		return true;
	});
}
