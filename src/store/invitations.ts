import { isForgotten } from "./forgotten.ts";
import type { Queryable } from "./queryable.ts";
import type { SessionRow } from "./sessions.ts";

/** Stores that somebody is being asked to greet in a session. Of who asked to be forgotten in it nothing is stored. */
export async function invite(
	db: Queryable,
	{ id, forgotten_key: key }: Pick<SessionRow, "id" | "forgotten_key">,
	userId: string,
): Promise<void> {
	if (await isForgotten(db, { id, key }, userId)) return;
	await db
		.insertInto("invitation")
		.values({ session_id: id, user_id: userId })
		.onConflict((c) => c.doNothing())
		.execute();
}

/** Takes somebody's invitation to greet in a session: it is good once. False when they have none. */
export async function takeInvitation(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom("invitation")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.executeTakeFirst();
	return Number(numDeletedRows) > 0;
}
