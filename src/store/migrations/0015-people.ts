import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** What people say of themselves, and the button with which they find out that they can. */
export const people = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("person")
			.ifNotExists()
			.addColumn("user_id", "text", (c) => c.notNull())
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("called", "text")
			.addColumn("sound", "text")
			.addColumn("quiet", "integer")
			.addColumn("renamed_on", "text")
			.addColumn("renamed_times", "integer", (c) => c.notNull().defaultTo(0))
			.addColumn("changed_at", "bigint", (c) => c.notNull())
			.addPrimaryKeyConstraint("person_once", ["user_id", "server_id"])
			.execute();
		await db.schema.createIndex("person_changed").ifNotExists().on("person").column("changed_at").execute();
		await addColumn(db, "greeting", "first", "integer");
		await addColumn(db, "message", "button", "text");
		await addColumn(db, "server", "chosen_names", "integer");
		await addColumn(db, "room", "names", "text");
	},
} satisfies Migration;
