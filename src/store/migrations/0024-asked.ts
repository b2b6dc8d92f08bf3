import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Whose greeting waits for the host to say whether they are on the panel. */
export const asked = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "greeting", "asked", "integer");
	},
} satisfies Migration;
