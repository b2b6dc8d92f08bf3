import type { Insertable, Selectable, Updateable } from "kysely";
import type { Queryable } from "./queryable.ts";
import type { SessionTable } from "./schema.ts";

/** A stored session, open or closed. */
export type SessionRow = Selectable<SessionTable>;

/** `ended_by_host`: the session is over for good, or until its event begins. */
export const ENDED = 1;
export const ENDED_AHEAD = 2;

/** What of a session its texts may mention. */
export type SessionFacts = Pick<
	SessionRow,
	"server_id" | "room_id" | "host_id" | "title" | "starts_at" | "note" | "recap"
>;

/** The open sessions of a server: what Byname believes is on. */
export function openSessionsOf(db: Queryable, serverId: string): Promise<SessionRow[]> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("server_id", "=", serverId)
		.where("closed_at", "is", null)
		.execute();
}

/** Whether a session has ever been held on a server, or is on. */
export async function hasHeldSession(db: Queryable, serverId: string): Promise<boolean> {
	const found = await db.selectFrom("session").select("id").where("server_id", "=", serverId).limit(1).execute();
	return found.length > 0;
}

/** The sessions last held in a room, the one that opened last first: candidates for being the one that opens again. */
export function latestSessionsIn(db: Queryable, roomId: string, limit: number): Promise<SessionRow[]> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("room_id", "=", roomId)
		.orderBy((e) => e.fn.coalesce("reopened_at", "opened_at"), "desc")
		.limit(limit)
		.execute();
}

/** The session that somebody hosted on a server and that was over last, if that was not before a time. */
export function lastOverOf(
	db: Queryable,
	{ serverId, hostId, since }: { serverId: string; hostId: string; since: number },
): Promise<SessionRow | undefined> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("server_id", "=", serverId)
		.where("closed_at", ">=", since)
		.where("host_id", "=", hostId)
		.orderBy("closed_at", "desc")
		.limit(1)
		.executeTakeFirst();
}

/** The session that is open in a room, if one is. */
export function openSessionIn(db: Queryable, roomId: string): Promise<SessionRow | undefined> {
	return db
		.selectFrom("session")
		.selectAll()
		.where("room_id", "=", roomId)
		.where("closed_at", "is", null)
		.executeTakeFirst();
}

/** A session as it is stored now. */
export function sessionById(db: Queryable, id: string): Promise<SessionRow | undefined> {
	return db.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Stores a session that opens. False when one is already open in the room, as another process may have opened it. */
export async function insertSession(db: Queryable, session: Insertable<SessionTable>): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto("session")
		.values(session)
		.onConflict((c) => c.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) === 1;
}

/** Changes what is known of a session: its host, title, end … False when it has been erased. */
export async function updateSession(db: Queryable, id: string, change: Updateable<SessionTable>): Promise<boolean> {
	const { numUpdatedRows } = await db.updateTable("session").set(change).where("id", "=", id).executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/**
 * The recap of a session as it is stored now; undefined for a session that has been erased. It cannot change before the
 * transaction ends, so whoever changes it sees what this one has stored.
 */
export async function takeRecap(db: Queryable, id: string): Promise<string | null | undefined> {
	const row = await db
		.updateTable("session")
		.set((e) => ({ recap: e.ref("recap") }))
		.where("id", "=", id)
		.returning("recap")
		.executeTakeFirst();
	return row?.recap;
}

/**
 * Closes a session that opened last at `openedAt`. False when it is closed, or has been opened again since: another process
 * has seen its end before us, and perhaps more.
 */
export async function endSession(
	db: Queryable,
	{ id, openedAt }: { id: string; openedAt: number },
	end: Updateable<SessionTable> & { closed_at: number },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("session")
		.set(end)
		.where("id", "=", id)
		.where("closed_at", "is", null)
		.where((e) => e.or([e("reopened_at", "is", null), e("reopened_at", "<=", openedAt)]))
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** Changes when a session opened, in each way in which that makes it earlier, and when it starts. */
export async function antedateSession(
	db: Queryable,
	id: string,
	opening: Pick<SessionRow, "opened_at" | "reopened_at" | "found_at">,
	startsAt: number,
): Promise<void> {
	for (const column of ["opened_at", "reopened_at", "found_at"] as const) {
		const change = { [column]: opening[column], starts_at: startsAt };
		await db.updateTable("session").set(change).where("id", "=", id).where(column, ">", opening[column]).execute();
	}
}
