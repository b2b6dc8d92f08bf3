import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Which texts were saved when an apology came before the name and a welcome back always after it: they were written for that. */
export const oldOrder = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "variant", "old_order", "integer");
		await sql`update variant set old_order = 1 where key in ('missed', 'returning')`.execute(db);
	},
} satisfies Migration;
