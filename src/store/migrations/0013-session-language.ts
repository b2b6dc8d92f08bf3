import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** Which language is spoken in a session, where its host has chosen one for it alone. */
export const sessionLanguage = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "session", "language", "text");
	},
} satisfies Migration;
