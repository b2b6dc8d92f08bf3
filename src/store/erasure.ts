import { sql } from "kysely";
import { forgetSpots } from "./corrections.ts";
import { whereForgotten } from "./forgotten.ts";
import { countHeld, eraseHeld } from "./held.ts";
import { type Holding, ofServer, ofUser, type Rows } from "./holdings.ts";
import type { Queryable } from "./queryable.ts";
import { emptyLog, isSqlite } from "./sqlite.ts";

/** Who or what is to be erased, by its id on Discord. */
export interface Erasee {
	kind: "user" | "server";
	id: string;
}

/** How many rows hold something of an erasee, by what they are in words; those of which there are none are left out. */
export type Extent = ReadonlyMap<string, number>;

function holdingsOf({ kind, id }: Erasee): Holding[] {
	return kind === "user" ? ofUser(id) : ofServer(id);
}

/** Counts what is stored of an erasee. */
export async function extentOf(db: Queryable, erasee: Erasee): Promise<Extent> {
	const extent = new Map<string, number>();
	for (const holding of holdingsOf(erasee)) {
		const n = await countHeld(db, holding);
		if (n > 0) extent.set(holding.what, n);
	}
	return extent;
}

/** Erases what is stored of an erasee, and returns how much that was. To be called in a transaction. */
export async function erase(db: Queryable, erasee: Erasee): Promise<Extent> {
	if (erasee.kind === "user") await forgetSpots(db, erasee.id, null);
	const extent = new Map<string, number>();
	for (const holding of holdingsOf(erasee)) {
		const n = await eraseHeld(db, holding);
		if (n > 0) extent.set(holding.what, n);
	}
	return extent;
}

/**
 * Deletes rows, but no more than `most` of them: what refers to other rows is to come before those, and goes before them.
 * Returns how many that were; fewer than `most` when none are left. To be called in a transaction, and again until then.
 */
export async function erasePiece(db: Queryable, rows: readonly Rows[], most: number): Promise<number> {
	let erased = 0;
	for (const { table: name, where } of rows) {
		const table = sql.table(name);
		const left = most - erased;
		// Each engine numbers the rows of all tables itself, so no table's key need be known.
		const chosen = isSqlite(db)
			? sql`rowid IN (SELECT rowid FROM ${table} WHERE ${where} LIMIT ${left})`
			: sql`ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${where} LIMIT ${left}))`;
		const { numAffectedRows } = await sql`DELETE FROM ${table} WHERE ${chosen}`.execute(db);
		erased += Number(numAffectedRows ?? 0);
		if (erased >= most) break;
	}
	return erased;
}

/** What keeps an erasee from being erased: Byname would go on with what is no longer stored. */
export interface UnderWay {
	/** The rooms in which a session is on. */
	rooms: string[];
	/** How many greetings wait to be said, or are being said. */
	greetings: number;
}

/** What is under way in a server, or with a user in it: sessions that they lead, have come to or are forgotten in, and greetings for them. */
export async function underWay(db: Queryable, { kind, id }: Erasee): Promise<UnderWay> {
	const isTheirs =
		kind === "server"
			? sql`server_id = ${id}`
			: sql`(host_id = ${id} OR id IN (SELECT session_id FROM attendance WHERE user_id = ${id}))`;
	const areTheirs =
		kind === "server" ? sql`session_id IN (SELECT id FROM session WHERE server_id = ${id})` : sql`user_id = ${id}`;
	const open = await sql<{ room_id: string }>`
		SELECT room_id FROM session WHERE closed_at IS NULL AND ${isTheirs}`.execute(db);
	const waiting = await sql<{ n: number }>`
		SELECT count(*) AS n FROM greeting WHERE name IS NOT NULL AND ${areTheirs}`.execute(db);
	const forgotten = kind === "user" ? await whereForgotten(db, id) : []; // they would be greeted again
	const rooms = new Set([...open.rows.map((row) => row.room_id), ...forgotten.map(({ roomId }) => roomId)]);
	return { rooms: [...rooms], greetings: Number(waiting.rows[0]?.n) };
}

/**
 * Writes the file of a SQLite database anew, so that nothing of what was erased is left between the rows; Byname waits for
 * that, a second or so for each 100 MB. On PostgreSQL it clears away dead rows.
 */
export async function sweep(db: Queryable): Promise<void> {
	await sql`VACUUM`.execute(db);
	if (isSqlite(db)) await emptyLog(db); // where it cannot be, a running Byname does within a minute
}
