import { sql } from "kysely";
import { chunks } from "./chunks.ts";
import { erasePiece } from "./erasure.ts";
import { REOPEN_WITHIN_MS } from "./outbox.ts";
import type { Queryable, Store } from "./queryable.ts";
import { ofSession } from "./retention.ts";
import { type SessionRow, sessionById } from "./sessions.ts";

/** So many rows go in one transaction at most: that takes SQLite a few milliseconds, for which whoever comes meanwhile waits. */
const MOST_ROWS = 200;

/** How many rows of a session there are that hold something of people. */
export interface SessionExtent {
	attendances: number;
	stays: number;
	greetings: number;
}

/** Counts what is stored of people in a session. */
export async function extentOfSession(db: Queryable, sessionId: string): Promise<SessionExtent> {
	return {
		attendances: await countIn(db, "attendance", sessionId),
		stays: await countIn(db, "stay", sessionId),
		greetings: await countIn(db, "greeting", sessionId),
	};
}

async function countIn(db: Queryable, table: "attendance" | "stay" | "greeting", sessionId: string): Promise<number> {
	const { rows } = await db
		.selectFrom(table)
		.select((e) => e.fn.countAll<number>().as("rows"))
		.where("session_id", "=", sessionId)
		.executeTakeFirstOrThrow();
	return Number(rows);
}

/**
 * What keeps a session from being erased: it is on; it may open again, or something of it waits to be said. Null for nothing.
 */
export async function keepsFromErasing(
	db: Queryable,
	{ id, closed_at }: Pick<SessionRow, "id" | "closed_at">,
	now: number,
): Promise<"is on" | "hardly over" | null> {
	if (closed_at === null) return "is on";
	if (Math.abs(now - closed_at) < REOPEN_WITHIN_MS) return "hardly over"; // a clock that was fast may have closed it
	const waiting = await db
		.selectFrom("greeting")
		.select("user_id")
		.where("session_id", "=", id)
		.where("name", "is not", null)
		.limit(1)
		.executeTakeFirst();
	return waiting ? "hardly over" : null;
}

/** The messages that carry a session's greetings. */
async function messagesOfSession(db: Queryable, sessionId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("greeting")
		.select("message_id")
		.distinct()
		.where("session_id", "=", sessionId)
		.where("message_id", "is not", null)
		.execute();
	return rows.flatMap(({ message_id }) => message_id ?? []);
}

/**
 * Erases a piece of a session that nothing keeps from it, with all that hangs on it; a message goes with the last greeting that
 * it carries, so that none is left of a session that is gone. Returns how many rows that were, without messages; 0 when nothing
 * is left of it. Null, with nothing erased, once something keeps it: it has opened again.
 */
export function erasePieceOfSession(store: Store, sessionId: string, now: number): Promise<number | null> {
	return store
		.transaction()
		.setIsolationLevel("repeatable read")
		.execute(async (db) => {
			const session = await sessionById(db, sessionId);
			if (session && (await keepsFromErasing(db, session, now)) !== null) return null;
			const messages = await messagesOfSession(db, sessionId);
			const erased = await erasePiece(db, ofSession(sessionId), MOST_ROWS);
			await eraseEmpty(db, messages);
			return erased;
		});
}

/** Erases those of these messages that carry no greeting (any more). One that is yet to go stays. */
async function eraseEmpty(db: Queryable, messageIds: readonly string[]): Promise<void> {
	for (const some of chunks(messageIds)) {
		const empty = await db
			.selectFrom("message")
			.select("id")
			.where("id", "in", some)
			.where("state", "<>", "frozen")
			.where(sql<boolean>`NOT EXISTS (SELECT 1 FROM greeting WHERE greeting.message_id = message.id)`)
			.execute();
		const ids = empty.map(({ id }) => id);
		if (ids.length === 0) continue;
		await db.deleteFrom("revision").where("message_id", "in", ids).execute();
		await db.deleteFrom("message").where("id", "in", ids).execute();
	}
}
