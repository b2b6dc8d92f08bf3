import type { Queryable } from "./queryable.ts";

/** Stores that somebody has been taken off a session's panel: being a regular co-host does not put them on it again. */
export async function keepOffPanel(db: Queryable, sessionId: string, userId: string): Promise<void> {
	await db
		.insertInto("off_panel")
		.values({ session_id: sessionId, user_id: userId })
		.onConflict((c) => c.doNothing())
		.execute();
}

/** Whom somebody has taken off a session's panel, and nobody has put on it again. */
export async function takenOffPanel(db: Queryable, sessionId: string): Promise<Set<string>> {
	const rows = await db.selectFrom("off_panel").select("user_id").where("session_id", "=", sessionId).execute();
	return new Set(rows.map((row) => row.user_id));
}

/** These people are on a session's panel again. */
export async function forgetTakenOff(db: Queryable, sessionId: string, userIds: readonly string[]): Promise<void> {
	await db.deleteFrom("off_panel").where("session_id", "=", sessionId).where("user_id", "in", userIds).execute();
}
