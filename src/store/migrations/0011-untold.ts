import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a host is still to be told, for want of a place that not everyone can read. */
export const untold = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("untold")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("kind", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("untold_once", ["session_id", "channel_id", "kind"])
			.execute();
	},
} satisfies Migration;
