import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { SqliteStatement } from "kysely";
import { statementsOf } from "./script.ts";

/** Prepared statements kept; batches of different sizes are different statements. */
const MOST_STATEMENTS = 200;

/** Returns a function that prepares a statement, or finds it prepared. */
export function preparing(database: DatabaseSync): (sql: string) => SqliteStatement {
	const statements = new Map<string, SqliteStatement>();
	return (sql) => {
		let statement = statements.get(sql);
		if (!statement) {
			statement = prepared(database, sql);
			if (statements.size >= MOST_STATEMENTS) statements.clear();
			statements.set(sql, statement);
		}
		return statement;
	};
}

function prepared(database: DatabaseSync, sql: string): SqliteStatement {
	if (sql === "rollback") return rollBack(database);
	const statements = statementsOf(sql);
	return statements.length > 1 ? script(database, statements) : adapt(database.prepare(immediate(sql)));
}

/** A transaction takes the write lock at its start: of two processes one then comes after the other, and none fails half-way. */
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

/** Runs statements as one transaction, or as part of the one that is under way: a savepoint is both. */
function script(database: DatabaseSync, statements: ReturnType<typeof statementsOf>): SqliteStatement {
	const steps = statements.map(({ sql, takes }) => ({ statement: adapt(database.prepare(sql)), takes }));
	const begin = database.prepare("savepoint script");
	const end = adapt(database.prepare("release script"));
	const takeBack = database.prepare("rollback to script");
	return {
		...end,
		run(parameters) {
			begin.run();
			try {
				let from = 0;
				for (const { statement, takes } of steps) {
					statement.run(parameters.slice(from, from + takes));
					from += takes;
				}
				return end.run([]);
			} catch (error) {
				// A full disk has ended the transaction already.
				if (database.isTransaction) {
					takeBack.run();
					end.run([]);
				}
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
