import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

/** PostgreSQL's type number of `bigint`, which holds our times: they come back as numbers, not as text. */
const BIGINT = 20;

/**
 * A dialect over PostgreSQL. `url` is a connection string; `onError` hears of connections that break while idle
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

/** Statements prepared per connection; batches of different sizes are different statements. */
const MOST_PREPARED = 100;
/** A long one names many rows, and that many rarely come again. */
const LONGEST_PREPARED = 2_000;

/** The names of the statements that are prepared, by their text. */
const prepared = new Map<string, string>();

/** Has PostgreSQL prepare what is asked again and again, so that it need not read and plan it at each arrival. */
class PreparingClient extends pg.Client {
	override query(...[text, values, ...rest]: unknown[]): never {
		const name = typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
		const args = name ? [{ name, text, values }, ...rest] : [text, values, ...rest];
		return super.query.apply(this, args as never) as never;
	}
}

/** Undefined for what is not to be prepared. What reads whole rows is not: it would fail once a newer Byname adds a column. */
function nameOf(sql: string): string | undefined {
	const known = prepared.get(sql);
	if (known || prepared.size >= MOST_PREPARED || sql.length > LONGEST_PREPARED || sql.includes("select *"))
		return known;
	const name = `byname_${prepared.size}`;
	prepared.set(sql, name);
	return name;
}
