import { sql } from "kysely";
import type { Store } from "../../../src/store/queryable.ts";
import { openStore } from "../../../src/store/store.ts";

/** How many past sessions there are, and how many people came to each. */
const SESSIONS = 500;
const GUESTS = 200;
/** So many different people came; each was there again and again. */
const PEOPLE = 5_000;
const BETWEEN_MS = 17 * 3_600_000;
const OPEN_FOR_MS = 10 * 60_000;

/** How many attendances the past has. */
export const PAST_ATTENDANCES = SESSIONS * GUESTS;

/** Whose past it is, by Discord's ids. */
export interface PastCast {
	serverId: string;
	roomId: string;
	hostId: string;
	/** The stage instance of the session that is on. */
	stageId: string;
	/** Who is in that session, and has been greeted. */
	present: readonly string[];
	/** People who came to each of the past sessions; they are not in the one that is on. */
	regulars: readonly string[];
}

/**
 * Fills a new database as Byname would have over a year: a host's past sessions in one room, with their attendances,
 * stays, greetings and posts, and one that has been on for ten minutes. Rejects as `openStore` and its queries do.
 */
export async function storePast(url: string, cast: PastCast, sessions = SESSIONS): Promise<void> {
	const store = await openStore(url, () => undefined);
	try {
		const now = Date.now();
		await storeSessions(store, cast, { sessions, now });
		await storeVisits(store, cast, sessions * GUESTS);
		await storePresent(store, cast, now);
		if (url.startsWith("sqlite:")) return;
		await sql`vacuum analyze`.execute(store); // as it does by itself, but after a while
		await sql`checkpoint`.execute(store);
	} finally {
		await store.destroy();
	}
}

/** Numbers from 0 up, in a statement. */
function numbers(count: number) {
	return sql`with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${sql.lit(count - 1)})`;
}

function time(ms: number) {
	return sql`cast(${ms} as bigint)`;
}

async function storeSessions(
	store: Store,
	{ serverId, roomId, hostId, stageId }: PastCast,
	{ sessions, now }: { sessions: number; now: number },
): Promise<void> {
	const openedAt = sql`${time(now)} - (${sql.lit(sessions)} - n) * cast(${BETWEEN_MS} as bigint)`;
	await sql`
		insert into session (id, server_id, room_id, host_id, title, starts_at, opened_at, closed_at)
		${numbers(sessions)}
		select 'past-' || n, ${serverId}, ${roomId}, ${hostId}, 'Town hall', ${openedAt}, ${openedAt}, ${openedAt} + 3600000
		from numbers`.execute(store);
	const opened = now - OPEN_FOR_MS;
	await store
		.insertInto("session")
		.values({
			id: "open",
			server_id: serverId,
			room_id: roomId,
			host_id: hostId,
			stage_id: stageId,
			title: "Town hall",
			starts_at: opened,
			opened_at: opened,
		})
		.execute();
}

/** Everybody's visits, the first ones of each session being the regulars'. */
async function storeVisits(store: Store, { serverId, roomId, regulars }: PastCast, visits: number): Promise<void> {
	const names = regulars.map((id, index) => sql`when n % ${sql.lit(GUESTS)} = ${sql.lit(index)} then ${id}`);
	await sql`
		insert into attendance (session_id, user_id, role, arrived_at)
		${numbers(visits)}
		select session.id, case ${sql.join(names, sql` `)} else '9' || (10000000 + n % ${sql.lit(PEOPLE)}) end, 'attendee',
			session.opened_at + n % ${sql.lit(GUESTS)} * 1000
		from numbers join session on session.id = 'past-' || (n / ${sql.lit(GUESTS)})`.execute(store);
	await sql`
		insert into stay (id, session_id, user_id, entered_at, left_at, inferred)
		select session_id || ' ' || user_id, session_id, user_id, arrived_at, arrived_at + 1800000, 0 from attendance`.execute(
		store,
	);
	await sql`
		insert into message (id, server_id, channel_id, nonce, mentions, silent, state, attempts, frozen_at, posted_at, discord_id)
		select session_id || ' ' || user_id, ${serverId}, ${roomId}, 'n', '', 0, 'posted', 1, arrived_at, arrived_at + 60, 'd'
		from attendance`.execute(store);
	await sql`
		insert into greeting
			(session_id, user_id, occasion, kind, channel_id, minutes, visits, missed, arrived_at, neutral, message_id, posted_at)
		select session_id, user_id, 'arrival', 'onTime', ${roomId}, 0, 1, 0, arrived_at, 0,
			session_id || ' ' || user_id, arrived_at + 60
		from attendance`.execute(store);
}

/** Who is there now; how they were greeted does not matter any more, only that they were. */
async function storePresent(store: Store, { present, roomId }: PastCast, now: number): Promise<void> {
	const at = now - OPEN_FOR_MS / 2;
	const who = present.map((user_id) => ({ session_id: "open", user_id }));
	await store
		.insertInto("attendance")
		.values(who.map((one) => ({ ...one, role: "attendee" as const, arrived_at: at })))
		.execute();
	await store
		.insertInto("stay")
		.values(who.map((one) => ({ ...one, id: `open ${one.user_id}`, entered_at: at, inferred: 0 })))
		.execute();
	const said = { occasion: "arrival", kind: "onTime", minutes: 0, visits: 1, missed: 0, neutral: 0 } as const;
	await store
		.insertInto("message")
		.values({
			id: "open",
			server_id: "",
			channel_id: roomId,
			nonce: "n",
			mentions: "",
			silent: 0,
			state: "posted",
			attempts: 1,
			frozen_at: at,
			posted_at: at,
		})
		.execute();
	await store
		.insertInto("greeting")
		.values(
			who.map((one) => ({ ...one, ...said, channel_id: roomId, arrived_at: at, message_id: "open", posted_at: at })),
		)
		.execute();
}
