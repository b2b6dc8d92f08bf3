import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which bot the database belongs to. */
export const owner = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("owner")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("bot_id", "text", (c) => c.notNull())
			.execute();
	},
} satisfies Migration;
