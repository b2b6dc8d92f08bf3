import type { Trace } from "./trace.ts";

/** Milliseconds. */
export interface Spread {
	median: number;
	p95: number;
	worst: number;
}

const SHARES = { median: 0.5, p95: 0.95, worst: 1 };

/** The value below or at which the share of all values lies, by nearest rank. NaN for no values. */
function rank(sorted: readonly number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The spread of some values. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	return { median: rank(sorted, SHARES.median), p95: rank(sorted, SHARES.p95), worst: rank(sorted, SHARES.worst) };
}

/**
 * How long people waited for the post that names them. For a run cut off at `endedAt`, who is not named yet has waited at
 * least until then; `atLeast` lists the figures that are lower bounds for that reason.
 */
export function delaysOf(traces: readonly Trace[], endedAt: number): Spread & { atLeast: (keyof Spread)[] } {
	const soFar = spreadOf(traces.map(({ packetAt, acceptedAt }) => (acceptedAt ?? endedAt) - packetAt));
	const open = spreadOf(traces.map(({ packetAt, acceptedAt }) => (acceptedAt ?? Number.POSITIVE_INFINITY) - packetAt));
	const keys = Object.keys(SHARES) as (keyof Spread)[];
	return { ...soFar, atLeast: keys.filter((key) => open[key] !== soFar[key]) };
}
