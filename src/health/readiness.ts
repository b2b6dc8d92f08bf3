import type { Clock } from "../clock.ts";
import type { ServerCount, ShardState } from "../fact.ts";
import type { FileState } from "../store/file.ts";
import { probe } from "../store/monitoring.ts";
import type { Store } from "../store/queryable.ts";
import { patiently, sparingly } from "./asking.ts";

/** Whether Byname can greet now, and the state of each thing that it needs for that. */
export interface Readiness {
	ready: boolean;
	/** One line each, e.g. `store: writable`. */
	lines: string[];
}

/**
 * Byname can greet when all its shards are ready, the store can be written, and every server has been seen. One in an
 * outage is not waited for: nobody can say when that is over.
 */
export function readinessOf(shards: readonly ShardState[], servers: ServerCount, store: StoreState): Readiness {
	const gateway = shards.length === 0 ? "not connected yet" : [...new Set(shards)].join(", ");
	const { all, seen, unavailable } = servers;
	const outage = unavailable > 0 ? `, ${unavailable} unavailable` : "";
	return {
		ready: gateway === "ready" && store === "writable" && seen + unavailable === all,
		lines: [`gateway: ${gateway}`, `servers: ${seen} of ${all} seen${outage}`, `store: ${store}`],
	};
}

/**
 * Whether the store can be written; `silent` when it says neither yes nor no in time. What is written to a file that is no
 * longer in its place is lost.
 */
export type StoreState = "writable" | "not writable" | "silent" | "file removed" | "file replaced";

/** What is asked. */
interface ProbingContext {
	store: Store;
	clock: Clock;
	fileState(): FileState;
}

/** Returns a function that asks whether the store can be written. It never rejects. */
export function probing({ store, clock, fileState }: ProbingContext, withinMs?: number): () => Promise<StoreState> {
	const isWritable = sparingly(
		() =>
			probe(store, clock.now()).then(
				() => "writable" as const,
				() => "not writable" as const,
			),
		clock,
	);
	const ask = patiently(isWritable, withinMs);
	return () => {
		const files = fileState();
		return files === "in place" ? ask() : Promise.resolve(`file ${files}` as const);
	};
}
