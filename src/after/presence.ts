/** A time that somebody was in a room; milliseconds since the epoch. */
export interface Span {
	from: number;
	to: number;
}

/** The spans of one person with those that touch or overlap made one: nobody is in a room twice. The earliest first. */
export function joined(spans: readonly Span[]): Span[] {
	const all: Span[] = [];
	for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
		const last = all.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else all.push({ from, to: Math.max(from, to) });
	}
	return all;
}

/** How long somebody was in the room, all their times together. */
export function lengthOf(spans: readonly Span[]): number {
	return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * How many people were in a room at the same time, at most, if these are their spans. Who leaves as another comes is not counted beside them; who leaves
 * in the millisecond in which they came was there for it.
 */
export function mostAtOnce(spans: readonly Span[]): number {
	const [entering, leaving] = [new Float64Array(spans.length), new Float64Array(spans.length)];
	for (const [at, { from, to }] of spans.entries()) {
		entering[at] = from;
		leaving[at] = Math.max(to, from + 1);
	}
	entering.sort();
	leaving.sort();
	let [left, most] = [0, 0];
	for (const [before, time] of entering.entries()) {
		while ((leaving[left] ?? Number.POSITIVE_INFINITY) <= time) left++;
		most = Math.max(most, before + 1 - left);
	}
	return most;
}
