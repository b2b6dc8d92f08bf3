import type { Selectable } from "kysely";
import type { Queryable } from "./queryable.ts";
import type { AttendanceTable, StayTable } from "./schema.ts";

/** Who has a part in a session, and which. */
export type PartRow = Pick<Selectable<AttendanceTable>, "user_id" | "role">;
/** When somebody was in. */
export type SpanRow = Pick<Selectable<StayTable>, "id" | "user_id" | "entered_at" | "left_at">;

/** A page of those who have a part in a session, by user id: those after that one. The first page comes after "". */
export function partsAfter(db: Queryable, sessionId: string, userId: string, limit: number): Promise<PartRow[]> {
	return db
		.selectFrom("attendance")
		.select(["user_id", "role"])
		.where("session_id", "=", sessionId)
		.where("user_id", ">", userId)
		.orderBy("user_id")
		.limit(limit)
		.execute();
}

/** A page of the stays of a session, by their ids: those after that one. The first page comes after "". */
export function spansAfter(db: Queryable, sessionId: string, id: string, limit: number): Promise<SpanRow[]> {
	return db
		.selectFrom("stay")
		.select(["id", "user_id", "entered_at", "left_at"])
		.where("session_id", "=", sessionId)
		.where("id", ">", id)
		.orderBy("id")
		.limit(limit)
		.execute();
}
