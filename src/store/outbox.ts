import type { ExpressionBuilder, Selectable } from "kysely";
import { SAID_AFTER_HOURS } from "./greetings.ts";
import type { Queryable } from "./queryable.ts";
import { reusable } from "./reusable.ts";
import type { GreetingTable, MessageTable, Schema } from "./schema.ts";
import type { SessionRow } from "./sessions.ts";

/** A stored greeting. */
export type GreetingRow = Selectable<GreetingTable>;
/** A stored message. */
export type MessageRow = Selectable<MessageTable>;
/** What is kept in mind of a greeting that is done with. */
export type SettledGreeting = Pick<
	GreetingRow,
	"session_id" | "occasion" | "missed" | "neutral" | "arrived_at" | "due_at" | "ripe_at"
>;

/** When a greeting could have been said by its host's own settings: waiting that the host has chosen is no slip. */
export function sayableAt({ arrived_at, due_at, ripe_at }: Pick<GreetingRow, "arrived_at" | "due_at" | "ripe_at">) {
	return ripe_at ?? due_at ?? arrived_at;
}

/** More greetings than any message can hold, so that composing never reads a whole crowd. */
export const MOST_PER_MESSAGE = 700;

/** No host's `delay` or `first` can have a greeting wait longer: what seems to was written by a clock that has been set back since. */
const LONGEST_DELAY_MS = 90_000;
/** A session that closed less than this ago may open again; what is said after hours waits for so long at most. */
export const REOPEN_WITHIN_MS = 5 * 60_000;

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

/** When greetings that wait on purpose may be said, in which channels; those at times between these, the later included. */
export async function dueBetween(
	db: Queryable,
	{ after, until }: { after: number; until: number },
): Promise<{ channelId: string; dueAt: number }[]> {
	const rows = await db
		.selectFrom("greeting")
		.select(["channel_id", "due_at"])
		.distinct()
		.where("message_id", "is", null)
		.where("due_at", ">", after)
		.where("due_at", "<=", until)
		.execute();
	return rows.map(({ channel_id: channelId, due_at }) => ({ channelId, dueAt: due_at ?? until }));
}

/** Which of a channel's messages that were frozen but not posted is next. */
export interface Choice {
	/** Only those that were frozen then, both ends included; null for all of them. */
	frozen: { from: number; to: number } | null;
	/** These come after all others. */
	lastIds: readonly string[];
}

const OLDEST: Choice = { frozen: null, lastIds: [] };

/** The message of a channel that was frozen but, as far as we know, not posted: it goes before anything new, as it is. */
export function unpostedMessage(
	db: Queryable,
	channelId: string,
	{ frozen, lastIds }: Choice = OLDEST,
): Promise<MessageRow | undefined> {
	return db
		.selectFrom("message")
		.selectAll()
		.where("channel_id", "=", channelId)
		.where("state", "=", "frozen")
		.$if(frozen !== null, (message) => message.where((e) => e.between("frozen_at", frozen?.from ?? 0, frozen?.to ?? 0)))
		.$if(lastIds.length > 0, (message) =>
			message.orderBy((e) => e.case().when("id", "in", lastIds).then(1).else(0).end()),
		)
		.orderBy("frozen_at")
		.limit(1)
		.executeTakeFirst();
}

/** What waits for a channel in one session, as far as it decides when it is said. */
export interface WaitingSession {
	server_id: string;
	host_id: string | null;
	people: number;
	/** How many of them have waited since a time that was asked for. */
	followers: number;
	/** Since when the first of them could have been greeted; see `sayableAt`. */
	since: number;
}

/** Counts what waits for a channel, by session; of a crowd only as many as a message can hold. `letOutAt`: see `followers`. */
export async function countWaiting(
	db: Queryable,
	channelId: string,
	{ now, letOutAt }: { now: number; letOutAt: number | null },
): Promise<WaitingSession[]> {
	const { rows } = await countBySession(db, { channelId, now, letOutAt: letOutAt ?? Number.MIN_SAFE_INTEGER });
	return rows.map((row) => ({ ...row, people: Number(row.people), followers: Number(row.followers) }));
}

interface Counted {
	channelId: string;
	now: number;
	letOutAt: number;
}

