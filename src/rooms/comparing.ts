import { sessionById, updateSession } from "../store/sessions.ts";
import { openStaysOf } from "../store/stays.ts";
import { admit } from "./admitting.ts";
import { storeStays, unseenMoves } from "./attendance.ts";
import { withoutForgotten } from "./forgotten.ts";
import { guestsAmong } from "./roles.ts";
import type { LiveRoom } from "./room.ts";
import type { Done } from "./step.ts";
import type { StepContext, ToDo } from "./step-context.ts";

/** A connection that is dead is noticed by then: what is heard now may be no newer. */
const DEAD_UNNOTICED_MS = 60_000;

/** Brings what is stored about who is in a session in line with who is shown to be. */
export async function compare(
	step: ToDo<"compare">,
	{ session, reason }: LiveRoom,
	context: StepContext,
): Promise<Done> {
	const { at, present, partial, later, panel, settles } = step;
	const row = await sessionById(context.store, session.id); // another process may have changed it
	if (row?.closed_at != null) return { did: "close", byHost: (row.ended_by_host ?? 0) > 0, next: reason };
	const change = row
		? { hostId: row.host_id, language: row.language, note: row.note, recap: row.recap, seenAt: row.seen_at }
		: {};
	const now = { ...session, ...change, forgottenKey: row?.forgotten_key ?? session.forgottenKey };
	const inside = new Set((await openStaysOf(context.store, session.id)).map((stay) => stay.user_id));
	const unseen = unseenMoves(present, inside, later, at).filter(({ enters }) => enters || !partial);
	const moves = await withoutForgotten(guestsAmong(unseen, session, at), now, context);
	await admit(moves, now, { panel, now: at }, context);
	await storeStays(context.store, session.id, moves);
	const seen = !partial && context.hears(session.serverId) ? { seen_at: at - DEAD_UNNOTICED_MS } : {};
	const stored = { ...seen, ...(settles && { settled: 1 }) };
	if (Object.keys(stored).length > 0) await updateSession(context.store, session.id, stored);
	context.told(session.id);
	const unnamed = [...present.values()].filter((presence) => presence.unnamed).map(({ person }) => person.id);
	const seenAt = seen.seen_at ?? row?.seen_at ?? null;
	return {
		did: "compare",
		change: { ...change, seenAt, forgottenKey: now.forgottenKey },
		unnamed: settles ? new Set(unnamed) : null,
	};
}
