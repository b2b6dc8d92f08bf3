import type { Selectable } from "kysely";
import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";
import { reusable } from "./reusable.ts";
import type { StayTable } from "./schema.ts";
import type { SessionRow } from "./sessions.ts";

/** A stored stay. */
export type StayRow = Selectable<StayTable>;

/** The stays of a session that have not ended: who is in, as far as the store knows. */
export function openStaysOf(db: Queryable, sessionId: string): Promise<StayRow[]> {
	return db.selectFrom("stay").selectAll().where("session_id", "=", sessionId).where("left_at", "is", null).execute();
}

/** Stores stays that began; one that is already open for the person stays as it is. */
export async function insertStays(db: Queryable, stays: StayRow[]): Promise<void> {
	for (const rows of chunks(stays)) await insertRows(db, { rows });
}

const insertRows = reusable((db, { rows }: { rows: StayRow[] }) =>
	db
		.insertInto("stay")
		.values(rows)
		.onConflict((c) => c.doNothing()),
);

/** Ends a person's open stay in a session, if there is one. `inferred`: nobody saw them leave. */
export async function endStay(
	db: Queryable,
	stay: { sessionId: string; userId: string; leftAt: number; inferred: boolean },
): Promise<void> {
	await db
		.updateTable("stay")
		.set({ left_at: stay.leftAt, ...(stay.inferred ? { inferred: 1 } : {}) })
		.where("session_id", "=", stay.sessionId)
		.where("user_id", "=", stay.userId)
		.where("left_at", "is", null)
		.execute();
}

/** Ends every open stay of a session at once, as when it closes. `inferred`: nobody saw it close. */
export async function endAllStays(
	db: Queryable,
	all: { sessionId: string; leftAt: number; inferred: boolean },
): Promise<void> {
	await db
		.updateTable("stay")
		.set({ left_at: all.leftAt, ...(all.inferred ? { inferred: 1 } : {}) })
		.where("session_id", "=", all.sessionId)
		.where("left_at", "is", null)
		.execute();
}

/** Whether somebody left a session at this very time. */
export async function hasLeaving(db: Queryable, sessionId: string, at: number): Promise<boolean> {
	const left = await db
		.selectFrom("stay")
		.select("id")
		.where("session_id", "=", sessionId)
		.where("left_at", "=", at)
		.executeTakeFirst();
	return left !== undefined;
}

/** The user ids of those who were greeted in a closed session and had not gone before it ended. */
export async function audienceOf(
	db: Queryable,
	{ id, closed_at }: Pick<SessionRow, "id" | "closed_at">,
): Promise<Set<string>> {
	const rows = await db
		.selectFrom("stay")
		.innerJoin("attendance", (join) =>
			join.onRef("attendance.session_id", "=", "stay.session_id").onRef("attendance.user_id", "=", "stay.user_id"),
		)
		.select("stay.user_id")
		.distinct()
		.where("stay.session_id", "=", id)
		.where("stay.left_at", "=", closed_at)
		.where("attendance.role", "=", "attendee")
		.execute();
	return new Set(rows.map((row) => row.user_id));
}
