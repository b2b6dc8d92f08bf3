import type { Selectable } from "kysely";
import type { Queryable } from "./queryable.ts";
import type { UntoldTable } from "./schema.ts";

export type UntoldRow = Selectable<UntoldTable>;

/** Stores what is still to be told; once, however often. */
export async function keepUntold(db: Queryable, untold: UntoldRow): Promise<void> {
	await db
		.insertInto("untold")
		.values(untold)
		.onConflict((c) => c.doNothing())
		.execute();
}

/** What is still to be told on a server to a host or manager: what concerns a cue, to its host alone. */
export function untoldOn(db: Queryable, serverId: string, userId: string): Promise<UntoldRow[]> {
	return db
		.selectFrom("untold")
		.innerJoin("session", "session.id", "untold.session_id")
		.selectAll("untold")
		.where("session.server_id", "=", serverId)
		.where((e) => e.or([e("untold.kind", "not in", ["cue", "shut"]), e("session.host_id", "=", userId)]))
		.orderBy("session.opened_at")
		.orderBy("untold.channel_id")
		.execute();
}

/** Forgets what has been told, or need not be told any more. */
export async function forgetUntold(db: Queryable, { session_id, channel_id, kind }: UntoldRow): Promise<void> {
	await db
		.deleteFrom("untold")
		.where("session_id", "=", session_id)
		.where("channel_id", "=", channel_id)
		.where("kind", "=", kind)
		.execute();
}

/** Forgets that the cue of a session was kept from its host: it is shown now. */
export async function forgetUntoldCue(db: Queryable, sessionId: string): Promise<void> {
	await db.deleteFrom("untold").where("session_id", "=", sessionId).where("kind", "in", ["cue", "shut"]).execute();
}

/** Forgets that a channel takes no posts, in whatever session. */
export async function forgetParked(db: Queryable, channelId: string): Promise<void> {
	await db.deleteFrom("untold").where("kind", "=", "parked").where("channel_id", "=", channelId).execute();
}

/** Forgets which channels of a server take no posts, but for `postTo`; with null, but for each session's own room. */
export async function forgetParkedBut(db: Queryable, serverId: string, postTo: string | null): Promise<void> {
	await db
		.deleteFrom("untold")
		.where("kind", "=", "parked")
		.where((untold) =>
			untold.exists(
				untold
					.selectFrom("session")
					.select("session.id")
					.whereRef("session.id", "=", "untold.session_id")
					.where("session.server_id", "=", serverId)
					.where((e) => e("untold.channel_id", "<>", postTo === null ? e.ref("session.room_id") : postTo)),
			),
		)
		.execute();
}
