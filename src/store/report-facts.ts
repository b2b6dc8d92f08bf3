import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";
import type { AttendanceTable, GreetingTable } from "./schema.ts";
import type { SessionRow } from "./sessions.ts";

/** What is stored of an attendee of a session. What their greeting on arrival says is null where there is none (any more). */
export interface AttendeeRow {
	user_id: string;
	arrived_at: number;
	hello: AttendanceTable["hello"];
	kind: GreetingTable["kind"] | null;
	/** This one included. */
	visits: number | null;
	expected: number | null;
	neutral: number | null;
	named: number | null;
	/** It waits to be said, or is being said. */
	waits: number | boolean | null;
	posted_at: number | null;
}

/** A stored stay, as far as a report needs it. */
export interface ReportedSpan {
	user_id: string;
	entered_at: number;
	left_at: number | null;
}

/** Some of a session's attendees, by user id, with their stays. */
export interface AttendeePage {
	attendees: AttendeeRow[];
	stays: ReportedSpan[];
}

type Reported = Pick<SessionRow, "id" | "server_id" | "room_id" | "host_id" | "opened_at">;

/** Attendees in one page: SQLite reads them, and their stays, in a few milliseconds. */
const PAGE = 250;

/** A session's attendees, page by page; its host is none. */
export async function* attendeePages(db: Queryable, session: Reported): AsyncGenerator<AttendeePage> {
	let after = "";
	for (;;) {
		const attendees = await attendeesAfter(db, session, after);
		const last = attendees.at(-1)?.user_id;
		if (last === undefined) return;
		const stays = await db
			.selectFrom("stay")
			.select(["user_id", "entered_at", "left_at"])
			.where("session_id", "=", session.id)
			.where("user_id", ">", after)
			.where("user_id", "<=", last)
			.execute();
		yield { attendees, stays };
		if (attendees.length < PAGE) return;
		after = last;
	}
}

function attendeesAfter(db: Queryable, { id, host_id }: Reported, after: string): Promise<AttendeeRow[]> {
	return db
		.selectFrom("attendance")
		.leftJoin("greeting", (join) =>
			join
				.onRef("greeting.session_id", "=", "attendance.session_id")
				.onRef("greeting.user_id", "=", "attendance.user_id")
				.on("greeting.occasion", "=", "arrival"),
		)
		.select(["attendance.user_id", "attendance.arrived_at", "attendance.hello"])
		.select(["greeting.kind", "greeting.visits", "greeting.expected", "greeting.neutral", "greeting.named"])
		.select("greeting.posted_at")
		.select((e) => e("greeting.name", "is not", null).as("waits"))
		.where("attendance.session_id", "=", id)
		.where("attendance.user_id", ">", after)
		.where("attendance.role", "=", "attendee")
		.where("attendance.user_id", "<>", host_id ?? "")
		.orderBy("attendance.user_id")
		.limit(PAGE)
		.execute();
}

/**
 * Those of these people who had been here before a session: at an earlier one of its host on the server, or in its room while
 * nobody knows the host. It is what counts visits on arrival (`whatIsKnown`), asked afterwards.
 */
export async function whoHadBeenHere(
	db: Queryable,
	{ id, server_id, room_id, host_id, opened_at }: Reported,
	userIds: readonly string[],
): Promise<Set<string>> {
	const found = new Set<string>();
	for (const some of chunks(userIds)) {
		const rows = await db
			.selectFrom("attendance")
			.innerJoin("session", "session.id", "attendance.session_id")
			.select("attendance.user_id")
			.distinct()
			.where("attendance.user_id", "in", some)
			.where("attendance.role", "=", "attendee")
			.where("session.id", "<>", id)
			.where("session.server_id", "=", server_id)
			.where("session.host_id", "is not distinct from", host_id)
			.where("session.closed_at", "<=", opened_at)
			.$if(host_id === null, (earlier) => earlier.where("session.room_id", "=", room_id))
			.execute();
		for (const { user_id } of rows) found.add(user_id);
	}
	return found;
}
