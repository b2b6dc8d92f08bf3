import { randomUUID } from "node:crypto";
import type { Queryable } from "./queryable.ts";

/** When shards identified since `since`. The table dates from when a process did so once, at its start. */
export async function identifiesSince(db: Queryable, since: number): Promise<number[]> {
	const rows = await db.selectFrom("start").select("started_at").where("started_at", ">=", since).execute();
	return rows.map((row) => row.started_at);
}

/** Remembers that a shard is about to identify, and forgets what was before `since`. */
export async function insertIdentify(db: Queryable, at: number, since: number): Promise<void> {
	await db.deleteFrom("start").where("started_at", "<", since).execute();
	await db.insertInto("start").values({ id: randomUUID(), started_at: at }).execute();
}
