import type { Insertable, Selectable } from "kysely";
import type { Voice } from "../greetings/voice.ts";
import { keepNearMiss } from "./near-misses.ts";
import type { GreetingTable, MessageTable } from "./schema.ts";
import type { SessionFacts, SessionRow } from "./sessions.ts";
import type { Queryable, Store } from "./store.ts";

/** A stored greeting. */
export type GreetingRow = Selectable<GreetingTable>;
/** A stored message. */
export type MessageRow = Selectable<MessageTable>;
/** What is kept in mind of a greeting that is done with. */
export type SettledGreeting = Pick<
	GreetingRow,
	"session_id" | "occasion" | "missed" | "neutral" | "arrived_at" | "due_at"
>;

/**
 * A channel's line of posts that has nothing to do: a message for it can be stored together with the arrival, and leaves
 * without another look at the store. Whoever holds it ends with `send`, once the message is stored, or with `release`.
 */
export interface FreeLine {
	/** Writes a message for the first `count` of the greetings: as many as fit. */
	draft(
		greetings: readonly Omit<GreetingRow, "message_id">[],
		session: SessionFacts,
		voice: Voice,
	): { message: MessageRow; count: number };
	send(message: MessageRow): void;
	release(): void;
}

/** More greetings than any message can hold, so that composing never reads a whole crowd. */
const MOST_PER_MESSAGE = 700;

/** No host can have a greeting wait longer: what seems to was written by a clock that has been set back since. */
const LONGEST_DELAY_MS = 60_000;

/** The channels in which something waits to be said: greetings without a message, or messages not posted yet. */
export async function channelsWithWork(db: Queryable): Promise<string[]> {
	const rows = await db
		.selectFrom("greeting")
		.select("channel_id")
		.where("message_id", "is", null)
		.union(db.selectFrom("message").select("channel_id").where("state", "=", "frozen"))
		.execute();
	return rows.map((row) => row.channel_id);
}

/** The message of a channel that was frozen but, as far as we know, not posted: it goes first, as it is. */
export function unpostedMessage(db: Queryable, channelId: string): Promise<MessageRow | undefined> {
	return db
		.selectFrom("message")
		.selectAll()
		.where("channel_id", "=", channelId)
		.where("state", "=", "frozen")
		.orderBy("frozen_at")
		.limit(1)
		.executeTakeFirst();
}

/** What waits for a channel, first come first: the greetings of one session, oldest first, and that session. */
export async function waitingGreetings(
	db: Queryable,
	channelId: string,
	now: number,
): Promise<{ session: SessionRow; greetings: GreetingRow[] } | undefined> {
	const greetings = await db
		.selectFrom("greeting")
		.selectAll()
		.where("channel_id", "=", channelId)
		.where("message_id", "is", null)
		.where((e) => e.or([e("due_at", "is", null), e("due_at", "<=", now), e("due_at", ">", now + LONGEST_DELAY_MS)]))
		.orderBy("arrived_at")
		.orderBy("user_id")
		.limit(MOST_PER_MESSAGE)
		.execute();
	const first = greetings[0];
	if (!first) return undefined;
	const session = await db
		.selectFrom("session")
		.selectAll()
		.where("id", "=", first.session_id)
		.executeTakeFirstOrThrow();
	return { session, greetings: greetings.filter((greeting) => greeting.session_id === session.id) };
}

/** Freezes a message: what is stored here is what will be sent, however often. */
export async function insertMessage(db: Queryable, message: Insertable<MessageTable>): Promise<void> {
	await db.insertInto("message").values(message).execute();
}

/** Ties stored greetings to the message that carries them. Rejects if any of them is already tied to another. */
export async function tieGreetings(db: Queryable, messageId: string, greetings: GreetingRow[]): Promise<void> {
	for (const [occasion, group] of Map.groupBy(greetings, (greeting) => greeting.occasion)) {
		const { numUpdatedRows } = await db
			.updateTable("greeting")
			.set({ message_id: messageId })
			.where("session_id", "=", group[0]?.session_id ?? "")
			.where("occasion", "=", occasion)
			.where(
				"user_id",
				"in",
				group.map((greeting) => greeting.user_id),
			)
			.where("message_id", "is", null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) !== group.length) throw new Error("a greeting is already part of another message");
	}
}

/**
 * Counts an attempt before it is made, so that one cut off by a crash is known to have happened. False when there is
 * nothing to attempt any more: another process has seen to the message, or it has been given up.
 */
