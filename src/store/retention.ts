import { sql } from "kysely";
import { CHANGED_WITHIN_MS } from "./corrections.ts";
import { erasePiece } from "./erasure.ts";
import { ofServer, type Rows } from "./holdings.ts";
import type { Queryable, Store } from "./queryable.ts";
import { type ServerRow, serverSettings } from "./settings.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How long attendance is kept where a server has not said. */
export const DEFAULT_RETENTION_DAYS = 90;
/** A server is told so long before anything of it is erased for the first time because it is old. */
export const TOLD_AHEAD_MS = 7 * DAY_MS;
/** A server is erased so long after it was noticed that Byname has been removed from it. */
const REMOVED_FOR_MS = 30 * DAY_MS;
/** So many rows go in one transaction at most: that takes SQLite a few milliseconds, for which whoever comes meanwhile waits. */
const MOST_ROWS = 200;

/** Layouts are looked for in messages of so long, so that each look is short: Byname is hardly ever away for longer. */
const LAYOUTS_FOR_MS = 30 * DAY_MS;

/** What a server is told of: from when on the sessions are erased that ended more than so many days ago. */
export interface ErasingAhead {
	days: number;
	from: number;
}

/**
 * The servers of which anything is stored, by id. Each has a row of its own from then on. Messages are not asked: there are
 * none without a session before them.
 */
export async function knownServers(db: Queryable): Promise<string[]> {
	await sql`
		INSERT INTO server (id)
		SELECT server_id FROM (
			SELECT server_id FROM session
			UNION SELECT server_id FROM profile
			UNION SELECT server_id FROM co_host
			UNION SELECT server_id FROM variant
			UNION SELECT server_id FROM host_role
			UNION SELECT server_id FROM room
			UNION SELECT server_id FROM person WHERE server_id <> ''
		) AS known WHERE server_id NOT IN (SELECT id FROM server)
		ON CONFLICT DO NOTHING`.execute(db);
	const rows = await db.selectFrom("server").select("id").orderBy("id").execute();
	return rows.map((row) => row.id);
}

/** Stores that Byname has been removed from a server; when that was noticed first counts. */
export async function noteRemoved(db: Queryable, serverId: string, at: number): Promise<void> {
	const server = db.updateTable("server").set({ removed_at: at });
	await server.where("id", "=", serverId).where("removed_at", "is", null).execute();
}

/** Stores that Byname is back in a server. */
export async function noteBack(db: Queryable, serverId: string): Promise<void> {
	await db.updateTable("server").set({ removed_at: null }).where("id", "=", serverId).execute();
}

/**
 * Stores when a server was looked at. False when another process has done so since it was read. What is said to have
 * happened after `now` was stored by a clock that was fast: it happened now at the latest.
 */
