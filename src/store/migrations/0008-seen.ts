import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** When Byname last saw who is in a session's room: who is found there afterwards came later than that. */
export const seen = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "seen_at", "bigint");
	},
} satisfies Migration;
