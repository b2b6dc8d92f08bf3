import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** When a message was tried again last, so that nobody takes it for lost while it may be on its way. */
export const attempts = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "message", "tried_at", "bigint");
	},
} satisfies Migration;
