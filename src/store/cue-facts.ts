import type { Queryable } from "./queryable.ts";
import type { SessionRow } from "./sessions.ts";

/** An attendee who is in the room, as far as the store knows. */
export interface InsideRow {
	user_id: string;
	arrived_at: number;
	/** Null when no greeting was due to them, so that nobody has counted. */
	visits: number | null;
	/** 1 when they came in unseen. */
	missed: number | null;
	/** See `attendance`. */
	hello: "said" | "too" | "passed" | null;
	/** Until when a latecomer's greeting waits on purpose, as long as no message carries it; null where none does. */
	waits_until: number | null;
	/** Until when a greeting waits for the host to say whether they are on the panel, as long as no message carries it. */
	asked_until: number | null;
}

/** Who came after hours on a day (`YYYY-MM-DD`), latest first. */
export interface CallersOfDay {
	day: string;
	callers: { user_id: string; arrived_at: number }[];
}

/** How the occasion of a greeting after hours begins; its day follows. */
const AFTER_HOURS = "after hours ";

/** How many attendees came to a session. Its host is left out, who may be stored as one from before it was known who hosts. */
export async function countCame(db: Queryable, session: Pick<SessionRow, "id" | "host_id">): Promise<number> {
	const { came } = await db
		.selectFrom("attendance")
		.select((e) => e.fn.countAll<number>().as("came"))
		.where("session_id", "=", session.id)
		.where("role", "=", "attendee")
		.where("user_id", "<>", session.host_id ?? "")
		.executeTakeFirstOrThrow();
	return Number(came);
}

/** The user ids of a session's panel, and of its host, who is on it by leading it. */
export async function panelOf(db: Queryable, session: Pick<SessionRow, "id" | "host_id">): Promise<Set<string>> {
	const panel = await db
		.selectFrom("attendance")
		.select("user_id")
		.where("session_id", "=", session.id)
		.where("role", "=", "panel")
		.execute();
	const userIds = new Set(panel.map((row) => row.user_id));
	if (session.host_id !== null) userIds.add(session.host_id);
	return userIds;
}

/** Whether somebody has come to a session; who was only named for its panel has not. */
export async function hasCome(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	const found = await db
		.selectFrom("attendance")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where((e) =>
			e.or([
				e("role", "=", "attendee"),
				e.exists(
					e
						.selectFrom("stay")
						.select("stay.id")
						.whereRef("stay.session_id", "=", "attendance.session_id")
						.whereRef("stay.user_id", "=", "attendance.user_id"),
				),
			]),
		)
		.executeTakeFirst();
	return found !== undefined;
}

/** The attendees who are in, latest arrivals first: at most `limit` of them, and how many they are in all. */
export async function whoIsInside(
	db: Queryable,
	session: Pick<SessionRow, "id" | "host_id">,
	limit: number,
): Promise<{ inside: number; latest: InsideRow[] }> {
	const attendees = db
		.selectFrom("attendance")
		.innerJoin("stay", (join) =>
			join.onRef("stay.session_id", "=", "attendance.session_id").onRef("stay.user_id", "=", "attendance.user_id"),
		)
		.where("attendance.session_id", "=", session.id)
		.where("attendance.role", "=", "attendee")
		.where("attendance.user_id", "<>", session.host_id ?? "")
		.where("stay.left_at", "is", null);
	const { inside } = await attendees.select((e) => e.fn.countAll<number>().as("inside")).executeTakeFirstOrThrow();
	const latest = await attendees
		.leftJoin("greeting", (join) =>
			join
				.onRef("greeting.session_id", "=", "attendance.session_id")
				.onRef("greeting.user_id", "=", "attendance.user_id")
				.on("greeting.occasion", "=", "arrival"),
		)
		.select(["attendance.user_id", "attendance.arrived_at", "attendance.hello", "greeting.visits", "greeting.missed"])
		.select((e) => {
			const waits = e("greeting.message_id", "is", null);
			const isLeft = e.and([waits, e("greeting.kind", "=", "late"), e("greeting.asked", "is", null)]);
			const isAsked = e.and([waits, e("greeting.asked", "=", 1)]);
			const dueIf = (holds: typeof waits) => e.case().when(holds).then(e.ref("greeting.due_at")).end();
			return [dueIf(isLeft).as("waits_until"), dueIf(isAsked).as("asked_until")];
		})
		.orderBy("attendance.arrived_at", "desc")
		.orderBy("attendance.user_id")
		.limit(limit)
		.execute();
	return { inside: Number(inside), latest };
}

/**
 * Who came to a room after hours since this session was held there, on the latest day that anybody did. Null when nobody
 * has.
 */
export async function callersAfter(db: Queryable, sessionId: string): Promise<CallersOfDay | null> {
	const rows = await db
		.selectFrom("greeting")
		.select(["user_id", "occasion", "arrived_at"])
		.where("session_id", "=", sessionId)
		.where("kind", "=", "afterHours")
		.orderBy("arrived_at", "desc")
		.orderBy("user_id")
		.execute();
	const [latest] = rows;
	if (!latest) return null;
	const ofThatDay = rows.filter(({ occasion }) => occasion === latest.occasion);
	const callers = ofThatDay.map(({ user_id, arrived_at }) => ({ user_id, arrived_at }));
	return { day: latest.occasion.slice(AFTER_HOURS.length), callers };
}

/** The sessions with a cue that closed at `since` or later: their cues may lack the last word. */
export async function cuedSessionsClosedSince(db: Queryable, since: number): Promise<string[]> {
	const rows = await db
		.selectFrom("session")
		.select("id")
		.where("cue_message_id", "is not", null)
		.where("closed_at", ">=", since)
		.execute();
	return rows.map((row) => row.id);
}
