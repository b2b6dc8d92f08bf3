/** A value at a time, in milliseconds since the beginning. */
export interface Point {
	atMs: number;
	value: number;
}

/** How a value moved once the process was warm. */
export interface Trend {
	/** The median in the second third of the time, and in the last; the first is for warming up. */
	second: number;
	last: number;
	/** From the one to the other, by the hour. */
	perHour: number;
}

const HOUR_MS = 3_600_000;

/** The trend of a value; null when a third of the time has no values. */
export function trendOf(points: readonly Point[]): Trend | null {
	const totalMs = points.at(-1)?.atMs ?? 0;
	const third = (n: number) =>
		points.filter(({ atMs }) => atMs > (n * totalMs) / 3 && atMs <= ((n + 1) * totalMs) / 3).map(({ value }) => value);
	const [second, last] = [median(third(1)), median(third(2))];
	if (second === null || last === null) return null;
	return { second, last, perHour: ((last - second) / (totalMs / 3)) * HOUR_MS }; // from middle to middle is a third
}

/** The median; null for no values. */
export function median(values: readonly number[]): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
