import { putOnPanel, seatLeaders, takeOffPanel } from "../store/panel.ts";
import { sessionById, updateSession } from "../store/sessions.ts";
import { isForgotten } from "./forgotten.ts";
import type { LiveRoom } from "./room.ts";
import type { Session } from "./session.ts";
import type { Done } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

/** Stores that somebody is on a session's panel, or no longer. What is stored of it is all there is: no room remembers it. */
export async function changePanel(
	{ change, at }: ToDo<"change panel">,
	{ id, forgottenKey: forgotten_key }: Session,
	{ store, told }: StepContext,
): Promise<Done> {
	await store.transaction().execute(async (db) => {
		if ("removes" in change) await takeOffPanel(db, id, change.removes);
		else await putOnPanel(db, { id, forgotten_key }, [change.adds], { greets: change.greets, at });
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
	const unchanged: Done = { did: "note", change: {}, reason, emptySince };
	if (await isForgotten(hostId, session, { store })) return unchanged;
	await store.transaction().execute(async (db) => {
		const row = await sessionById(db, session.id);
		if (!row) return;
		const leaders = row.host_id === null ? [hostId] : [row.host_id, hostId];
		await updateSession(db, session.id, { host_id: hostId });
		await putOnPanel(db, row, leaders, { leads: true, at });
		await seatLeaders(db, { ...row, host_id: hostId }, at);
	});
	told(session.id);
	return { did: "note", change: { hostId }, reason, emptySince };
}
