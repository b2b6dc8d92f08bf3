import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** How fast greetings follow each other, and until when that keeps one waiting. */
export const pace = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "profile", "pace", "text");
		await addColumn(db, "greeting", "ripe_at", "bigint");
	},
} satisfies Migration;
