import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who has been asked to greet in a session, and has not answered yet. */
export const invitations = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("invitation")
			.ifNotExists()
			.addColumn("session_id", "text", (c) => c.notNull())
			.addColumn("user_id", "text", (c) => c.notNull())
			.addPrimaryKeyConstraint("invitation_once", ["session_id", "user_id"])
			.execute();
	},
} satisfies Migration;
