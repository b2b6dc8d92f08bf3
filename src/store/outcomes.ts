import { sql } from "kysely";
import { isTurnedAway, keepNearMiss, type SessionChannel } from "./near-misses.ts";
import { type GreetingRow, MOST_PER_MESSAGE, type SettledGreeting } from "./outbox.ts";
import { moveWaiting, resetPostTo } from "./post-to.ts";
import type { Queryable, Store } from "./queryable.ts";
import { reusable } from "./reusable.ts";
import { serverSettings } from "./settings.ts";
import { isSqlite } from "./sqlite.ts";
import { keepUntold } from "./untold.ts";

/** The greetings a message carries. */
export function greetingsOf(db: Queryable, messageId: string): Promise<GreetingRow[]> {
	return db.selectFrom("greeting").selectAll().where("message_id", "=", messageId).execute();
}

/**
 * Records that a message stands in its channel, erases the names it took to say it, and returns the greetings in it; none
 * when that was recorded before.
 */
export async function settlePosted(db: Queryable, posted: Posted): Promise<SettledGreeting[]> {
	if (!isSqlite(db)) return (await settleBoth(db, posted)).rows;
	await settleMessage(db, posted);
	return (await settleGreetings(db, posted)).rows;
}

interface Posted {
	messageId: string;
	discordId: string | null;
	at: number;
}

const messageSettled = (db: Queryable, { messageId, discordId, at }: Posted) =>
	db
		.updateTable("message")
		.set({ state: "posted", posted_at: at, discord_id: discordId, body: null })
		.where("id", "=", messageId);

const greetingsSettled = (db: Pick<Queryable, "updateTable">, { at }: Posted) =>
	db
		.updateTable("greeting")
		.set({ posted_at: at, name: null })
		.where("posted_at", "is", null)
		.returning(["session_id", "occasion", "missed", "neutral", "arrived_at", "due_at", "ripe_at"]);

const settleMessage = reusable(messageSettled);
const settleGreetings = reusable((db, posted: Posted) =>
	greetingsSettled(db, posted).where("message_id", "=", posted.messageId),
);
/** In one round trip. The greetings look for the message, so that PostgreSQL takes it first: see `refuseAll`. */
const settleBoth = reusable((db, posted: Posted) => {
	const after = db.with("said", () => messageSettled(db, posted).returning("id"));
	return greetingsSettled(after, posted).where("message_id", "in", sql<string>`(select id from said)`);
});

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
interface Condition {
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
	await waitAnew(db, messageId);
	return true;
}

/**
 * Has the greetings of a message that was taken back wait anew. Not of people who are no guests any more, nor of those whom a
 * person has greeted meanwhile: these may have been named, or greeted, while the message was on its way.
 */
