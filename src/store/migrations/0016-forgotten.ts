import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Who has asked to be forgotten while a session is on that they have come to, in a way that is lost with the session's key. */
export const forgotten = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "forgotten_key", "text");
		await db.schema
			.createTable("forgotten")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("hash", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("forgotten_once", ["session_id", "hash"])
			.execute();
	},
} satisfies Migration;
