import type { Queryable } from "./queryable.ts";

/** Whose greeting, in which session. */
interface AskedGuest {
	sessionId: string;
	userId: string;
}

/**
 * Has a guest's greeting wait until then, or for as long as it waits anyway, for the host to say whether they are on the
 * panel. A host is asked once. False where it is too late to ask, or nothing waits.
 */
export async function holdForAnswer(db: Queryable, { sessionId, userId }: AskedGuest, until: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("greeting")
		.set((e) => ({
			asked: 1,
			due_at: e.case().when("due_at", ">", until).then(e.ref("due_at")).else(until).end(),
			ripe_at: null, // the pace counts from when it is due
		}))
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.where("message_id", "is", null)
		.where("asked", "is", null)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** Lets a greeting go that waits for an answer: they are a guest. The channel that it waits for; null where none does any more. */
export async function letGo(db: Queryable, { sessionId, userId }: AskedGuest, now: number): Promise<string | null> {
	const greeting = await db
		.updateTable("greeting")
		.set({ due_at: now })
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.where("message_id", "is", null)
		.where("asked", "=", 1)
		.where("due_at", ">", now)
		.returning("channel_id")
		.executeTakeFirst();
	return greeting?.channel_id ?? null;
}
