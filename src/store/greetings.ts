import type { Insertable } from "kysely";
import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";
import type { GreetingTable } from "./schema.ts";

type NewGreeting = Insertable<GreetingTable>;

/** What is said to who comes while no session is on. */
export const SAID_AFTER_HOURS: readonly GreetingTable["kind"][] = ["afterHours", "lookBack"];

/** What there is to know about a greeting that is not an arrival's. */
type Essentials = Pick<
	NewGreeting,
	"session_id" | "user_id" | "occasion" | "kind" | "channel_id" | "name" | "arrived_at"
>;

/** A greeting that waits to be posted; what is left out gets its usual value. */
export function newGreeting(essentials: Essentials & Partial<GreetingTable>): GreetingTable {
	const usual = {
		minutes: 0,
		visits: 1,
		missed: 0,
		due_at: null,
		asked: null,
		ripe_at: null,
		neutral: 0,
		named: null,
		first: null,
		expected: null,
	};
	const waiting = { message_id: null, posted_at: null };
	return { ...usual, ...waiting, ...essentials, name: essentials.name ?? null };
}

/** Stores the greetings that are due; one the person already has for the occasion is not stored again. */
export async function insertGreetings(db: Queryable, greetings: Insertable<GreetingTable>[]): Promise<void> {
	for (const rows of chunks(greetings)) {
		await db
			.insertInto("greeting")
			.values(rows)
			.onConflict((c) => c.doNothing())
			.execute();
	}
}

/** Makes the delayed greetings of a session due now. */
export async function hurryGreetings(db: Queryable, sessionId: string, now: number): Promise<void> {
	await db
		.updateTable("greeting")
		.set({ due_at: now })
		.where("session_id", "=", sessionId)
		.where("message_id", "is", null)
		.where("due_at", ">", now)
		.execute();
}

/** Those of these people who have been greeted in the server on an occasion, in any session. */
export async function wasGreetedOn(
	db: Queryable,
	serverId: string,
	occasion: GreetingTable["occasion"],
	userIds: readonly string[],
): Promise<Set<string>> {
	const rows = await db
		.selectFrom("greeting")
		.innerJoin("session", "session.id", "greeting.session_id")
		.select("greeting.user_id")
		.where("greeting.user_id", "in", userIds)
		.where("greeting.occasion", "=", occasion)
		.where("session.server_id", "=", serverId)
		.execute();
	return new Set(rows.map((row) => row.user_id));
}

/** Whether somebody has been greeted on arrival in a session, or is about to be. */
export async function isGreetedIn(db: Queryable, sessionId: string, userId: string): Promise<boolean> {
	const greeting = await db
		.selectFrom("greeting")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("user_id", "=", userId)
		.where("occasion", "=", "arrival")
		.executeTakeFirst();
	return greeting !== undefined;
}

/** How many people are thanked at the end of a session, or have been. */
export async function countThanked(db: Queryable, sessionId: string): Promise<number> {
	const { people } = await db
		.selectFrom("greeting")
		.select((e) => e.fn.countAll<number>().as("people"))
		.where("session_id", "=", sessionId)
		.where("occasion", "=", "farewell")
		.executeTakeFirstOrThrow();
	return Number(people);
}

/** Whether thanks at the end of a session wait to be written. */
export async function isThanking(db: Queryable, sessionId: string): Promise<boolean> {
	const waiting = await db
		.selectFrom("greeting")
		.select("user_id")
		.where("session_id", "=", sessionId)
		.where("occasion", "=", "farewell")
		.where("name", "is not", null)
		.where("message_id", "is", null)
		.limit(1)
		.executeTakeFirst();
	return waiting !== undefined;
}

/** Drops the thanks that wait to be said to these people: their session has opened again, and they are thanked at its end. */
export async function withdrawThanks(db: Queryable, sessionId: string, userIds: string[]): Promise<void> {
	for (const some of chunks(userIds)) {
		await db
			.deleteFrom("greeting")
			.where("session_id", "=", sessionId)
			.where("occasion", "=", "farewell")
			.where("message_id", "is", null)
			.where("user_id", "in", some)
			.execute();
	}
}

/** Drops the greetings that wait to be said after hours in a room: to these people, or to all when a session opens there. */
export async function withdrawAfterHours(db: Queryable, roomId: string, userIds?: readonly string[]): Promise<void> {
	await db
		.deleteFrom("greeting")
		.where("kind", "in", SAID_AFTER_HOURS)
		.where("message_id", "is", null)
		.where("session_id", "in", db.selectFrom("session").select("id").where("room_id", "=", roomId))
		.$if(userIds !== undefined, (greeting) => greeting.where("user_id", "in", userIds ?? []))
		.execute();
}

/** Who waits to hear after hours, in the rooms of a server. */
export function waitingAfterHours(db: Queryable, serverId: string): Promise<{ user_id: string; room_id: string }[]> {
	return db
		.selectFrom("greeting")
		.innerJoin("session", "session.id", "greeting.session_id")
		.select(["greeting.user_id", "session.room_id"])
		.where("session.server_id", "=", serverId)
		.where("greeting.kind", "in", SAID_AFTER_HOURS)
		.where("greeting.message_id", "is", null)
		.execute();
}
