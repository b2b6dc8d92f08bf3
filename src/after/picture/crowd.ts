import type { Crowd, PictureFacts } from "./facts.ts";

/** The times in what is known of attendees, in any order. */
export function crowdOf(attendees: PictureFacts["attendees"]): Crowd {
	const stays = attendees.reduce((sum, { spans }) => sum + spans.length, 0);
	const arrivals = new Float64Array(attendees.length);
	const [entered, left] = [new Float64Array(stays), new Float64Array(stays)];
	let [arrival, stay] = [0, 0];
	for (const { arrivedAt, spans } of attendees) {
		arrivals[arrival++] = arrivedAt;
		for (const { from, to } of spans) {
			entered[stay] = from;
			left[stay++] = Math.max(to, from + 1); // who leaves in the millisecond in which they came was there for it
		}
	}
	return { arrivals, entered, left };
}

/** The same times, each list in order. */
export function inOrder({ arrivals, entered, left }: Crowd): Crowd {
	return { arrivals: arrivals.toSorted(), entered: entered.toSorted(), left: left.toSorted() };
}

/**
 * How many were in at most in each of a row of spans of time, which follow one another. They are given by their ends; the
 * first begins before anything has happened, and an end belongs to the next span. Who leaves as another comes is not counted
 * beside them.
 */
export function mostIn({ entered, left }: Crowd, ends: readonly number[]): number[] {
	let inside = 0;
	let [came, went] = [0, 0];
	return ends.map((end) => {
		let most = inside;
		for (;;) {
			const entering = entered[came] ?? end;
			const leaving = left[went] ?? end;
			if (Math.min(entering, leaving) >= end) return most;
			if (leaving <= entering) {
				inside--;
				went++;
			} else {
				inside++;
				came++;
				most = Math.max(most, inside);
			}
		}
	});
}
