import { type Compilable, type Insertable, PostgresAdapter, sql } from "kysely";
import type { Scene } from "../greetings/greeting.ts";
import type { Voice } from "../greetings/voice.ts";
import { CHUNK, chunks } from "./chunks.ts";
import type { GreetingRow } from "./outbox.ts";
import type { Queryable, Store } from "./queryable.ts";
import { reusable } from "./reusable.ts";
import type { AttendanceTable, GreetingTable, MessageTable, Pace } from "./schema.ts";
import { scriptOf } from "./script.ts";

/** People who arrive at a session. */
export interface Guests {
	serverId: string;
	roomId: string;
	hostId: string | null;
	sessionId: string;
	/** When the session opened. */
	openedAt: number;
	userIds: string[];
}

/** What is stored about a person who arrives on this server: whether they came to this session before, and to how many others. */
export interface KnownGuest {
	came: boolean;
	/**
	 * Of this host's earlier sessions in the server, those they attended; while nobody knows the host, of those in this room
	 * whose host nobody knew. One that was on at the same time is no earlier one: people go back and forth between rooms.
	 */
	visits: number;
	/** Whether Byname has greeted them on the server: not who came on a panel, or was greeted by a person instead. */
	greeted: boolean;
}

/** What is stored about people who arrive, by user id; a person who was never here is left out. */
export async function whatIsKnown(db: Queryable, of: Guests): Promise<Map<string, KnownGuest>> {
	const known = new Map<string, KnownGuest>();
	for (const userIds of chunks(of.userIds)) {
		const { rows } = await lookUp(db, { ...of, userIds });
		for (const { user_id, came, visits, greeted } of rows) {
			known.set(user_id, { came: came > 0, visits, greeted: greeted > 0 });
		}
	}
	return known;
}

const lookUp = reusable((db, { serverId, roomId, hostId, sessionId, openedAt, userIds }: Guests) =>
	db
		.selectFrom("attendance")
		.innerJoin("session", "session.id", "attendance.session_id")
		.select(({ fn }) => [
			"attendance.user_id",
			fn.countAll<number>().filterWhere("session.id", "=", sessionId).as("came"),
			fn
				.countAll<number>()
				.filterWhere((e) =>
					e.and([
						e("session.id", "<>", sessionId),
						e("attendance.role", "=", "attendee"),
						e("session.host_id", "is not distinct from", hostId),
						e("session.closed_at", "is not", null),
						e.or([
							e("session.room_id", "=", roomId), // where there is one after the other
							e.and([e("session.host_id", "is not", null), e("session.closed_at", "<=", openedAt)]),
						]),
					]),
				)
				.as("visits"),
			fn
				.countAll<number>()
				.filterWhere((e) =>
					e.and([e("attendance.role", "=", "attendee"), e("attendance.hello", "is distinct from", "said")]),
				)
				.as("greeted"),
		])
		.where("attendance.user_id", "in", userIds)
		.where("session.server_id", "=", serverId)
		.groupBy("attendance.user_id"),
);

/** People who have come, to be stored together with the greetings they are due. */
export interface Newcomers {
	serverId: string;
	roomId: string;
	hostId: string | null;
	sessionId: string;
	/** When the session opened. */
	openedAt: number;
	/** Where they are greeted. */
	channelId: string;
	/** How fast greetings follow each other there. */
	pace: Pace;
	arrivals: readonly NewArrival[];
	/** What their greetings may mention, and how their host speaks. */
	scene: Scene;
	voice: Voice;
}

/** Somebody who has come, and their greeting, whose visits are yet to be counted; null for somebody on the panel. */
export interface NewArrival {
	attendance: Insertable<AttendanceTable>;
	greeting: Omit<GreetingRow, "message_id" | "visits" | "first" | "ripe_at" | "named"> | null;
}

/** What is stored together when people arrive. */
export interface Arrivals {
	attendances: Insertable<AttendanceTable>[];
	greetings: Insertable<GreetingTable>[];
	/** The one that carries some of the greetings, if their channel is free. */
	messages: Insertable<MessageTable>[];
}

/**
 * Stores who came together with their greetings, all or nothing. Rejects when somebody's coming is stored already: the
 * unique key decides, so two processes that see the same arrival agree on who greets.
 */
