import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which commands and presses a process has taken to answer. */
export const taken = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("taken")
			.ifNotExists()
			.addColumn("interaction_id", "text", (c) => c.primaryKey())
			.addColumn("taken_at", "bigint", (c) => c.notNull())
			.execute();
	},
} satisfies Migration;
