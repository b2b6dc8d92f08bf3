import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/**
 * When a server was told that older attendance is erased, or that nobody could be; when it was looked at last for that, and
 * when it was noticed that Byname has been removed from it. The indexes find what is to be erased; without them each session that goes would have
 * all stays looked through.
 */
export const retention = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "server", "retention_told_at", "bigint");
		await addColumn(db, "server", "retention_untold", "integer");
		await addColumn(db, "server", "looked_at", "bigint");
		await addColumn(db, "server", "removed_at", "bigint");
		await db.schema.createIndex("stay_by_session").ifNotExists().on("stay").column("session_id").execute();
		await db.schema
			.createIndex("message_by_server")
			.ifNotExists()
			.on("message")
			.columns(["server_id", "frozen_at"])
			.execute();
	},
} satisfies Migration;
