import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Whether somebody was expected when they came: their greeting says so, also after a crash. */
export const expected = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "greeting", "expected", "integer");
	},
} satisfies Migration;
