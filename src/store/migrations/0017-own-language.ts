import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { addColumn } from "./add-column.ts";

/** In which language people want to be greeted, and whether a server lets them be. */
export const ownLanguage = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, "person", "language", "text");
		await addColumn(db, "server", "guest_languages", "integer");
	},
} satisfies Migration;
