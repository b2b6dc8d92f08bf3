import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/**
 * When Byname last saw who is in a session's room: who is found there afterwards came later than that. And when a session
 * opened last: another process may have opened it again.
 */
export const seen = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "seen_at", "bigint");
		await addColumn(db, "session", "reopened_at", "bigint");
	},
} satisfies Migration;
