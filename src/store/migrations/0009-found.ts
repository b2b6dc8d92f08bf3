import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** When Byname found a session to have opened that nobody saw open: nobody is late for what may have just begun. */
export const found = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "found_at", "bigint");
	},
} satisfies Migration;
