import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What nearly went wrong in a session, for its host to read. */
export const nearMisses = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("near_miss")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull().references("session.id").onDelete("cascade"))
			.addColumn("channel_id", "text", (c) => c.notNull())
			.addColumn("kind", "text", (c) => c.notNull())
			.addColumn("cause", "text", (c) => c.notNull())
			.addColumn("times", "integer", (c) => c.notNull())
			.addColumn("people", "integer", (c) => c.notNull())
			.addColumn("first_at", "bigint", (c) => c.notNull())
			.addColumn("last_at", "bigint", (c) => c.notNull())
			.addColumn("mended_at", "bigint")
			.addPrimaryKeyConstraint("near_miss_once", ["session_id", "channel_id", "kind", "cause"])
			.execute();
	},
} satisfies Migration;
