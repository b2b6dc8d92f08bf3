import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Store } from "../../src/store/queryable.ts";
import type { Schema } from "../../src/store/schema.ts";
import { attendanceOf, greetingRow, messageRow, sessionRow, stayOf } from "./rows.ts";

/** Stores a session that ended at a time, null for one that is on, with guests who were greeted in one message. Returns its id. */
export async function held(
	store: Store,
	endedAt: number | null,
	{ server = "acme", guests = 2, waiting = false } = {},
): Promise<string> {
	const id = randomUUID();
	const at = endedAt ?? 0;
	const session = { id, server_id: server, room_id: id, opened_at: at, closed_at: endedAt };
	await store.insertInto("session").values(sessionRow(session)).execute();
	const message = messageRow({ server_id: server, state: waiting ? "frozen" : "posted", body: null, frozen_at: at });
	await store.insertInto("message").values(message).execute();
	const ids = Array.from({ length: guests }, (_, n) => `${id} ${n}`);
	for (let from = 0; from < guests; from += 200) {
		const some = ids.slice(from, from + 200);
		const carried = { message_id: message.id, name: waiting ? "Maya" : null };
		await store
			.insertInto("attendance")
			.values(some.map((user) => attendanceOf(id, user)))
			.execute();
		await store
			.insertInto("stay")
			.values(some.map((user) => ({ ...stayOf(id, user), left_at: at })))
			.execute();
		await store
			.insertInto("greeting")
			.values(some.map((user_id) => greetingRow({ session_id: id, user_id, ...carried })))
			.execute();
	}
	const where = { session_id: id, channel_id: id };
	const miss = { kind: "late", cause: "away", times: 1, people: 1, first_at: at, last_at: at } as const;
	await store
		.insertInto("near_miss")
		.values({ ...where, ...miss, mended_at: null })
		.execute();
	await store
		.insertInto("invitation")
		.values({ session_id: id, user_id: `${id} 0` })
		.execute();
	await store
		.insertInto("off_panel")
		.values({ session_id: id, user_id: `${id} 0` })
		.execute();
	await store
		.insertInto("untold")
		.values({ ...where, kind: "parked" })
		.execute();
	return id;
}

/** The tables with what is stored of sessions. */
export const OF_SESSIONS = [
	"session",
	"attendance",
	"stay",
	"greeting",
	"message",
	"near_miss",
	"untold",
	"invitation",
	"off_panel",
] as const;

/** How many rows a table has. */
export async function count(store: Store, table: keyof Schema): Promise<number> {
	const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(store);
	return Number(rows[0]?.n);
}

/** How many rows there are of all sessions. */
export async function countAll(store: Store): Promise<number> {
	const counts = await Promise.all(OF_SESSIONS.map((table) => count(store, table)));
	return counts.reduce((sum, n) => sum + n);
}

/** The sessions that are stored. */
export async function sessionIds(store: Store): Promise<string[]> {
	return (await store.selectFrom("session").select("id").execute()).map(({ id }) => id);
}
