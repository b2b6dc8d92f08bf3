import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Where people are called in messages, who is to be called otherwise in which, and which are being changed. */
export const corrections = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "message", "layout", "text");
		await db.schema
			.createTable("correction")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("user_id", "text", (c) => c.notNull())
			.addColumn("occasion", "text", (c) => c.notNull())
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("sorry", "integer", (c) => c.notNull())
			.addColumn("must_go", "integer", (c) => c.notNull())
			.addColumn("asked_at", "bigint", (c) => c.notNull())
			.addPrimaryKeyConstraint("correction_once", ["session_id", "user_id", "occasion"])
			.execute();
		await db.schema
			.createTable("revision")
			.ifNotExists()
			.addColumn("message_id", "text", (c) => c.primaryKey().references("message.id").onDelete("cascade"))
			.addColumn("token", "text", (c) => c.notNull())
			.addColumn("layout", "text")
			.execute();
	},
} satisfies Migration;
