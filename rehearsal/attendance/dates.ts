import { type DateOrder, isOrdered, readMoment } from "./times.ts";

/** How to read dates such as 03/04/2026, and whether that was a guess. */
export interface ReadingOfDates {
	order: DateOrder;
	isGuess: boolean;
}

/**
 * Decides which number of a date is the month, from all the dates of a file.
 *
 * A number above 12 settles it; else the order under which the joins and leaves (`moments`) lie closer together, since
 * a webinar takes hours and not months; else AM and PM mean month first, as in the United States, and 24 hours day first.
 */
export function readingOfDates(cells: string[], moments: string[]): ReadingOfDates {
	const dates = [...new Set(cells.filter(isOrdered))];
	const possible = (order: DateOrder) => dates.filter((date) => readMoment(date, order)).length;
	const [monthFirst, dayFirst] = [possible("month first"), possible("day first")];
	if (monthFirst !== dayFirst) return { order: monthFirst > dayFirst ? "month first" : "day first", isGuess: false };

	const spans = { month: span(moments, "month first"), day: span(moments, "day first") };
	if (spans.month !== spans.day) {
		return { order: spans.month < spans.day ? "month first" : "day first", isGuess: false };
	}
	const hasHalves = dates.some((date) => /[ap]\.?\s?m\.?/i.test(date));
	const differ = dates.some((date) => readMoment(date, "month first")?.at !== readMoment(date, "day first")?.at);
	return { order: hasHalves ? "month first" : "day first", isGuess: differ };
}

function span(moments: string[], order: DateOrder): number {
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const cell of moments) {
		const at = isOrdered(cell) ? readMoment(cell, order)?.at : undefined;
		if (at === undefined) continue;
		first = Math.min(first, at);
		last = Math.max(last, at);
	}
	return last - first;
}