const countBySession = reusable((db, { channelId, now, letOutAt }: Counted) => {
	const first = db
		.selectFrom("greeting")
		.select((e) => [
			"session_id",
			e.fn.coalesce("due_at", "arrived_at").as("came"),
			e.fn.coalesce("ripe_at", "due_at", "arrived_at").as("sayable"), // as `sayableAt` has it
		])
		.where(isDue(channelId, now))
		.orderBy("arrived_at")
		.orderBy("user_id")
		.limit(MOST_PER_MESSAGE);
	return db
		.selectFrom(first.as("waiting"))
		.innerJoin("session", "session.id", "waiting.session_id")
		.select((e) => [
			"session.server_id",
			"session.host_id",
			e.fn.countAll<number>().as("people"),
			e.fn.countAll<number>().filterWhere("waiting.came", "<=", letOutAt).as("followers"),
			e.fn.min("waiting.sayable").as("since"),
		])
		.groupBy("session.id");
});

/** Records until when their hosts' pace keeps those waiting who wait for a channel. Of who has been kept before, it is known. */
export async function holdBack(
	db: Queryable,
	channelId: string,
	{ now, until }: { now: number; until: number },
): Promise<void> {
	await db
		.updateTable("greeting")
		.set({ ripe_at: Math.ceil(until) })
		.where(isDue(channelId, now))
		.where("ripe_at", "is", null)
		.execute();
}

/** Whether a greeting waits for a channel and may be said now. */
function isDue(channelId: string, now: number) {
	return (e: ExpressionBuilder<Schema, "greeting">) =>
		e.and([e("channel_id", "=", channelId), e("message_id", "is", null), isRipe(e, now)]);
}

/** Whether a greeting's time has come, but for the pace. */
export function isRipe(e: ExpressionBuilder<Schema, "greeting">, now: number) {
	return e.or([
		e("due_at", "is", null),
		e("due_at", "<=", now),
		e.and([e(e("due_at", "-", LONGEST_DELAY_MS), ">", now), e("kind", "not in", SAID_AFTER_HOURS)]),
		e(e("due_at", "-", REOPEN_WITHIN_MS), ">", now),
	]);
}

/** The greetings of one session that wait for a channel, oldest first, and that session. */
export interface WaitingGreetings {
	session: SessionRow;
	greetings: GreetingRow[];
}

/** What waits for a channel, first come first. */
export async function waitingGreetings(
	db: Queryable,
	channelId: string,
	now: number,
): Promise<WaitingGreetings | undefined> {
	const greetings = await db
		.selectFrom("greeting")
		.selectAll()
		.where(isDue(channelId, now))
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
export async function insertMessage(db: Queryable, message: MessageRow): Promise<void> {
	await insertRow(db, message);
}

const insertRow = reusable((db, message: MessageRow) => db.insertInto("message").values(message));

/** A greeting is part of another message by now, or is not to be said any more: its guest has left, or a person has greeted them. */
export class NotWaiting extends Error {
	override name = "NotWaiting";
}

/** Ties stored greetings to the message of one session that carries them, as they say. Rejects with `NotWaiting` if any of them waits no more. */
export async function tieGreetings(db: Queryable, greetings: readonly GreetingRow[]): Promise<void> {
	for (const group of Map.groupBy(greetings, ({ occasion, named }) => `${named} ${occasion}`).values()) {
		const [{ session_id, occasion, message_id, named }] = group as [GreetingRow];
		const { numUpdatedRows } = await db
			.updateTable("greeting")
			.set({ message_id, named })
			.where("session_id", "=", session_id)
			.where("occasion", "=", occasion)
			.where(
				"user_id",
				"in",
				group.map((greeting) => greeting.user_id),
			)
			.where("message_id", "is", null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) !== group.length) throw new NotWaiting("a greeting does not wait any more");
	}
}

/**
 * Notes an attempt before it is made, so that one cut off by a crash is known to have happened; each one `again` is counted,
 * the first was when the message was frozen. False when there is nothing to attempt any more: another process has seen to
 * the message, or it has been given up.
 */
export async function noteAttempt(
	db: Queryable,
	messageId: string,
	{ again, now }: { again: boolean; now: number },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("message")
		.set((e) => ({ tried_at: now, ...(again && { attempts: e("attempts", "+", 1) }) }))
		.where("id", "=", messageId)
		.where("state", "=", "frozen")
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** When messages were posted to a channel since `since`, and how many people each greets. */
export async function postsSince(
	db: Queryable,
	channelId: string,
	since: number,
): Promise<{ at: number; people: number }[]> {
	const rows = await db
		.selectFrom("message")
		.leftJoin("greeting", "greeting.message_id", "message.id")
		.select((e) => ["message.posted_at", e.fn.count<number>("greeting.user_id").as("people")])
		.where("message.channel_id", "=", channelId)
		.where("message.posted_at", ">=", since)
		.groupBy("message.id")
		.execute();
	return rows.map(({ posted_at, people }) => ({ at: posted_at ?? since, people: Number(people) }));
}
