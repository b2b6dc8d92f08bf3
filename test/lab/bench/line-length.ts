import type { Trace } from "./trace.ts";

/** How many people waited to be named. */
export interface LineLength {
	/** The most at once. */
	most: number;
	/** The most at once in each quarter of the time in which people came. */
	mostByQuarter: number[];
	/** At the end of each quarter. */
	atQuarters: number[];
}

/** Counts who had come and was not named yet; `fromMs` and `lastsMs` say when people came. */
export function lineLength(traces: readonly Trace[], fromMs: number, lastsMs: number): LineLength {
	const steps = traces
		.flatMap(({ packetAt, acceptedAt }) => [
			{ at: packetAt, by: 1 },
			...(acceptedAt === null ? [] : [{ at: acceptedAt, by: -1 }]),
		])
		.toSorted((a, b) => a.at - b.at);
	const mostByQuarter = [0, 0, 0, 0];
	const atQuarters = [0, 0, 0, 0];
	let waiting = 0;
	let most = 0;
	for (const { at, by } of steps) {
		waiting += by;
		most = Math.max(most, waiting);
		const quarter = Math.floor(((at - fromMs) / lastsMs) * 4);
		if (quarter > 3) continue;
		mostByQuarter[quarter] = Math.max(mostByQuarter[quarter] ?? 0, waiting);
		atQuarters.fill(waiting, quarter);
	}
	return { most, mostByQuarter, atQuarters };
}

/** Whether the line grows without bound: its longest in the last quarter is well above that in the second. */
export function keepsGrowing({ mostByQuarter: [, second = 0, , last = 0] }: LineLength): boolean {
	return last > 1.5 * second + 20;
}