export async function insertArrivals(store: Store, arrivals: Arrivals): Promise<void> {
	const { attendances, greetings, messages } = arrivals;
	if (attendances.length <= CHUNK) {
		await insertAtOnce(store, arrivals);
		return;
	}
	await store.transaction().execute(async (db) => {
		for (const rows of chunks(attendances)) await db.insertInto("attendance").values(rows).execute();
		for (const rows of chunks(messages)) await db.insertInto("message").values(rows).execute();
		for (const rows of chunks(greetings)) await db.insertInto("greeting").values(rows).execute();
	});
}

/** All at once, which takes PostgreSQL one round trip, and spares SQLite, which is in this process, most of the way to it. */
const insertAtOnce = reusable((db, arrivals: Arrivals): Compilable<unknown> => {
	if (arrivals.greetings.length === 0) return db.insertInto("attendance").values(arrivals.attendances);
	return isFarAway(db) ? inOneStatement(db, arrivals) : inOneScript(db, arrivals);
});

function inOneStatement(db: Queryable, { attendances, greetings, messages }: Arrivals): Compilable<unknown> {
	const came = db.with("came", (db) => db.insertInto("attendance").values(attendances));
	const said = messages.length > 0 ? came.with("said", (db) => db.insertInto("message").values(messages)) : came;
	return said.insertInto("greeting").values(greetings);
}

function inOneScript(db: Queryable, { attendances, greetings, messages }: Arrivals): Compilable<unknown> {
	return scriptOf([
		db.insertInto("attendance").values(attendances),
		...(messages.length > 0 ? [db.insertInto("message").values(messages)] : []),
		db.insertInto("greeting").values(greetings),
	]);
}

/**
 * Stores the arrival of one person, unless they are known on the server already; the look and the storing are one round
 * trip. Resolves to false, with nothing stored, when something is known, when no greeting is due, and on SQLite, where a
 * look takes no round trip.
 */
export async function insertStranger(
	store: Store,
	{ serverId, userId }: Pick<Guests, "serverId"> & { userId: string },
	arrival: () => Arrivals,
): Promise<boolean> {
	if (!isFarAway(store)) return false;
	const { attendances, greetings, messages } = arrival();
	if (greetings.length === 0) return false;
	const { numAffectedRows } = await insertUnlessKnown(store, {
		serverId,
		userId,
		attendances: JSON.stringify(attendances),
		greetings: JSON.stringify(greetings),
		messages: JSON.stringify(messages),
	});
	return Number(numAffectedRows) > 0;
}

type Stranger = Pick<Guests, "serverId"> & { userId: string } & Record<keyof Arrivals, string>;

/** PostgreSQL's: rows come as JSON, so that each table says itself what is in its columns. */
const insertUnlessKnown = reusable((db, stranger: Stranger) => {
	const { userId, serverId, attendances, greetings, messages } = stranger;
	const statement = sql`
		with stranger as (
			select 1 where not exists (
				select 1 from attendance join session on session.id = attendance.session_id
				where attendance.user_id = ${userId} and server_id = ${serverId}
			)
		),
		came as (
			insert into attendance select rows.* from stranger, json_populate_recordset(null::attendance, ${attendances}) as rows
		),
		said as (
			insert into message select rows.* from stranger, json_populate_recordset(null::message, ${messages}) as rows
		)
		insert into greeting select rows.* from stranger, json_populate_recordset(null::greeting, ${greetings}) as rows`;
	return { compile: () => statement.compile(db) };
});

/** Whether a look at the store is a round trip to another process. */
function isFarAway(db: Queryable): boolean {
	return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The one of a session's panel who came first; null when none of it has. */
export async function firstOfPanel(db: Queryable, sessionId: string): Promise<string | null> {
	const row = await db
		.selectFrom("attendance")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("role", "=", "panel")
		.where((e) =>
			e.exists(
				e
					.selectFrom("stay")
					.select("stay.id")
					.whereRef("stay.session_id", "=", "attendance.session_id")
					.whereRef("stay.user_id", "=", "attendance.user_id"),
			),
		)
		.orderBy("arrived_at")
		.limit(1)
		.executeTakeFirst();
	return row?.user_id ?? null;
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

/** How those of these people attended a session who did, by user id. */
export async function rolesIn(
	db: Queryable,
	sessionId: string,
	userIds: readonly string[],
): Promise<Map<string, AttendanceTable["role"]>> {
	const roles = new Map<string, AttendanceTable["role"]>();
	for (const some of chunks(userIds)) {
		const rows = await db
			.selectFrom("attendance")
			.select(["user_id", "role"])
			.where("session_id", "=", sessionId)
			.where("user_id", "in", some)
			.execute();
		for (const { user_id, role } of rows) roles.set(user_id, role);
	}
	return roles;
}