export async function claimLook(
	db: Queryable,
	{ id, looked_at }: Pick<ServerRow, "id" | "looked_at">,
	{ at, now }: { at: number; now: number },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("server")
		.set((e) => ({
			looked_at: at,
			retention_told_at: e.case().when("retention_told_at", ">", now).then(now).else(e.ref("retention_told_at")).end(),
			removed_at: e.case().when("removed_at", ">", now).then(now).else(e.ref("removed_at")).end(),
		}))
		.where("id", "=", id)
		.where("looked_at", "is not distinct from", looked_at)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** What a server is to be told of; null when it has been, and when nothing of it is going to be old enough within a week. */
export async function erasingToTell(db: Queryable, serverId: string, now: number): Promise<ErasingAhead | null> {
	const server = await serverSettings(db, serverId);
	if (server && server.retention_told_at !== null) return null;
	const days = daysOf(server);
	const from = now + TOLD_AHEAD_MS;
	const old = await db
		.selectFrom("session")
		.select("id")
		.where("server_id", "=", serverId)
		.where("closed_at", "<", from - days * DAY_MS)
		.limit(1)
		.executeTakeFirst();
	return old ? { days, from } : null;
}

/** Stores that a server was told; the first time counts. */
export async function noteTold(db: Queryable, serverId: string, { from }: ErasingAhead): Promise<void> {
	const server = db.updateTable("server").set({ retention_told_at: from - TOLD_AHEAD_MS, retention_untold: null });
	await server.where("id", "=", serverId).where("retention_told_at", "is", null).execute();
}

/** Stores that a server is to be told with the answer to a command. */
export async function noteUntold(db: Queryable, serverId: string): Promise<void> {
	const server = db.updateTable("server").set({ retention_untold: 1 });
	await server.where("id", "=", serverId).where("retention_told_at", "is", null).execute();
}

/** What a server is to be told of with the answer to a command; null for nothing. */
export async function untoldErasing(db: Queryable, serverId: string, now: number): Promise<ErasingAhead | null> {
	const server = await serverSettings(db, serverId);
	return server?.retention_untold === 1 ? erasingToTell(db, serverId, now) : null;
}

/**
 * Erases a piece of what a server has kept for longer than it wants: a session that is over, with all that hangs on it, or a
 * part of one; then what is left of messages. Returns how many rows that were; 0 when nothing is to be erased any more. A
 * session that is on stays, and so does one with a greeting that waits.
 */
export function eraseOld(store: Store, serverId: string, now: number): Promise<number> {
	return inTransaction(store, async (db) => {
		const server = await serverSettings(db, serverId); // what somebody has set meanwhile counts
		if (!server || server.retention_told_at === null || now - server.retention_told_at < TOLD_AHEAD_MS) return 0;
		const before = now - daysOf(server) * DAY_MS;
		const { rows } = await sql<{ id: string }>`
			SELECT id FROM session WHERE server_id = ${serverId} AND closed_at < ${before} AND NOT EXISTS (
				SELECT 1 FROM greeting WHERE session_id = session.id AND name IS NOT NULL
			) ORDER BY closed_at LIMIT 1`.execute(db);
		const [session] = rows;
		return erasePiece(db, session ? ofSession(session.id) : leftMessages(serverId, before), MOST_ROWS);
	});
}

/**
 * Erases where people are called in messages that nobody changes any more, a piece of them. Returns how many those were; 0
 * when none is left.
 */
export async function eraseLayouts(db: Queryable, serverId: string, now: number): Promise<number> {
	const old = db
		.selectFrom("message")
		.select("id")
		.where("server_id", "=", serverId)
		.where((e) => e.between("frozen_at", now - LAYOUTS_FOR_MS, now - 2 * CHANGED_WITHIN_MS))
		.where("state", "<>", "frozen")
		.where("layout", "is not", null)
		.limit(MOST_ROWS);
	const ids = (await old.execute()).map(({ id }) => id);
	if (ids.length === 0) return 0;
	await db.updateTable("message").set({ layout: null }).where("id", "in", ids).execute();
	await db.deleteFrom("revision").where("message_id", "in", ids).execute();
	await db.deleteFrom("late_recap").where("message_id", "in", ids).execute();
	return ids.length;
}

/** Erases a piece of a server that removed Byname long enough ago. Returns how many rows that were; 0 when none is left. */
export function eraseRemoved(store: Store, serverId: string, now: number): Promise<number> {
	return inTransaction(store, async (db) => {
		const server = await serverSettings(db, serverId); // another process may have noticed that it is back
		if (!server || !isLongRemoved(server, now)) return 0;
		return erasePiece(db, ofServer(serverId), MOST_ROWS);
	});
}

/** Whether a server removed Byname long enough ago to be erased. */
export function isLongRemoved({ removed_at }: Pick<ServerRow, "removed_at">, now: number): boolean {
	return removed_at !== null && now - removed_at >= REMOVED_FOR_MS;
}

/** On PostgreSQL it fails when something that it is to erase has been changed since it began: then nothing of it is erased. */
function inTransaction(store: Store, erase: (db: Queryable) => Promise<number>): Promise<number> {
	return store.transaction().setIsolationLevel("repeatable read").execute(erase);
}

function daysOf(server: Pick<ServerRow, "retention_days"> | undefined): number {
	return server?.retention_days ?? DEFAULT_RETENTION_DAYS;
}

/** A session and what is stored of it, but for its messages: they may carry what is yet to go. */
export function ofSession(id: string): Rows[] {
	const inIt = sql<boolean>`session_id = ${id}`;
	return [
		{ table: "greeting", where: inIt },
		{ table: "correction", where: inIt },
		{ table: "stay", where: inIt },
		{ table: "attendance", where: inIt },
		{ table: "invitation", where: inIt },
		{ table: "off_panel", where: inIt },
		{ table: "near_miss", where: inIt },
		{ table: "untold", where: inIt },
		{ table: "session", where: sql`id = ${id}` },
	];
}

/** Messages of a server that are old and carry no greeting any more. */
function leftMessages(serverId: string, before: number): Rows[] {
	const where = sql<boolean>`server_id = ${serverId} AND frozen_at < ${before} AND state <> 'frozen'
		AND NOT EXISTS (SELECT 1 FROM greeting WHERE greeting.message_id = message.id)`;
	return [{ table: "message", where }];
}
