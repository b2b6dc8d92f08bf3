import { sql } from "kysely";
import { type Layout, markOf, onlyOf, readLayout, without } from "./layout.ts";
import { EVERYWHERE } from "./people.ts";
import type { Queryable, Store } from "./queryable.ts";
import type { CorrectionTable, MessageTable } from "./schema.ts";
import { isSqlite } from "./sqlite.ts";

/** Only greetings that were posted no longer ago than this are changed: later nobody reads them any more. */
export const CHANGED_WITHIN_MS = 60 * 60_000;
/** A message may wait for so long to be posted. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** People who are to be called otherwise. */
export interface PeopleCalledAnew {
	userIds: readonly string[];
	/** Where; `EVERYWHERE` for all servers. */
	serverId: string;
	at: number;
	/** What they were called was wrong. */
	sorry: boolean;
	/** What they were called is to go also where no other name of theirs is known. */
	mustGo: boolean;
	/** Only in messages that were frozen since then; all of the last hour when it is left out. */
	frozenSince?: number;
}

/**
 * Asks that people be called otherwise in what was posted of late, and in what is on its way. Returns the channels where
 * that is. To be called in the transaction that stores why.
 */
export async function askForCorrections(
	db: Queryable,
	{ userIds, serverId, at, sorry, mustGo, frozenSince = at - LONGEST_WAIT_MS }: PeopleCalledAnew,
): Promise<string[]> {
	const servers = serverId === EVERYWHERE ? db.selectFrom("session").select("server_id") : [serverId];
	const rows = await db
		.insertInto("correction")
		.columns(["session_id", "user_id", "occasion", "channel_id", "sorry", "must_go", "asked_at"])
		.expression(
			db
				.selectFrom("message")
				.innerJoin("greeting", "greeting.message_id", "message.id")
				.select((e) => [
					...(["greeting.session_id", "greeting.user_id", "greeting.occasion", "message.channel_id"] as const),
					...([
						e.lit(sorry ? 1 : 0).as("sorry"),
						e.lit(mustGo ? 1 : 0).as("must_go"),
						sql.lit(at).as("asked_at"),
					] as const),
				])
				.where("message.server_id", "in", servers)
				.where("message.frozen_at", ">=", frozenSince)
				.where("message.layout", "is not", null)
				.where("greeting.user_id", "in", userIds)
				.where((e) => e.or([e("message.state", "=", "frozen"), e("greeting.posted_at", ">=", at - CHANGED_WITHIN_MS)]))
				.orderBy("greeting.session_id")
				.orderBy("greeting.user_id")
				.orderBy("greeting.occasion")
				// Somebody may be forgotten at this moment: of a greeting that goes, nothing is asked. In SQLite nobody else writes now.
				.$if(!isSqlite(db), (greeting) => greeting.forKeyShare("greeting")),
		)
		.onConflict((c) =>
			c.columns(["session_id", "user_id", "occasion"]).doUpdateSet((e) => ({
				channel_id: e.ref("excluded.channel_id"),
				sorry: sorry ? 1 : e.ref("correction.sorry"),
				must_go: mustGo ? 1 : e.ref("correction.must_go"),
				asked_at: at,
			})),
		)
		.returning("channel_id")
		.execute();
	return [...new Set(rows.map(({ channel_id }) => channel_id))];
}

/** The channels in which somebody is to be called otherwise. */
export async function channelsToCorrect(db: Queryable): Promise<string[]> {
	const rows = await db.selectFrom("correction").select("channel_id").distinct().execute();
	return rows.map((row) => row.channel_id);
}

/** Somebody who is to be called otherwise where a greeting names them, and the message that does. */
export interface OpenCorrection extends CorrectionTable {
	room_id: string;
	message: Pick<MessageTable, "id" | "server_id" | "channel_id" | "state" | "frozen_at" | "posted_at" | "mentions"> & {
		discord_id: string | null;
		layout: string | null;
	};
}

