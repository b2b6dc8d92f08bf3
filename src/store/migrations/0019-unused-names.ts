import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** The names that hosts have put out of use on their server, in codes, and the key of those. */
export const unusedNames = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "server", "unused_key", "text");
		await db.schema
			.createTable("unused_name")
			.ifNotExists()
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("user_code", "text", (c) => c.notNull())
			.addColumn("name_code", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("unused_name_once", ["server_id", "user_code", "name_code"])
			.execute();
	},
} satisfies Migration;
