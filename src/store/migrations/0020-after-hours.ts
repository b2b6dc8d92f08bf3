import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Whether who comes while no session is on is spoken to. */
export const afterHours = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "profile", "after_hours", "text");
	},
} satisfies Migration;
