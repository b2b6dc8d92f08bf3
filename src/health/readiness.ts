import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { ServerCount, ShardState } from "../fact.ts";
import type { FileState } from "../store/file.ts";
import { probe } from "../store/monitoring.ts";
import type { Store } from "../store/queryable.ts";

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

/** A store that has not answered by then is `silent`. Real time, whatever `Clock` is in use: the store's answer takes real time, too. */
const STORE_ANSWERS_WITHIN_MS = 8_000;
/** An answer is used again for this long, so that nobody can keep the store busy by asking. */
const ANSWER_LASTS_MS = 1_000;

/** What is asked. */
interface ProbingContext {
	store: Store;
	clock: Clock;
	fileState(): FileState;
}

/** Returns a function that asks whether the store can be written. It never rejects. */
export function probing({ store, clock, fileState }: ProbingContext, withinMs?: number): () => Promise<StoreState> {
	let answer: { state: StoreState; at: number } | null = null;
	const ask = patiently(async () => {
		const state = await probe(store, clock.now()).then(
			() => "writable" as const,
			() => "not writable" as const,
		);
		answer = { state, at: clock.steady() };
		return state;
	}, withinMs);
	return () => {
		const files = fileState();
		if (files !== "in place") return Promise.resolve(`file ${files}` as const);
		const fresh = answer !== null && clock.steady() - answer.at < ANSWER_LASTS_MS;
		return fresh && answer ? Promise.resolve(answer.state) : ask();
	};
}

/**
 * Returns a function that asks a question, but not again while it is still unanswered, however often it is called. An
 * answer that does not come in time is `silent`; the next call still waits for it. Rejects when the question does.
 */
export function patiently<T>(
	question: () => Promise<T>,
	withinMs: number = STORE_ANSWERS_WITHIN_MS,
): () => Promise<T | "silent"> {
	let asking: Promise<T> | null = null;
	return () => {
		asking ??= question().finally(() => {
			asking = null;
		});
		const answered = new AbortController();
		const patience = wait(withinMs, "silent" as const, { signal: answered.signal }).catch(() => "silent" as const);
		return Promise.race([asking, patience]).finally(() => answered.abort());
	};
}
