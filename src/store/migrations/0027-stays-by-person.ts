import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Stays are found by person as well, so that a report reads a session of thousands piece by piece. */
export const staysByPerson = {
	async up(db: Kysely<unknown>) {
		await db.schema.createIndex("stay_by_person").ifNotExists().on("stay").columns(["session_id", "user_id"]).execute();
		await sql`DROP INDEX IF EXISTS stay_by_session`.execute(db);
	},
} satisfies Migration;
