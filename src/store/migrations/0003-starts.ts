import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** When processes began to identify, and a row to prove that the store can be written. */
export const starts = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("start")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("started_at", "bigint", (c) => c.notNull())
			.execute();
		await db.schema
			.createTable("probe")
			.ifNotExists()
			.addColumn("id", "text", (c) => c.primaryKey())
			.addColumn("probed_at", "bigint", (c) => c.notNull())
			.execute();
	},
} satisfies Migration;
