import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** For how long hosts are left to greet latecomers themselves, and whom they have greeted. */
export const hello = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "profile", "first_seconds", "integer");
		await addColumn(db, "attendance", "hello", "text");
	},
} satisfies Migration;
