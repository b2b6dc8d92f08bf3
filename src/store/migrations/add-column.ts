import type { Kysely } from "kysely";

/** Adds a column unless a migration that was cut off has added it already; neither engine has a common word for that. */
export async function addColumn(
	db: Kysely<unknown>,
	table: string,
	name: string,
	type: "text" | "integer" | "bigint",
): Promise<void> {
	const tables = await db.introspection.getTables();
	if (tables.find((one) => one.name === table)?.columns.some((column) => column.name === name)) return;
	await db.schema.alterTable(table).addColumn(name, type).execute();
}