/** Who is to be called otherwise in a channel, message by message, the oldest wish first. */
export async function correctionsIn(db: Queryable, channelId: string): Promise<OpenCorrection[]> {
	const rows = await db
		.selectFrom("correction")
		.innerJoin("greeting", (join) =>
			join
				.onRef("greeting.session_id", "=", "correction.session_id")
				.onRef("greeting.user_id", "=", "correction.user_id")
				.onRef("greeting.occasion", "=", "correction.occasion"),
		)
		.innerJoin("message", "message.id", "greeting.message_id")
		.innerJoin("session", "session.id", "correction.session_id")
		.select(["correction.session_id", "correction.user_id", "correction.occasion"])
		.select(["correction.sorry", "correction.must_go", "correction.asked_at"])
		.select(["session.room_id", "message.id", "message.server_id", "message.channel_id", "message.state"])
		.select(["message.frozen_at", "message.posted_at", "message.mentions", "message.discord_id", "message.layout"])
		.where("message.channel_id", "=", channelId)
		.orderBy("correction.asked_at")
		.orderBy("correction.user_id")
		.execute();
	return rows.map(({ session_id, user_id, occasion, sorry, must_go, asked_at, room_id, ...message }) => ({
		...{ session_id, user_id, occasion, channel_id: channelId, sorry, must_go, asked_at, room_id },
		message,
	}));
}

/** Corrections that have been made, or cannot be; who has asked for another one since is left out. */
export async function endCorrections(db: Queryable, corrections: readonly CorrectionTable[]): Promise<void> {
	const inOrder = corrections.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)); // so that nobody waits for who waits for them
	for (const { session_id, user_id, occasion, asked_at } of inOrder) {
		await db
			.deleteFrom("correction")
			.where("session_id", "=", session_id)
			.where("user_id", "=", user_id)
			.where("occasion", "=", occasion)
			.where("asked_at", "=", asked_at)
			.execute();
	}
}

function keyOf({ session_id, user_id, occasion }: CorrectionTable): string {
	return `${session_id} ${user_id} ${occasion}`;
}

/** Drops what nobody can correct any more: greetings that wait for a new message, and what has stood for too long. */
export async function dropOldCorrections(db: Queryable, now: number): Promise<void> {
	await db
		.deleteFrom("correction")
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom("greeting")
						.innerJoin("message", "message.id", "greeting.message_id")
						.select("message.id")
						.whereRef("greeting.session_id", "=", "correction.session_id")
						.whereRef("greeting.user_id", "=", "correction.user_id")
						.whereRef("greeting.occasion", "=", "correction.occasion")
						.where((m) =>
							m.or([
								m("message.state", "=", "frozen"),
								m.and([m("message.state", "=", "posted"), m("message.posted_at", ">=", now - 2 * CHANGED_WITHIN_MS)]),
							]),
						),
				),
			),
		)
		.execute();
}

/** Where people are called in a message, as it is stored now. */
export async function layoutStoredOf(db: Queryable, messageId: string): Promise<string | null> {
	const row = await db.selectFrom("message").select("layout").where("id", "=", messageId).executeTakeFirst();
	return row?.layout ?? null;
}

/** A message that a process is changing. */
export interface Revision {
	token: string;
	/** Where people are called in it as it is going to be, if that is known. */
	layout: Layout | null;
}

/** Begins to change a message, unless another process does already. Returns who does, and what it is about to store. */
export async function beginRevision(db: Queryable, messageId: string, token: string): Promise<Revision> {
	await db
		.insertInto("revision")
		.values({ message_id: messageId, token, layout: null })
		.onConflict((c) => c.doNothing())
		.execute();
	const row = await db.selectFrom("revision").selectAll().where("message_id", "=", messageId).executeTakeFirst();
	return { token: row?.token ?? "", layout: readLayout(row?.layout ?? null) };
}

/** Takes a message over from a process that has been changing it for too long. */
export async function takeOverRevision(
	db: Queryable,
	messageId: string,
	{ from, to }: { from: string; to: string },
): Promise<void> {
	await db
		.updateTable("revision")
		.set({ token: to })
		.where("message_id", "=", messageId)
		.where("token", "=", from)
		.execute();
}

