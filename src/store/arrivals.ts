import { type Insertable, PostgresAdapter, type Selectable } from "kysely";
import { reusable } from "./reusable.ts";
import type { AttendanceTable, GreetingTable, MessageTable, StayTable } from "./schema.ts";
import type { Queryable, Store } from "./store.ts";

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

/** What is stored together when people arrive. */
export interface Arrivals {
	attendances: Insertable<AttendanceTable>[];
	greetings: Insertable<GreetingTable>[];
	/** The one that carries some of the greetings, if its line is free. */
	messages: Insertable<MessageTable>[];
}

/**
 * Stores who came together with their greetings, all or nothing. Rejects when somebody's coming is stored already: the
 * unique key decides, so two processes that see the same arrival agree on who greets.
 */
export async function insertArrivals(store: Store, arrivals: Arrivals): Promise<void> {
	const { attendances, greetings, messages } = arrivals;
	if (store.getExecutor().adapter instanceof PostgresAdapter && attendances.length <= CHUNK) {
		await insertAtOnce(store, arrivals);
		return;
	}
	await store.transaction().execute(async (db) => {
		for (const rows of chunks(attendances)) await insertAttendances(db, { rows });
		for (const rows of chunks(messages)) await insertMessages(db, { rows });
		for (const rows of chunks(greetings)) await insertNewGreetings(db, { rows });
	});
}

type Rows<T> = { rows: Insertable<T>[] };
const insertAttendances = reusable((db, { rows }: Rows<AttendanceTable>) => db.insertInto("attendance").values(rows));
const insertMessages = reusable((db, { rows }: Rows<MessageTable>) => db.insertInto("message").values(rows));
const insertNewGreetings = reusable((db, { rows }: Rows<GreetingTable>) => db.insertInto("greeting").values(rows));

/** All in one statement, and so in one round trip; SQLite, which is in this process, has none for several tables. */
const insertAtOnce = reusable((db, { attendances, greetings, messages }: Arrivals) => {
	if (greetings.length === 0) return db.insertInto("attendance").values(attendances);
	const came = db.with("came", (db) => db.insertInto("attendance").values(attendances));
	const said = messages.length > 0 ? came.with("said", (db) => db.insertInto("message").values(messages)) : came;
	return said.insertInto("greeting").values(greetings);
});

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

/** What is stored about a person who arrives: whether they came to this session before, and to how many others. */
export interface Known {
	came: boolean;
	/** Of this host's other sessions in the server, those they attended. */
	visits: number;
}

/** What is stored about people who arrive, by user id; a person who was never here is left out. */
export async function whatIsKnown(db: Queryable, of: Guests): Promise<Map<string, Known>> {
	const known = new Map<string, Known>();
	for (const userIds of chunks(of.userIds)) {
		const { rows } = await lookUp(db, { ...of, userIds });
		for (const { user_id, came, visits } of rows) known.set(user_id, { came: came > 0, visits });
	}
	return known;
}

interface Guests {
	serverId: string;
	hostId: string | null;
	sessionId: string;
	userIds: string[];
}

const lookUp = reusable((db, { serverId, hostId, sessionId, userIds }: Guests) =>
	db
		.selectFrom("attendance")
		.innerJoin("session", "session.id", "attendance.session_id")
		.select(({ fn }) => [
			"attendance.user_id",
			fn.countAll<number>().filterWhere("session.id", "=", sessionId).as("came"),
			fn.countAll<number>().filterWhere("session.id", "<>", sessionId).as("visits"),
		])
		.where("attendance.user_id", "in", userIds)
		.where((e) =>
			e.or([
				e("session.id", "=", sessionId),
				e.and([
					e("attendance.role", "=", "attendee"),
					e("session.server_id", "=", serverId),
					e("session.host_id", "is not distinct from", hostId),
				]),
			]),
		)
		.groupBy("attendance.user_id"),
);

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
