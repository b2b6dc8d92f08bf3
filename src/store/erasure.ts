import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "./queryable.ts";
import type { Schema } from "./schema.ts";
import { emptyLog, isSqlite } from "./sqlite.ts";

/** Who or what is to be erased, by its id on Discord. */
export interface Erasee {
	kind: "user" | "server";
	id: string;
}

/** Rows of one table that hold something of an erasee, and what becomes of them: deleted, or with other values instead. */
interface Part {
	/** What those rows are, in words. */
	what: string;
	table: keyof Schema;
	where: RawBuilder<boolean>;
	set?: RawBuilder<unknown>;
}

/** How many rows hold something of an erasee, by what they are in words; those of which there are none are left out. */
export type Extent = ReadonlyMap<string, number>;

/** What is stored of a user. What others wrote or did stays, without this user's id in it. */
function ofUser(id: string): Part[] {
	return [
		{ what: "greetings", table: "greeting", where: sql`user_id = ${id}` },
		{ what: "stays", table: "stay", where: sql`user_id = ${id}` },
		{ what: "attendances", table: "attendance", where: sql`user_id = ${id}` },
		{
			what: "messages that may ping them (the ids are taken out)",
			table: "message",
			where: sql`' ' || mentions || ' ' LIKE ${`% ${id} %`}`,
			set: sql`mentions = ''`, // they are posted: whom they pinged matters to nobody any more
		},
		{ what: "what they have said of themselves (/me)", table: "person", where: sql`user_id = ${id}` },
		{ what: "settings as a host", table: "profile", where: sql`host_id = ${id}` },
		{ what: "texts as a host", table: "variant", where: sql`host_id = ${id}` },
		{
			what: "rooms that they regularly host (which then have no regular host)",
			table: "room",
			where: sql`regular_host_id = ${id}`,
			set: sql`regular_host_id = NULL`,
		},
		{
			what: "sessions that they hosted (which stay, without host, note, recap and cue)",
			table: "session",
			where: sql`host_id = ${id}`,
			set: sql`host_id = NULL, note = NULL, recap = NULL, cue_channel_id = NULL, cue_message_id = NULL`,
		},
	];
}

/** What is stored of a server; what refers to other rows comes before those. */
function ofServer(id: string): Part[] {
	const inItsSessions = sql<boolean>`session_id IN (SELECT id FROM session WHERE server_id = ${id})`;
	const itsOwn = sql<boolean>`server_id = ${id}`;
	return [
		{ what: "greetings", table: "greeting", where: inItsSessions },
		{ what: "stays", table: "stay", where: inItsSessions },
		{ what: "attendances", table: "attendance", where: inItsSessions },
		{ what: "notes on what nearly went wrong", table: "near_miss", where: inItsSessions },
		{ what: "messages", table: "message", where: itsOwn },
		{ what: "sessions", table: "session", where: itsOwn },
		{ what: "settings of the server and its hosts", table: "profile", where: itsOwn },
		{ what: "texts of the server and its hosts", table: "variant", where: itsOwn },
		{ what: "what people have said of themselves there (/me)", table: "person", where: itsOwn },
		{ what: "host roles", table: "host_role", where: itsOwn },
		{ what: "rooms with settings", table: "room", where: itsOwn },
		{ what: "settings of the whole server", table: "server", where: sql`id = ${id}` },
	];
}

function partsOf({ kind, id }: Erasee): Part[] {
	return kind === "user" ? ofUser(id) : ofServer(id);
}

/** Counts what is stored of an erasee. */
export async function extentOf(db: Queryable, erasee: Erasee): Promise<Extent> {
	const extent = new Map<string, number>();
	for (const { what, table, where } of partsOf(erasee)) {
		const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${where}`.execute(db);
		const n = Number(rows[0]?.n);
		if (n > 0) extent.set(what, n);
	}
	return extent;
}

/** Erases what is stored of an erasee, and returns how much that was. To be called in a transaction. */
export async function erase(db: Queryable, erasee: Erasee): Promise<Extent> {
	const extent = new Map<string, number>();
	for (const { what, table, where, set } of partsOf(erasee)) {
		const start = set ? sql`UPDATE ${sql.table(table)} SET ${set}` : sql`DELETE FROM ${sql.table(table)}`;
		const { numAffectedRows } = await sql`${start} WHERE ${where}`.execute(db);
		if (numAffectedRows) extent.set(what, Number(numAffectedRows));
	}
	return extent;
}

/** What keeps an erasee from being erased: Byname would go on with what is no longer stored. */
export interface UnderWay {
	/** The rooms in which a session is on. */
	rooms: string[];
	/** How many greetings wait to be said, or are being said. */
	greetings: number;
}

/** What is under way in a server, or with a user in it: sessions that they lead or have come to, and greetings for them. */
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
	return { rooms: open.rows.map((row) => row.room_id), greetings: Number(waiting.rows[0]?.n) };
}

/**
 * Writes the file of a SQLite database anew, so that nothing of what was erased is left between the rows; Byname waits for
 * that, a second or so for each 100 MB. On PostgreSQL it clears away dead rows.
 */
export async function sweep(db: Queryable): Promise<void> {
	await sql`VACUUM`.execute(db);
	if (isSqlite(db)) await emptyLog(db); // where it cannot be, a running Byname does within a minute
}
