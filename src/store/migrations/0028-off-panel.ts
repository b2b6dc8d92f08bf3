import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Who has been taken off the panel of a session, come or not; and who has hosted one before another did. */
export const offPanel = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("off_panel")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull())
			.addColumn("user_id", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("off_panel_once", ["session_id", "user_id"])
			.execute();
		await addColumn(db, "attendance", "hosted", "integer");
		// Until now that stood with who came, whether they had or not.
		await sql`
			INSERT INTO off_panel (session_id, user_id)
			SELECT session_id, user_id FROM attendance WHERE role = 'attendee' AND leads = 0
			ON CONFLICT DO NOTHING`.execute(db);
		await sql`UPDATE attendance SET leads = NULL WHERE leads = 0`.execute(db);
	},
} satisfies Migration;
