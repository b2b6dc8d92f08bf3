import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from "kysely";
import type { Queryable } from "./queryable.ts";

/** Stands for a value while a statement is built. `path` are the keys that lead to it. */
class Slot {
	readonly path: readonly string[];

	constructor(path: readonly string[]) {
		this.path = path;
	}
}

/** The SQL of all statements that are kept: few, and executed again and again. */
export const reused = new Set<string>();

/**
 * A statement that is built once and from then on only filled in: building one takes as long as executing it, and these
 * are executed whenever somebody arrives. One for several people is built anew, because it is rarely that many again.
 * `values` hold nothing but plain values, in objects and lists; `build` must not look at them. What it returns names its
 * columns: PostgreSQL keeps no statement that returns all of them when another process, of a later version, adds one.
 */
export function reusable<V extends object, R>(build: (db: Queryable, values: V) => Compilable<R>) {
	const kept = new WeakMap<DialectAdapter, Map<string, CompiledQuery<R>>>(); // an engine writes it its own way
	return (db: Queryable, values: V): Promise<QueryResult<R>> => {
		const sizes = Object.values(values).flatMap((value) => (Array.isArray(value) ? value.length : []));
		if (sizes.some((size) => size > 1)) return db.executeQuery(build(db, values).compile());
		const { adapter } = db.getExecutor();
		const statements = kept.get(adapter) ?? new Map<string, CompiledQuery<R>>();
		kept.set(adapter, statements);
		const shape = sizes.join(" ");
		const statement = statements.get(shape) ?? build(db, slotsFor(values)).compile();
		statements.set(shape, statement);
		reused.add(statement.sql);
		return db.executeQuery({ ...statement, parameters: statement.parameters.map((value) => fill(value, values)) });
	};
}

function slotsFor<V>(value: V, path: readonly string[] = []): V {
	if (typeof value !== "object" || value === null) return new Slot(path) as V;
	const slots = Object.entries(value).map(([key, part]) => [key, slotsFor(part, [...path, key])] as const);
	return (Array.isArray(value) ? slots.map(([, slot]) => slot) : Object.fromEntries(slots)) as V;
}

function fill(parameter: unknown, values: object): unknown {
	if (!(parameter instanceof Slot)) return parameter;
	return parameter.path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], values);
}
