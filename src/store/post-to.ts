import type { ExpressionBuilder } from "kysely";
import { mendParkingBut } from "./near-misses.ts";
import type { Queryable } from "./queryable.ts";
import type { Schema } from "./schema.ts";

/** Gives greetings back to each room's own chat if a server has them posted in this channel. False when it does not. */
export async function resetPostTo(db: Queryable, serverId: string, channelId: string): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("server")
		.set({ post_to: null })
		.where("id", "=", serverId)
		.where("post_to", "=", channelId)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** Moves the greetings of a server that wait elsewhere to `postTo`, with null to their rooms. Returns where each is now. */
export async function moveWaiting(
	db: Queryable,
	serverId: string,
	postTo: string | null,
	at: number,
): Promise<string[]> {
	await mendParkingBut(db, serverId, postTo, at);
	const wanted = (e: ExpressionBuilder<Schema, "greeting">) => {
		const room = e.selectFrom("session").select("room_id").whereRef("session.id", "=", "greeting.session_id");
		return postTo === null ? room.$asScalar().$notNull() : e.val(postTo);
	};
	const moved = await db
		.updateTable("greeting")
		.set((e) => ({ channel_id: wanted(e) }))
		.where((e) => e("channel_id", "<>", wanted(e)))
		.where("message_id", "is", null)
		.where("session_id", "in", db.selectFrom("session").select("id").where("server_id", "=", serverId))
		.returning("channel_id")
		.execute();
	return moved.map((greeting) => greeting.channel_id);
}
