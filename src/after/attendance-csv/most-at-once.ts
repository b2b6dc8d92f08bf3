import type { Stay } from "./rows.ts";

/** How many were in at the same time, at most. Who leaves as another comes has left before. */
export function mostAtOnce(stays: readonly Stay[]): number {
	const entries = Float64Array.from(stays, ({ enteredAt }) => enteredAt).sort();
	const exits = Float64Array.from(stays, ({ leftAt }) => leftAt ?? Number.POSITIVE_INFINITY).sort();
	let [most, gone] = [0, 0];
	for (const [came, at] of entries.entries()) {
		while ((exits[gone] ?? Number.POSITIVE_INFINITY) <= at) gone++;
		most = Math.max(most, came + 1 - gone);
	}
	return most;
}
