import type { Stay } from "./rows.ts";

/** How many were in at the same time, at most. Who leaves as another comes has left before. */
export function mostAtOnce(stays: readonly Stay[]): number {
	const [entries, exits] = [new Float64Array(stays.length), new Float64Array(stays.length)];
	stays.forEach(({ enteredAt, leftAt }, index) => {
		entries[index] = enteredAt;
		exits[index] = leftAt ?? Number.POSITIVE_INFINITY;
	});
	entries.sort();
	exits.sort();
	let [most, gone] = [0, 0];
	entries.forEach((at, came) => {
		while ((exits[gone] ?? Number.POSITIVE_INFINITY) <= at) gone++;
		most = Math.max(most, came + 1 - gone);
	});
	return most;
}
