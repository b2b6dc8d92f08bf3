import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type Dialect, type Driver, SqliteDialect, type SqliteStatement } from "kysely";
import { statementsOf } from "./script.ts";

/**
 * A dialect over Node's own SQLite. `path` is a file, made if need be and readable by its owner alone, or `:memory:`.
 *
 * Write-ahead logging with `synchronous=FULL`: what is committed is on the disk before a post leaves, so that not even
 * a power cut greets anybody twice.
 */
export function sqliteDialect(path: string): Dialect {
	if (path !== ":memory:") makePrivateFile(resolve(path));
	const database = new DatabaseSync(path);
	// Waiting for another process blocks this one, so it is kept short: the callers try again by themselves.
	database.exec("PRAGMA busy_timeout = 500");
	database.exec("PRAGMA journal_mode = WAL");
	database.exec("PRAGMA synchronous = FULL");
	database.exec("PRAGMA foreign_keys = ON");
	database.exec("PRAGMA secure_delete = ON"); // an erased name is gone from the file as well
	const statements = new Map<string, SqliteStatement>();
	return new PausingDialect({
		database: {
			close: () => database.close(),
			prepare(sql) {
				let statement = statements.get(sql);
				if (!statement) {
					statement = prepared(database, sql);
					if (statements.size >= MOST_STATEMENTS) statements.clear();
					statements.set(sql, statement);
				}
				return statement;
			},
		},
	});
}

/** So many transactions and single statements follow each other before everything else has its turn. */
const MOST_IN_A_ROW = 8;

/**
 * SQLite works in this thread, and who waits for it goes on before timers and sockets do. So when hundreds of rooms have
 * something to store, it pauses now and then: else packets, heartbeats and posts would wait for all of them.
 */
class PausingDialect extends SqliteDialect {
	override createDriver(): Driver {
		const driver = super.createDriver();
		const acquire = driver.acquireConnection.bind(driver);
		let inARow = 0;
		driver.acquireConnection = async (options) => {
			if (inARow === 0) setImmediate(() => (inARow = 0));
			if (++inARow > MOST_IN_A_ROW) await new Promise((resolve) => setImmediate(resolve));
			return acquire(options);
		};
		return driver;
	}
}

/** Prepared statements kept; batches of different sizes are different statements. */
const MOST_STATEMENTS = 200;

function prepared(database: DatabaseSync, sql: string): SqliteStatement {
	if (sql === "rollback") return rollBack(database);
	const statements = statementsOf(sql);
	return statements.length > 1 ? script(database, statements) : adapt(database.prepare(immediate(sql)));
}

/** A transaction takes the write lock at its start: two processes then wait for each other instead of failing half-way. */
function immediate(sql: string): string {
	return sql === "begin" ? "begin immediate" : sql;
}

function adapt(statement: StatementSync): SqliteStatement {
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
		run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
		iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
	};
}

/** Runs statements as one transaction. */
function script(database: DatabaseSync, statements: ReturnType<typeof statementsOf>): SqliteStatement {
	const steps = statements.map(({ sql, takes }) => ({ statement: adapt(database.prepare(sql)), takes }));
	const begin = database.prepare(immediate("begin"));
	const commit = adapt(database.prepare("commit"));
	return {
		...commit,
		run(parameters) {
			begin.run();
			try {
				let from = 0;
				for (const { statement, takes } of steps) {
					statement.run(parameters.slice(from, from + takes));
					from += takes;
				}
				return commit.run([]);
			} catch (error) {
				rollBack(database).run([]);
				throw error;
			}
		},
	};
}

/** A full disk has ended the transaction already: then there is nothing to take back, and the error to hear of is that one. */
function rollBack(database: DatabaseSync): SqliteStatement {
	const statement = adapt(database.prepare("rollback"));
	const nothing = { changes: 0, lastInsertRowid: 0 };
	return { ...statement, run: (parameters) => (database.isTransaction ? statement.run(parameters) : nothing) };
}

function makePrivateFile(file: string): void {
	makeFolder(dirname(file));
	closeSync(openSync(file, "a", 0o600));
}

/**
 * Makes a folder and those above it. Node's own `recursive` never ends below a folder that takes no other, such as /proc:
 * it makes the one above, hears that it exists, and begins again (Node 26.10 on Linux).
 */
function makeFolder(folder: string): void {
	if (existsSync(folder) || folder === dirname(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		if (!existsSync(folder)) throw error; // else another process has made it meanwhile
	}
}
