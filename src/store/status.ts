import { type NearMissRow, nearMissesOf } from "./near-misses.ts";
import type { Queryable } from "./queryable.ts";

/** How a session has gone so far. Times in milliseconds. */
export interface Status {
	came: number;
	/** By Byname; and by a person in its place. */
	greeted: number;
	byHand: number;
	/** Greetings that have not been posted yet, and since when the oldest waits. */
	waiting: number;
	waitingSince: number | null;
	/** From arrival to post, of those greeted; null while nobody is. */
	medianDelayMs: number | null;
	worstDelayMs: number | null;
	/** What nearly went wrong. */
	nearMisses: NearMissRow[];
}

/** Reads how a session has gone so far. */
export async function statusOf(db: Queryable, sessionId: string): Promise<Status> {
	const { came } = await db
		.selectFrom("attendance")
		.select((e) => e.fn.countAll<number>().as("came"))
		.where("session_id", "=", sessionId)
		.where("role", "=", "attendee")
		.executeTakeFirstOrThrow();
	const greetings = await db
		.selectFrom("greeting")
		.leftJoin("message", "message.id", "greeting.message_id")
		.select(["greeting.arrived_at", "greeting.posted_at", "message.state"])
		.where("session_id", "=", sessionId)
		.where("occasion", "=", "arrival")
		.execute();
	const delays = greetings
		.flatMap(({ arrived_at, posted_at }) => (posted_at === null ? [] : [Math.max(0, posted_at - arrived_at)]))
		.sort((a, b) => a - b);
	const waiting = greetings.filter((greeting) => greeting.posted_at === null && greeting.state !== "refused");
	return {
		came: Number(came),
		greeted: delays.length,
		byHand: await countGreetedByHand(db, sessionId),
		waiting: waiting.length,
		waitingSince: waiting.length > 0 ? Math.min(...waiting.map((greeting) => greeting.arrived_at)) : null,
		medianDelayMs: delays[Math.floor(delays.length / 2)] ?? null,
		worstDelayMs: delays.at(-1) ?? null,
		nearMisses: await nearMissesOf(db, sessionId),
	};
}

/** How many were greeted by a person, and not by Byname: what it was about to say may never have stood there. */
async function countGreetedByHand(db: Queryable, sessionId: string): Promise<number> {
	const { people } = await db
		.selectFrom("attendance")
		.select((e) => e.fn.countAll<number>().as("people"))
		.where("session_id", "=", sessionId)
		.where("role", "=", "attendee")
		.where("hello", "in", ["said", "too"])
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom("greeting")
						.select("greeting.user_id")
						.whereRef("greeting.session_id", "=", "attendance.session_id")
						.whereRef("greeting.user_id", "=", "attendance.user_id")
						.where("greeting.occasion", "=", "arrival")
						.where("greeting.posted_at", "is not", null),
				),
			),
		)
		.executeTakeFirstOrThrow();
	return Number(people);
}
