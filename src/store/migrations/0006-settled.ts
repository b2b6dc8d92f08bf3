import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Whether it is known by now who leads a session; a process that takes it over need not trust any clock for that. */
export const settled = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "settled", "integer");
	},
} satisfies Migration;
