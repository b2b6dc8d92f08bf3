import type { Compilable } from "kysely";

/** Stands between statements. None of ours contains it: values are parameters. */
const SEPARATOR = ";\n";

/** Several statements as one, for SQLite alone, which runs them as a transaction: all or nothing. It returns no rows. */
export function scriptOf(statements: readonly [Compilable, ...Compilable[]]): Compilable<unknown> {
	const [first, ...others] = statements;
	return {
		compile() {
			const compiled = [first.compile(), ...others.map((one) => one.compile())] as const;
			const [{ query, queryId }] = compiled;
			const sql = compiled.map((one) => one.sql).join(SEPARATOR);
			return { query, queryId, sql, parameters: compiled.flatMap((one) => one.parameters) };
		},
	};
}

/** The statements of a script, and how many parameters each takes; a single one for what is no script. */
export function statementsOf(script: string): { sql: string; takes: number }[] {
	return script.split(SEPARATOR).map((sql) => ({ sql, takes: sql.split("?").length - 1 }));
}
