import type { Queryable } from "./queryable.ts";

/** Takes a command or a press, by Discord's id, to be answered. False where another process has taken it. */
export async function takeInteraction(db: Queryable, interactionId: string, at: number): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto("taken")
		.values({ interaction_id: interactionId, taken_at: at })
		.onConflict((c) => c.doNothing())
		.executeTakeFirstOrThrow();
	return Number(numInsertedOrUpdatedRows) > 0;
}

/** Forgets what was taken before a time. */
export async function forgetTaken(db: Queryable, before: number): Promise<void> {
	await db.deleteFrom("taken").where("taken_at", "<", before).execute();
}
