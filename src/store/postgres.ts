import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";
import { reused } from "./reusable.ts";

/** PostgreSQL's type number of `bigint`, which holds our times: they come back as numbers, not as text. */
const BIGINT = 20;

/** A statement that takes longer is given up by PostgreSQL, which lets go of what it has locked. */
const STATEMENT_MS = 5_000;
/** When nothing at all is heard for so much longer, whatever stands between has lost the connection. */
const SILENCE_MS = 1_000;
/** How long to wait for a connection: to be made, or to be free. */
const CONNECTION_MS = 4_000;

/**
 * A dialect over PostgreSQL. `url` is a connection string, `statementMs` how long a statement may take; `onError` is called
 * when connections break while idle (they are replaced at the next query), but not once the dialect is destroyed.
 */
export function postgresDialect(url: string, onError: (error: Error) => void, statementMs = STATEMENT_MS): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: CONNECTION_MS,
		statement_timeout: statementMs,
		query_timeout: statementMs + SILENCE_MS,
		// A transaction whose client is cut off keeps what it has locked until PostgreSQL hears of that, which can take hours.
		idle_in_transaction_session_timeout: statementMs,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		application_name: "byname",
		Client: PreparingClient,
		types: {
			getTypeParser: ((oid: number, format?: "text" | "binary") =>
				oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
		},
	});
	const hear = (error: Error) => {
		if (!pool.ending) onError(error); // as when PostgreSQL is stopped together with Byname
	};
	pool.on("error", hear);
	pool.on("connect", (client) => client.on("error", hear)); // one that breaks in use fails its query; that is enough
	doubtTheIdle(pool);
	return new PostgresDialect({ pool });
}

/** What swallows one connection swallows others: when one has fallen silent, those that nobody uses are closed as well. */
function doubtTheIdle(pool: pg.Pool): void {
	const idle = new Set<pg.PoolClient>();
	pool.on("acquire", (client) => idle.delete(client));
	pool.on("remove", (client) => idle.delete(client));
	pool.on("release", (_error, client) => {
		if (!(client instanceof PreparingClient && client.silence)) return void idle.add(client);
		for (const other of idle) cutOff(other, new Error("closed, because another connection to PostgreSQL fell silent"));
	});
}

/** Ends a connection without a farewell, which would never be answered. */
function cutOff(client: pg.ClientBase, reason: Error): void {
	const { connection } = client as pg.ClientBase & { connection: { stream: NodeJS.WritableStream & Destroyable } };
	connection.stream.destroy(reason);
}

interface Destroyable {
	destroy(reason: Error): void;
}

/** What the driver says of a query that was not answered in time. */
const NOT_ANSWERED = "Query read timeout";

/**
 * Sends the statements of every arrival as prepared ones, so that PostgreSQL need not parse and plan them each time. Takes
 * no more queries once one was not answered: the pool would give the connection to the next, to wait behind that one.
 */
class PreparingClient extends pg.Client {
	/** What it failed with when it was not answered; null before. */
	silence: Error | null = null;

	override query(...[text, values, ...rest]: unknown[]): never {
		if (this.silence) return Promise.reject(this.silence) as never; // a rollback; this is the error to hear of
		const name = typeof text === "string" && reused.has(text) ? nameOf(text) : undefined;
		const args = name ? [{ name, text, values }, ...rest] : [text, values, ...rest];
		const answer: unknown = super.query.apply(this, args as never);
		if (answer instanceof Promise) answer.catch((error: Error) => this.#hear(error));
		return answer as never;
	}

	#hear(error: Error): void {
		if (error.message !== NOT_ANSWERED) return;
		this.silence = error;
		this.end().catch(() => undefined); // it is cut off, because a query waits
	}
}

/** The names of the statements that are prepared, by their text. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
	const name = names.get(sql) ?? `byname_${names.size}`;
	names.set(sql, name);
	return name;
}
