import type { ShardState } from "../discord/gateway.ts";
import type { StoreState } from "./probe.ts";

/** Whether Byname can greet now, and what there is to say about each thing that takes. */
export interface Readiness {
	ready: boolean;
	/** One line each, e.g. `store: writable`. */
	lines: string[];
}

/** Byname can greet when all its shards are ready and the store can be written. */
export function readinessOf(shards: readonly ShardState[], store: StoreState): Readiness {
	const gateway = shards.length === 0 ? "not connected yet" : [...new Set(shards)].join(", ");
	return {
		ready: gateway === "ready" && store === "writable",
		lines: [`gateway: ${gateway}`, `store: ${store}`],
	};
}
