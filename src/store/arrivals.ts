import type { Insertable, Selectable } from "kysely";
import type { AttendanceTable, GreetingTable, StayTable } from "./schema.ts";
import type { Queryable } from "./store.ts";

/** A stored stay. */
export type StayRow = Selectable<StayTable>;

/** Rows per statement; well below what either engine allows in parameters. */
const CHUNK = 500;

/** The stays of a session that have not ended: who is in, as far as the store knows. */
export function openStaysOf(db: Queryable, sessionId: string): Promise<StayRow[]> {
	return db.selectFrom("stay").selectAll().where("session_id", "=", sessionId).where("left_at", "is", null).execute();
}

/** Stores stays that began; one that is already open for the person stays as it is. */
export async function insertStays(db: Queryable, stays: Insertable<StayTable>[]): Promise<void> {
	for (const rows of chunks(stays)) {
		await db
			.insertInto("stay")
			.values(rows)
			.onConflict((c) => c.doNothing())
			.execute();
	}
}

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

/** Ends every open stay of a session at once, as when it closes. */
export async function endAllStays(db: Queryable, sessionId: string, leftAt: number): Promise<void> {
	await db
		.updateTable("stay")
		.set({ left_at: leftAt })
		.where("session_id", "=", sessionId)
		.where("left_at", "is", null)
		.execute();
}

/**
 * Stores that people came to a session and returns those who had not come before, by user id. The unique key decides,
 * so two processes that see the same arrival agree on who greets.
 */
export async function insertAttendances(db: Queryable, rows: Insertable<AttendanceTable>[]): Promise<Set<string>> {
	const fresh = new Set<string>();
	for (const chunk of chunks(rows)) {
		const inserted = await db
			.insertInto("attendance")
			.values(chunk)
			.onConflict((c) => c.doNothing())
			.returning("user_id")
			.execute();
		for (const row of inserted) fresh.add(row.user_id);
	}
	return fresh;
}

/** The user ids of a session's attendees; its panel is not among them. */
export async function whoAttended(db: Queryable, sessionId: string): Promise<Set<string>> {
	const rows = await db
		.selectFrom("attendance")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("role", "=", "attendee")
		.execute();
	return new Set(rows.map((row) => row.user_id));
}

/** How many of this host's other sessions in the server each person attended; a person without any is left out. */
export async function countVisits(
	db: Queryable,
	of: { serverId: string; hostId: string | null; sessionId: string; userIds: string[] },
): Promise<Map<string, number>> {
	const visits = new Map<string, number>();
	for (const userIds of chunks(of.userIds)) {
		const rows = await db
			.selectFrom("attendance")
			.innerJoin("session", "session.id", "attendance.session_id")
			.select((e) => ["attendance.user_id", e.fn.countAll<number>().as("visits")])
			.where("attendance.user_id", "in", userIds)
			.where("attendance.role", "=", "attendee")
			.where("session.server_id", "=", of.serverId)
			.where("session.host_id", of.hostId === null ? "is" : "=", of.hostId)
			.where("session.id", "<>", of.sessionId)
			.groupBy("attendance.user_id")
			.execute();
		for (const row of rows) visits.set(row.user_id, Number(row.visits));
	}
	return visits;
}

type Row = Insertable<GreetingTable>;
/** What there is to know about a greeting that is not an arrival's. */
type Essentials = Pick<Row, "session_id" | "user_id" | "occasion" | "kind" | "channel_id" | "name" | "arrived_at">;

/** A greeting that waits to be posted; what is not said about it is as for most. */
export function newGreeting(essentials: Essentials & Partial<GreetingTable>): GreetingTable {
	const usual = { minutes: 0, visits: 1, missed: 0, due_at: null, neutral: 0, message_id: null, posted_at: null };
	return { ...usual, ...essentials, name: essentials.name ?? null };
}

/** Stores the greetings that are due; one the person already has for the occasion is not stored again. */
export async function insertGreetings(db: Queryable, greetings: Insertable<GreetingTable>[]): Promise<void> {
	for (const rows of chunks(greetings)) {
		await db
			.insertInto("greeting")
			.values(rows)
			.onConflict((c) => c.doNothing())
			.execute();
	}
}

/** Who of these has been greeted in the server on an occasion, in whichever session. */
export async function wasGreetedOn(
	db: Queryable,
	serverId: string,
	occasion: GreetingTable["occasion"],
	userIds: string[],
): Promise<Set<string>> {
	const rows = await db
		.selectFrom("greeting")
		.innerJoin("session", "session.id", "greeting.session_id")
		.select("greeting.user_id")
		.where("greeting.user_id", "in", userIds)
		.where("greeting.occasion", "=", occasion)
		.where("session.server_id", "=", serverId)
		.execute();
	return new Set(rows.map((row) => row.user_id));
}

function* chunks<T>(rows: T[]): Generator<T[]> {
	for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}
