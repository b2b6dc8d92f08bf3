import { sql } from "kysely";
import type { Holding, UsersHolding } from "./holdings.ts";
import type { Queryable } from "./queryable.ts";

/** Counts the rows of a holding. */
export async function countHeld(db: Queryable, { table, where }: Holding): Promise<number> {
	const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${where}`.execute(db);
	return Number(rows[0]?.n);
}

/** Erases what is in the rows of a holding, and returns how many those were. */
export async function eraseHeld(db: Queryable, { table, where, set }: Holding): Promise<number> {
	const start = set ? sql`UPDATE ${sql.table(table)} SET ${set}` : sql`DELETE FROM ${sql.table(table)}`;
	const { numAffectedRows } = await sql`${start} WHERE ${where}`.execute(db);
	return Number(numAffectedRows ?? 0);
}

/** The rows of a holding, as far as they are shown to the user whose they are. */
export async function readHeld(
	db: Queryable,
	{ table, where, shown }: UsersHolding,
): Promise<Readonly<Record<string, unknown>>[]> {
	const { rows } = await sql<Record<string, unknown>>`SELECT ${shown} FROM ${sql.table(table)} WHERE ${where}`.execute(
		db,
	);
	return rows;
}
