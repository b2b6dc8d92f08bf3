import { setImmediate } from "node:timers/promises";
import { momentOf } from "../greetings/moment.ts";
import { wishesIn } from "../guests/wishes.ts";
import { type NearMissRow, nearMissesOf } from "../store/near-misses.ts";
import type { Queryable } from "../store/queryable.ts";
import { type AttendeeRow, attendeePages, type ReportedSpan, whoHadBeenHere } from "../store/report-facts.ts";
import type { SessionRow } from "../store/sessions.ts";
import { type Attendee, numbersOf, type SessionNumbers } from "./numbers.ts";
import { joined, type Span } from "./presence.ts";

/** How a session went, or has gone so far, as it is stored. */
export interface Report {
	session: SessionRow;
	/** When it ended; of one that is on, when it was read. */
	until: number;
	numbers: SessionNumbers;
	/** Who came, the first first. */
	attendees: readonly Attendee[];
	nearMisses: readonly NearMissRow[];
}

/**
 * Reads how a session went. `lateAfterMinutes`: its host's, for those of whom it is not stored whether they came late.
 *
 * Everything else in this process has its turn after each page of attendees, however many they are: SQLite works in this thread.
 */
export async function readReport(
	db: Queryable,
	session: SessionRow,
	{ now, lateAfterMinutes }: { now: number; lateAfterMinutes: number },
): Promise<Report> {
	const until = session.closed_at ?? now;
	const attendees: Attendee[] = [];
	for await (const page of attendeePages(db, session)) {
		const ids = page.attendees.map(({ user_id }) => user_id);
		const wishes = await wishesIn(db, session.server_id, ids);
		const uncounted = page.attendees.filter(({ visits }) => visits === null).map(({ user_id }) => user_id);
		const hadBeenHere = await whoHadBeenHere(db, session, uncounted);
		const stays = Map.groupBy(page.stays, ({ user_id }) => user_id);
		for (const row of page.attendees) {
			const { user_id: userId } = row;
			attendees.push(
				attendeeOf(row, {
					moment: momentIn(row, session, lateAfterMinutes),
					isQuiet: wishes.get(userId)?.quiet === true,
					isReturning: row.visits === null ? hadBeenHere.has(userId) : row.visits > 1,
					spans: spansOf(stays.get(userId) ?? [], until),
				}),
			);
		}
		await setImmediate();
	}
	attendees.sort((a, b) => a.arrivedAt - b.arrivedAt);
	await setImmediate();
	const nearMisses = await nearMissesOf(db, session.id);
	return { session, until, numbers: numbersOf(attendees), attendees, nearMisses };
}

type Concluded = Pick<Attendee, "moment" | "isQuiet" | "isReturning" | "spans">;

function attendeeOf({ user_id, arrived_at, hello, expected, ...greeting }: AttendeeRow, rest: Concluded): Attendee {
	return {
		userId: user_id,
		arrivedAt: arrived_at,
		isExpected: expected === null ? null : expected === 1,
		isGreetedByHand: hello === "said" || hello === "too",
		heard: heardIn(greeting, rest.isQuiet),
		...rest,
	};
}

type SaidGreeting = Pick<AttendeeRow, "posted_at" | "neutral" | "named" | "waits">;

/** Of greetings from before it was noted whom they name, it is known who wants to be quiet now. */
function heardIn({ posted_at, neutral, named, waits }: SaidGreeting, isQuiet: boolean): Attendee["heard"] {
	if (posted_at === null) return waits ? "not yet" : "nothing";
	const isUnnamed = named === null ? neutral === 1 || isQuiet : named === 0;
	return isUnnamed ? "unnamed" : "name";
}

/** As their greeting had it; of those who have none, as it would have had it now. */
function momentIn({ kind, arrived_at }: AttendeeRow, { starts_at }: SessionRow, lateAfterMinutes: number) {
	if (kind === "early" || kind === "onTime" || kind === "late") return kind;
	return momentOf(arrived_at, starts_at, lateAfterMinutes).moment;
}

/** Who has not left is in the room until the session's end, or until now. */
function spansOf(stays: readonly ReportedSpan[], until: number): Span[] {
	return joined(stays.map(({ entered_at: from, left_at }) => ({ from, to: Math.max(from, left_at ?? until) })));
}
