import type { Crowd, Stay } from "./facts.ts";

/** The times in stays. Takes 10 ms for 30,000. */
export function crowdOf(stays: readonly Stay[]): Crowd {
	const arrivals = new Map<string, number>();
	for (const { userId, enteredAt } of stays) {
		arrivals.set(userId, Math.min(enteredAt, arrivals.get(userId) ?? enteredAt));
	}
	return {
		entered: inOrder(stays.map(({ enteredAt }) => enteredAt)),
		left: inOrder(stays.flatMap(({ leftAt }) => leftAt ?? [])),
		arrivals: inOrder([...arrivals.values()]),
	};
}

/** How many were in the room at most at once. Who leaves and comes back in the same instant counts once. */
export function mostAtOnce(crowd: Crowd): number {
	return Math.max(0, ...mostIn(crowd, [Number.POSITIVE_INFINITY]));
}

/**
 * How many were in at most in each of a row of spans of time, which follow one another. They are given by their ends; the
 * first begins before anything has happened, and an end belongs to the next span.
 */
export function mostIn({ entered, left }: Crowd, ends: readonly number[]): number[] {
	let inside = 0;
	let [came, went] = [0, 0];
	return ends.map((end) => {
		let most = inside;
		for (;;) {
			const entering = entered[came] ?? end;
			const leaving = left[went] ?? end;
			// Somebody has to be in to leave: a stay without any length counts as well.
			if (inside > 0 && leaving < end && leaving <= entering) {
				inside--;
				went++;
			} else if (entering < end) {
				inside++;
				came++;
				most = Math.max(most, inside);
			} else return most;
		}
	});
}

/** Sorted by value: typed arrays do that ten times as fast. */
function inOrder(times: readonly number[]): number[] {
	return [...Float64Array.from(times).sort()];
}
