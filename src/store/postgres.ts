import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";
import { reused } from "./reusable.ts";

/** PostgreSQL's type number of `bigint`, which holds our times: they come back as numbers, not as text. */
const BIGINT = 20;

/**
 * A dialect over PostgreSQL. `url` is a connection string; `onError` is called when connections break while idle
 * (they are replaced at the next query).
 */
export function postgresDialect(url: string, onError: (error: Error) => void): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
		application_name: "byname",
		Client: PreparingClient,
		types: {
			getTypeParser: ((oid: number, format?: "text" | "binary") =>
				oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
		},
	});
	pool.on("error", onError);
	pool.on("connect", (client) => client.on("error", onError)); // one that breaks in use fails its query; that is enough
	return new PostgresDialect({ pool });
}

/** Sends the statements of every arrival as prepared ones, so that PostgreSQL need not parse and plan them each time. */
class PreparingClient extends pg.Client {
	override query(...[text, values, ...rest]: unknown[]): never {
		const name = typeof text === "string" && reused.has(text) ? nameOf(text) : undefined;
		const args = name ? [{ name, text, values }, ...rest] : [text, values, ...rest];
		return super.query.apply(this, args as never) as never;
	}
}

/** The names of the statements that are prepared, by their text. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
	const name = names.get(sql) ?? `byname_${names.size}`;
	names.set(sql, name);
	return name;
}
