import type { Insertable, Selectable } from "kysely";
import type { Queryable } from "./queryable.ts";
import type { NearMissTable } from "./schema.ts";
import { forgetParked, forgetParkedBut } from "./untold.ts";

/** What nearly went wrong in a session, as often as it did. */
export type NearMissRow = Selectable<NearMissTable>;

/** Something that nearly went wrong. */
export interface NearMiss {
	kind: NearMissTable["kind"];
	cause: NearMissTable["cause"];
	/** How many people it concerned. */
	people: number;
}

/** In which session, and in which channel. */
export interface SessionChannel {
	sessionId: string;
	channelId: string;
}

const ONCE = ["session_id", "channel_id", "kind", "cause"] as const;

function rowOf({ sessionId, channelId }: SessionChannel, miss: NearMiss, at: number): Insertable<NearMissTable> {
	return {
		session_id: sessionId,
		channel_id: channelId,
		...miss,
		times: 1,
		first_at: at,
		last_at: at,
		mended_at: null,
	};
}

/** Stores a near miss. One that has happened before is counted once more. */
export async function keepNearMiss(db: Queryable, where: SessionChannel, miss: NearMiss, at: number): Promise<void> {
	await db
		.insertInto("near_miss")
		.values(rowOf(where, miss, at))
		.onConflict((c) =>
			c.columns(ONCE).doUpdateSet((e) => ({
				times: e("near_miss.times", "+", 1),
				people: e("near_miss.people", "+", miss.people),
				last_at: at,
			})),
		)
		.execute();
}

/**
 * Stores that a channel turned us away. Returns how often it has in the session, having let us in meanwhile; null for one
 * that has not let us in since, which is not counted again.
 */
export async function keepParking(
	db: Queryable,
	where: SessionChannel,
	people: number,
	at: number,
): Promise<number | null> {
	const kept = await db
		.insertInto("near_miss")
		.values(rowOf(where, { kind: "parked", cause: "permissions", people }, at))
		.onConflict((c) =>
			c
				.columns(ONCE)
				.doUpdateSet((e) => ({ times: e("near_miss.times", "+", 1), last_at: at, mended_at: null }))
				.where("near_miss.mended_at", "is not", null),
		)
		.returning("times")
		.executeTakeFirst();
	return kept?.times ?? null;
}

/** Whether a channel has turned us away in a session and not let us in since: of that somebody has been told, or will be. */
export async function isTurnedAway(db: Queryable, { sessionId, channelId }: SessionChannel): Promise<boolean> {
	const row = await db
		.selectFrom("near_miss")
		.select("kind")
		.where("session_id", "=", sessionId)
		.where("channel_id", "=", channelId)
		.where("kind", "=", "parked")
		.where("mended_at", "is", null)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Records that a channel lets us in again; false when it has not turned us away in the session. Nobody need be told of it
 * any more, whichever session it turned us away in.
 */
export async function mendParking(
	db: Queryable,
	{ sessionId, channelId }: SessionChannel,
	at: number,
): Promise<boolean> {
	await forgetParked(db, channelId);
	const { numUpdatedRows } = await db
		.updateTable("near_miss")
		.set({ mended_at: at })
		.where("session_id", "=", sessionId)
		.where("channel_id", "=", channelId)
		.where("kind", "=", "parked")
		.where("mended_at", "is", null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Records that a server's people are greeted in `postTo` from now on, else in their rooms: no other channel keeps them waiting. */
export async function mendParkingBut(
	db: Queryable,
	serverId: string,
	postTo: string | null,
	at: number,
): Promise<void> {
	await forgetParkedBut(db, serverId, postTo);
	await db
		.updateTable("near_miss")
		.from("session")
		.set({ mended_at: at })
		.whereRef("session.id", "=", "near_miss.session_id")
		.where("session.server_id", "=", serverId)
		.where("near_miss.kind", "=", "parked")
		.where("near_miss.mended_at", "is", null)
		.where((e) => e("near_miss.channel_id", "<>", postTo === null ? e.ref("session.room_id") : postTo))
		.execute();
}

/** When a channel that had turned us away last let us in again, in a session; null if none had, or still does. */
export async function lastMendingOf(db: Queryable, sessionId: string): Promise<number | null> {
	const { at } = await db
		.selectFrom("near_miss")
		.select((e) => e.fn.max("mended_at").as("at"))
		.where("session_id", "=", sessionId)
		.where("kind", "=", "parked")
		.executeTakeFirstOrThrow();
	return at;
}

/** The near misses of a session, the first first. */
export function nearMissesOf(db: Queryable, sessionId: string): Promise<NearMissRow[]> {
	return db
		.selectFrom("near_miss")
		.selectAll()
		.where("session_id", "=", sessionId)
		.orderBy("first_at")
		.orderBy("kind")
		.orderBy("cause")
		.execute();
}