/**
 * Stores where people are going to be called in a message, before it is changed; who has been forgotten meanwhile is left
 * out. False when another process has taken it over.
 */
export async function noteRevision(
	store: Store,
	messageId: string,
	{ token, layout }: { token: string; layout: Layout },
): Promise<boolean> {
	return store.transaction().execute(async (db) => {
		const greeted = await db.selectFrom("greeting").select("user_id").where("message_id", "=", messageId).execute();
		const marks = new Set(greeted.map(({ user_id }) => markOf(messageId, user_id)));
		const { numUpdatedRows } = await db
			.updateTable("revision")
			.set({ layout: JSON.stringify(onlyOf(marks, layout)) })
			.where("message_id", "=", messageId)
			.where("token", "=", token)
			.executeTakeFirst();
		return Number(numUpdatedRows) === 1;
	});
}

/** Stores that what a process was about to make of a message is what stands there. */
export async function adoptRevision(db: Queryable, messageId: string, token: string): Promise<void> {
	const revised = db
		.selectFrom("revision")
		.select("layout")
		.where("message_id", "=", messageId)
		.where("token", "=", token);
	await db
		.updateTable("message")
		.set((e) => ({ layout: e.fn.coalesce(revised, "layout") }))
		.where("id", "=", messageId)
		.where("layout", "is not", null)
		.execute();
}

/**
 * Stores that a message has been changed as noted, or needs no change. False when another process has taken it over. To be
 * called in a transaction. Where people are called is taken from what is stored: somebody may have been forgotten meanwhile.
 */
export async function endRevision(
	db: Queryable,
	messageId: string,
	{ token, isChanged }: { token: string; isChanged: boolean },
): Promise<boolean> {
	if (isChanged) await adoptRevision(db, messageId, token);
	const { numDeletedRows } = await db
		.deleteFrom("revision")
		.where("message_id", "=", messageId)
		.where("token", "=", token)
		.executeTakeFirst();
	return Number(numDeletedRows) === 1;
}

/** Where somebody is called in messages, as long as that is kept: the UTF-16 unit at which it begins, and how many it takes. */
export async function spotsOf(
	db: Queryable,
	{ userId, serverId }: { userId: string; serverId: string | null },
): Promise<{ message_id: string; at: number; length: number }[]> {
	const messages = await db
		.selectFrom("greeting")
		.innerJoin("message", "message.id", "greeting.message_id")
		.select(["message.id", "message.layout"])
		.where("greeting.user_id", "=", userId)
		.where("message.layout", "is not", null)
		.$if(serverId !== null, (message) => message.where("message.server_id", "=", serverId ?? ""))
		.execute();
	return messages.flatMap(({ id, layout }) =>
		(readLayout(layout)?.rolls ?? []).flatMap(({ spots }) =>
			spots.flatMap(([who, at, length]) => (who === markOf(id, userId) ? [{ message_id: id, at, length }] : [])),
		),
	);
}

/** Takes out of layouts where somebody is called, so that nothing tells any more that they were. */
export async function forgetSpots(db: Queryable, userId: string, serverId: string | null): Promise<void> {
	const messages = await db
		.selectFrom("greeting")
		.innerJoin("message", "message.id", "greeting.message_id")
		.leftJoin("revision", "revision.message_id", "message.id")
		.select(["message.id", "message.layout", "revision.layout as next"])
		.where("greeting.user_id", "=", userId)
		.where("message.layout", "is not", null)
		.$if(serverId !== null, (message) => message.where("message.server_id", "=", serverId ?? ""))
		.orderBy("message.id")
		.execute();
	for (const { id, layout, next } of messages) {
		const left = (stored: string | null) => {
			const read = readLayout(stored);
			return read && JSON.stringify(without(markOf(id, userId), read));
		};
		// In the order in which a revision comes to its end.
		await db
			.updateTable("message")
			.set({ layout: left(layout) })
			.where("id", "=", id)
			.execute();
		if (next !== null)
			await db
				.updateTable("revision")
				.set({ layout: left(next) })
				.where("message_id", "=", id)
				.execute();
	}
}
