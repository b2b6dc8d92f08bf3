/** How many answers 401, 403 and 429 there were, by span of time. Discord shuts an address out that has 10,000 in ten minutes. */
export type Refusals = readonly { from: number; count: number }[];

const SPAN_MS = 10_000;
const REMEMBERED_MS = 10 * 60_000;

/** With one more at `now`, by the steady clock; those of more than ten minutes ago are forgotten. */
export function withRefusal(refusals: Refusals, now: number): Refusals {
	const kept = refusals.filter(({ from }) => from > now - REMEMBERED_MS - SPAN_MS);
	const last = kept.at(-1);
	if (!last || now - last.from >= SPAN_MS) return [...kept, { from: now, count: 1 }];
	return [...kept.slice(0, -1), { from: last.from, count: last.count + 1 }];
}

/** How many there were in the last ten minutes, or a few seconds more. */
export function countRefusals(refusals: Refusals, now: number): number {
	return refusals.reduce((sum, { from, count }) => (from > now - REMEMBERED_MS - SPAN_MS ? sum + count : sum), 0);
}