export async function countAttempt(db: Queryable, messageId: string, now: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("message")
		.set((e) => ({ attempts: e("attempts", "+", 1), tried_at: now }))
		.where("id", "=", messageId)
		.where("state", "=", "frozen")
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** The greetings a message carries. */
export function greetingsOf(db: Queryable, messageId: string): Promise<GreetingRow[]> {
	return db.selectFrom("greeting").selectAll().where("message_id", "=", messageId).execute();
}

/**
 * Records that a message stands in its channel, erases the names it took to say it, and returns the greetings in it; none
 * when that was recorded before.
 */
export async function settlePosted(
	db: Queryable,
	posted: { messageId: string; discordId: string | null; at: number },
): Promise<SettledGreeting[]> {
	await db
		.updateTable("message")
		.set({ state: "posted", posted_at: posted.at, discord_id: posted.discordId, body: null })
		.where("id", "=", posted.messageId)
		.execute();
	return db
		.updateTable("greeting")
		.set({ posted_at: posted.at, name: null })
		.where("message_id", "=", posted.messageId)
		.where("posted_at", "is", null)
		.returning(["session_id", "occasion", "missed", "neutral", "arrived_at", "due_at"])
		.execute();
}

/** Whether a message on Discord is known to be one of ours that has been posted. */
export async function isSettledPost(db: Queryable, channelId: string, discordId: string): Promise<boolean> {
	const row = await db
		.selectFrom("message")
		.select("id")
		.where("channel_id", "=", channelId)
		.where("posted_at", "is not", null) // so that an index serves
		.where("discord_id", "=", discordId)
		.executeTakeFirst();
	return row !== undefined;
}

/** When a message may be taken back. */
export interface Condition {
	/** After a single attempt only. */
	once?: boolean;
	/** When nobody has tried it at a time between these: such an attempt may be on its way. */
	untried?: { from: number; to: number };
}

/**
 * Takes back a message that is not in its channel: its greetings wait for new words. False when there is nothing to take
 * back, as another process has seen to it, or when the condition does not hold.
 */
export async function releaseGreetings(db: Queryable, messageId: string, condition?: Condition): Promise<boolean> {
	if (!(await markRefused(db, messageId, condition))) return false;
	await db.updateTable("greeting").set({ message_id: null }).where("message_id", "=", messageId).execute();
	return true;
}

/** Gives a message up for good, its greetings with it; the names in them are erased. False as for `releaseGreetings`. */
export async function abandonMessage(db: Queryable, messageId: string): Promise<boolean> {
	if (!(await markRefused(db, messageId))) return false;
	await db.updateTable("greeting").set({ name: null }).where("message_id", "=", messageId).execute();
	return true;
}

/** False when the message is settled already, as another process may have posted it, or when the condition does not hold. */
async function markRefused(db: Queryable, messageId: string, { once, untried }: Condition = {}): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("message")
		.set({ state: "refused", body: null })
		.where("id", "=", messageId)
		.where("state", "=", "frozen")
		.$if(once === true, (message) => message.where("attempts", "=", 1))
		.$if(untried !== undefined, (message) =>
			message.where((e) =>
				e.or([e("tried_at", "is", null), e.not(e.between("tried_at", untried?.from ?? 0, untried?.to ?? 0))]),
			),
		)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/**
 * Gives up greetings, and messages that were never posted, whose arrival and whose session's end both lie before a time;
 * their names are erased with them. Keeps how many were not greeted as a near miss, and returns those greetings.
 */
export async function forgetGreetings(store: Store, before: number, now: number): Promise<SettledGreeting[]> {
	return store.transaction().execute(async (db) => {
		const candidates = await db
			.selectFrom("greeting")
			.innerJoin("session", "session.id", "greeting.session_id")
			.select(["greeting.session_id", "greeting.user_id", "greeting.occasion", "greeting.message_id"])
			.select(["greeting.channel_id", "greeting.missed", "greeting.neutral", "greeting.arrived_at", "greeting.due_at"])
			.where("greeting.posted_at", "is", null)
			.where("greeting.name", "is not", null)
			.where("greeting.arrived_at", "<", before)
			.where("session.closed_at", "<", before)
			.orderBy("greeting.arrived_at")
			.orderBy("greeting.user_id")
			.limit(MOST_PER_MESSAGE)
			.execute();
		const overdue: typeof candidates = [];
		for (const greeting of candidates) {
			const { numDeletedRows } = await db
				.deleteFrom("greeting")
				.where("session_id", "=", greeting.session_id)
				.where("user_id", "=", greeting.user_id)
				.where("occasion", "=", greeting.occasion)
				.where("posted_at", "is", null)
				.executeTakeFirst();
			if (Number(numDeletedRows) === 1) overdue.push(greeting); // else another process has seen to it meanwhile
		}
		for (const id of new Set(overdue.flatMap(({ message_id }) => message_id ?? []))) await markRefused(db, id);
		const guests = overdue.filter(({ occasion }) => occasion === "arrival");
		for (const [key, of] of Map.groupBy(guests, (greeting) => `${greeting.session_id} ${greeting.channel_id}`)) {
			const [sessionId = "", channelId = ""] = key.split(" ");
			await keepNearMiss(db, { sessionId, channelId }, { kind: "unsaid", cause: "overdue", people: of.length }, now);
		}
		return overdue;
	});
}

/** Has a person greeted without their name, which Discord will not have. */
export async function makeNeutral(db: Queryable, greeting: GreetingRow): Promise<void> {
	await db
		.updateTable("greeting")
		.set({ neutral: 1 })
		.where("session_id", "=", greeting.session_id)
		.where("user_id", "=", greeting.user_id)
		.where("occasion", "=", greeting.occasion)
		.execute();
}

/** When messages were posted to a channel since `since`. */
export async function postTimesSince(db: Queryable, channelId: string, since: number): Promise<number[]> {
	const rows = await db
		.selectFrom("message")
		.select("posted_at")
		.where("channel_id", "=", channelId)
		.where("posted_at", ">=", since)
		.execute();
	return rows.flatMap((row) => row.posted_at ?? []);
}
