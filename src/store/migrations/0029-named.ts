import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Which greetings called people by their names. */
export const named = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "greeting", "named", "integer");
	},
} satisfies Migration;