async function waitAnew(db: Queryable, messageId: string): Promise<void> {
	await db
		.deleteFrom("greeting")
		.where("message_id", "=", messageId)
		.where((e) =>
			e.exists(
				e
					.selectFrom("attendance")
					.select("attendance.user_id")
					.whereRef("attendance.session_id", "=", "greeting.session_id")
					.whereRef("attendance.user_id", "=", "greeting.user_id")
					.where((one) =>
						one.or([
							one("attendance.role", "=", "panel"),
							one.and([one("attendance.hello", "in", ["said", "too"]), one("greeting.occasion", "=", "arrival")]),
						]),
					),
			),
		)
		.execute();
	await db.updateTable("greeting").set({ message_id: null, named: null }).where("message_id", "=", messageId).execute();
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
		.set({ state: "refused", body: null, layout: null })
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
 * Takes back the messages that carry greetings. To be called before these go: messages first and then greetings is the order
 * in which what was posted is settled, and two transactions that take rows in one order never wait for each other.
 */
async function refuseAll(db: Queryable, greetings: readonly Pick<GreetingRow, "message_id">[]): Promise<void> {
	const ids = new Set(greetings.flatMap(({ message_id }) => message_id ?? []));
	for (const id of [...ids].sort()) await markRefused(db, id);
}

/** Greetings that are given up, and in which sessions and channels that is news to whoever can act. */
interface GivenUp {
	greetings: SettledGreeting[];
	unsaid: (SessionChannel & { serverId: string })[];
}

/**
 * Gives up greetings, and messages that were never posted, whose arrival and whose session's end both lie before a time;
 * their names are erased with them. Keeps how many were not greeted as a near miss, and that somebody is to be told of it
 * unless they have been told that the channel takes no posts.
 */
export async function forgetGreetings(store: Store, before: number, now: number): Promise<GivenUp> {
	return store.transaction().execute(async (db) => {
		const candidates = await db
			.selectFrom("greeting")
			.innerJoin("session", "session.id", "greeting.session_id")
			.select(["greeting.session_id", "greeting.user_id", "greeting.occasion", "greeting.message_id"])
			.select(["greeting.channel_id", "greeting.missed", "greeting.neutral"])
			.select(["greeting.arrived_at", "greeting.due_at", "greeting.ripe_at", "session.server_id"])
			.where("greeting.posted_at", "is", null)
			.where("greeting.name", "is not", null)
			.where("greeting.arrived_at", "<", before)
			.where("session.closed_at", "<", before)
			.orderBy("greeting.arrived_at")
			.orderBy("greeting.user_id")
			.limit(MOST_PER_MESSAGE)
			.execute();
		await refuseAll(db, candidates);
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
		const guests = overdue.filter(({ occasion }) => occasion === "arrival");
		const unsaid: GivenUp["unsaid"] = [];
		for (const of of Map.groupBy(guests, (greeting) => `${greeting.session_id} ${greeting.channel_id}`).values()) {
			const [{ session_id: sessionId, channel_id: channelId, server_id: serverId }] = of as [(typeof of)[0]];
			const where = { sessionId, channelId };
			await keepNearMiss(db, where, { kind: "unsaid", cause: "overdue", people: of.length }, now);
			if (await isTurnedAway(db, where)) continue;
			await keepUntold(db, { session_id: sessionId, channel_id: channelId, kind: "unsaid" });
			unsaid.push({ ...where, serverId });
		}
		return { greetings: overdue, unsaid };
	});
}

/**
 * Leaves a channel that is no more. What waits there for its own people is dropped; all else waits from now on where its
 * server has greetings posted: a server that had them posted in this channel has them in the rooms' chats again.
 * Returns how many are dropped, where each that has moved is now, and whether the server's setting is given back.
 */
export async function leaveChannel(
	store: Store,
	{ channelId, serverId }: { channelId: string; serverId: string },
	at: number,
): Promise<{ dropped: number; moved: string[]; reset: boolean }> {
	return store.transaction().execute(async (db) => {
		const frozen = await db
			.updateTable("message")
			.set({ state: "refused", body: null, layout: null })
			.where("channel_id", "=", channelId)
			.where("state", "=", "frozen")
			.returning("id")
			.execute();
		for (const { id } of frozen) await waitAnew(db, id);
		const { numDeletedRows } = await db
			.deleteFrom("greeting")
			.where("channel_id", "=", channelId)
			.where("message_id", "is", null)
			.where("session_id", "in", db.selectFrom("session").select("id").where("room_id", "=", channelId))
			.executeTakeFirst();
		const reset = await resetPostTo(db, serverId, channelId);
		const postTo = (await serverSettings(db, serverId))?.post_to ?? null;
		return { dropped: Number(numDeletedRows), moved: await moveWaiting(db, serverId, postTo, at), reset };
	});
}

/** Drops what waits to be said to the people of a room that is no more, in whatever channel. */
export async function dropUnsaid(store: Store, roomId: string): Promise<void> {
	await store.transaction().execute(async (db) => {
		const sessions = db.selectFrom("session").select("id").where("room_id", "=", roomId);
		const unsaid = await db
			.selectFrom("greeting")
			.select("message_id")
			.where("posted_at", "is", null)
			.where("name", "is not", null)
			.where("session_id", "in", sessions)
			.execute();
		await refuseAll(db, unsaid);
		await db
			.deleteFrom("greeting")
			.where("posted_at", "is", null)
			.where("name", "is not", null)
			.where("session_id", "in", sessions)
			.execute();
	});
}

/** Marks a greeting to go without its name, because Discord refuses that. */
export async function makeNeutral(db: Queryable, greeting: GreetingRow): Promise<void> {
	await db
		.updateTable("greeting")
		.set({ neutral: 1 })
		.where("session_id", "=", greeting.session_id)
		.where("user_id", "=", greeting.user_id)
		.where("occasion", "=", greeting.occasion)
		.execute();
}
