import { type Compilable, type Insertable, sql } from "kysely";
import type { Scene } from "../greetings/greeting.ts";
import type { Voice } from "../greetings/voice.ts";
import { CHUNK, chunks } from "./chunks.ts";
import type { GreetingRow } from "./outbox.ts";
import type { Queryable, Store } from "./queryable.ts";
import { reusable } from "./reusable.ts";
import type { AttendanceTable, GreetingTable, MessageTable, Pace } from "./schema.ts";
import { scriptOf } from "./script.ts";
import { isSqlite } from "./sqlite.ts";

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
		for (const [userId, guest] of knownIn(rows)) known.set(userId, guest);
	}
	return known;
}

interface KnownRow {
	user_id: string;
	came: number;
	visits: number;
	greeted: number;
}

function knownIn(rows: readonly KnownRow[]): Map<string, KnownGuest> {
	return new Map(
		rows.map(({ user_id, came, visits, greeted }) => [user_id, { came: came > 0, visits, greeted: greeted > 0 }]),
	);
}

const lookUp = reusable((db, { userIds, ...guests }: Guests) =>
	knownQuery(db, guests).where("attendance.user_id", "in", userIds),
);

function knownQuery(db: Queryable, { serverId, roomId, hostId, sessionId, openedAt }: Omit<Guests, "userIds">) {
	return db
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
		.where("session.server_id", "=", serverId)
		.groupBy("attendance.user_id");
}

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
	return isSqlite(db) ? inOneScript(db, arrivals) : inOneStatement(db, arrivals);
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

/** So many may well be strangers all. */
const FEW = 20;

/**
 * Stores people who arrive, unless one of them is known on the server already: the look and the storing are one round trip.
 * Returns what was stored, or else, with nothing stored, what is known. It only looks where no greeting is due, where many
 * come together, of whom one is likely to be known, and on SQLite, where a look takes no round trip.
 */
export async function insertStrangers<A extends Arrivals>(
	store: Store,
	guests: Guests,
	arrivals: () => A,
): Promise<A | Map<string, KnownGuest>> {
	if (isSqlite(store) || guests.userIds.length > FEW) return whatIsKnown(store, guests);
	const planned = arrivals();
	if (planned.greetings.length === 0) return whatIsKnown(store, guests);
	const { userIds, ...session } = guests;
	const { rows } = await insertUnlessKnown(store, {
		...session,
		userIds: `{${userIds.map((id) => JSON.stringify(id)).join()}}`,
		attendances: JSON.stringify(planned.attendances),
		greetings: JSON.stringify(planned.greetings),
		messages: JSON.stringify(planned.messages),
	});
	return rows.length > 0 ? knownIn(rows) : planned;
}

type Strangers = Omit<Guests, "userIds"> & Record<"userIds" | keyof Arrivals, string>;

/** PostgreSQL's: one statement for however many. Rows come as JSON, so that each table says itself what is in its columns. */
const insertUnlessKnown = reusable((db, { userIds, attendances, greetings, messages, ...session }: Strangers) => {
	const known = knownQuery(db, session).where(sql<boolean>`attendance.user_id = any(${userIds}::text[])`);
	const statement = sql<KnownRow>`
		with known as (${known}),
		strangers as (select 1 where not exists (select 1 from known)),
		came as (
			insert into attendance select rows.* from strangers, json_populate_recordset(null::attendance, ${attendances}) as rows
		),
		said as (
			insert into message select rows.* from strangers, json_populate_recordset(null::message, ${messages}) as rows
		),
		owed as (
			insert into greeting select rows.* from strangers, json_populate_recordset(null::greeting, ${greetings}) as rows
		)
		select * from known`;
	return { compile: () => statement.compile(db) };
});

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
