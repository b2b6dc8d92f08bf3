import type { Selectable } from "kysely";
import type { NearMissTable } from "./schema.ts";
import type { Queryable } from "./store.ts";

/** What nearly went wrong in a session, as often as it did. */
export type NearMissRow = Selectable<NearMissTable>;

/** Something that nearly went wrong. */
export interface NearMiss {
	kind: NearMissTable["kind"];
	cause: NearMissTable["cause"];
	/** How many people it concerned. */
	people: number;
}

/** Keeps a near miss of a session. Returns how often the same has happened in it by now. */
export async function keepNearMiss(
	db: Queryable,
	sessionId: string,
	{ kind, cause, people }: NearMiss,
	at: number,
): Promise<number> {
	const { times } = await db
		.insertInto("near_miss")
		.values({ session_id: sessionId, kind, cause, times: 1, people, first_at: at, last_at: at, mended_at: null })
		.onConflict((c) =>
			c.columns(["session_id", "kind", "cause"]).doUpdateSet((e) => ({
				times: e("near_miss.times", "+", 1),
				people: e("near_miss.people", "+", people),
				last_at: at,
				mended_at: null,
			})),
		)
		.returning("times")
		.executeTakeFirstOrThrow();
	return times;
}

/** Records that a channel which turned us away lets us in again. False when none of the session did. */
export async function mendParking(db: Queryable, sessionId: string, at: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("near_miss")
		.set({ mended_at: at })
		.where("session_id", "=", sessionId)
		.where("kind", "=", "parked")
		.where("mended_at", "is", null)
		.executeTakeFirst();
	return Number(numUpdatedRows) > 0;
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
