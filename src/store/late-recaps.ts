import { sql } from "kysely";
import type { OpenCorrection } from "./corrections.ts";
import type { Queryable } from "./queryable.ts";
import type { LateRecapTable } from "./schema.ts";

/** Nobody knows any more where anything stands in messages that were frozen longer ago than this. */
const LONGEST_STANDING_MS = 4 * 60 * 60_000;

/**
 * Asks that a session's recap stand in the messages that thank its guests: those on their way, and those of which it is known
 * still where what stands in them. Returns the channels where they are. To be called in the transaction that stores the recap.
 */
export async function askForRecap(
	db: Queryable,
	{ sessionId, serverId, at }: { sessionId: string; serverId: string; at: number },
): Promise<string[]> {
	const rows = await db
		.insertInto("late_recap")
		.columns(["message_id", "channel_id", "asked_at"])
		.expression(
			db
				.selectFrom("message")
				.select(["id", "channel_id", sql.lit(at).as("asked_at")])
				.where("server_id", "=", serverId)
				.where("frozen_at", ">=", at - LONGEST_STANDING_MS) // so that an index serves
				.where("thanked_session_id", "=", sessionId)
				.where("layout", "is not", null)
				.orderBy("id"),
		)
		.onConflict((c) =>
			c.column("message_id").doUpdateSet((e) => ({
				asked_at: e
					.case()
					.when("excluded.asked_at", ">", e.ref("late_recap.asked_at"))
					.then(e.ref("excluded.asked_at"))
					.else(e("late_recap.asked_at", "+", 1))
					.end(),
			})),
		)
		.returning("channel_id")
		.execute();
	return [...new Set(rows.map(({ channel_id }) => channel_id))];
}

/** The channels in which a recap is to stand in thanks. */
export async function channelsForRecaps(db: Queryable): Promise<string[]> {
	const rows = await db.selectFrom("late_recap").select("channel_id").distinct().execute();
	return rows.map((row) => row.channel_id);
}

/** A recap that is to stand in a message. */
export interface LateRecap extends Pick<OpenCorrection, "message" | "room_id">, LateRecapTable {
	/** As its session has it now. */
	recap: string | null;
}

/** The recaps that are to stand in messages of a channel, the first asked for first. */
export async function recapsIn(db: Queryable, channelId: string): Promise<LateRecap[]> {
	const rows = await db
		.selectFrom("late_recap")
		.innerJoin("message", "message.id", "late_recap.message_id")
		.innerJoin("session", "session.id", "message.thanked_session_id")
		.select(["late_recap.asked_at", "session.recap", "session.room_id"])
		.select(["message.id", "message.server_id", "message.channel_id", "message.state"])
		.select(["message.frozen_at", "message.posted_at", "message.mentions", "message.discord_id", "message.layout"])
		.where("late_recap.channel_id", "=", channelId)
		.where("message.layout", "is not", null)
		.orderBy("late_recap.asked_at")
		.orderBy("message.id")
		.execute();
	return rows.map(({ asked_at, recap, room_id, ...message }) => ({
		...{ message_id: message.id, channel_id: channelId, asked_at, recap, room_id },
		message,
	}));
}

/** A recap stands in a message, or cannot; one that has been asked for since is left out. */
export async function endRecap(db: Queryable, { message_id, asked_at }: LateRecapTable): Promise<void> {
	await db.deleteFrom("late_recap").where("message_id", "=", message_id).where("asked_at", "=", asked_at).execute();
}

/** Drops what nobody can do any more: the message has been taken back, or nobody knows any more what stands where in it. */
export async function dropOldRecaps(db: Queryable): Promise<void> {
	await db
		.deleteFrom("late_recap")
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom("message")
						.innerJoin("session", "session.id", "message.thanked_session_id")
						.select("message.id")
						.whereRef("message.id", "=", "late_recap.message_id")
						.where("message.layout", "is not", null),
				),
			),
		)
		.execute();
}
