import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** The regular co-hosts of hosts, and who on a session's panel leads it with its host, or greets. */
export const panel = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("co_host")
			.ifNotExists()
			.addColumn("server_id", "text", (c) => c.notNull())
			.addColumn("host_id", "text", (c) => c.notNull())
			.addColumn("co_host_id", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("co_host_once", ["server_id", "host_id", "co_host_id"])
			.execute();
		await addColumn(db, "attendance", "leads", "integer");
		await addColumn(db, "attendance", "greets", "integer");
	},
} satisfies Migration;
