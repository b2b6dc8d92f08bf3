import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Which messages thank the guests of a session, and into which of them its recap is still to be put. */
export const recaps = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "message", "thanked_session_id", "text");
		await addColumn(db, "message", "recap_button", "text");
		await db.schema
			.createTable("late_recap")
			.ifNotExists()
			.addColumn("message_id", "text", (c) => c.primaryKey().references("message.id").onDelete("cascade"))
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("asked_at", "bigint", (c) => c.notNull())
			.execute();
	},
} satisfies Migration;
