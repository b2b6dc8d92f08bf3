import { randomUUID } from "node:crypto";
import type { Queryable } from "./queryable.ts";

/** When processes began to identify since `since`. */
export async function startsSince(db: Queryable, since: number): Promise<number[]> {
	const rows = await db.selectFrom("start").select("started_at").where("started_at", ">=", since).execute();
	return rows.map((row) => row.started_at);
}

/** Remembers that a process is about to identify, and forgets the starts before `since`. */
export async function insertStart(db: Queryable, at: number, since: number): Promise<void> {
	await db.deleteFrom("start").where("started_at", "<", since).execute();
	await db.insertInto("start").values({ id: randomUUID(), started_at: at }).execute();
}
