import type { Entry } from "./entries.ts";
import type { Ledger } from "./ledger.ts";
import { problemAt } from "./problems.ts";
import { DAY_MS, type FileTime } from "./times.ts";

/** When the webinar was, where a file says so. */
interface WebinarSpan {
	opened: FileTime | null;
	closed: FileTime | null;
}

/**
 * Puts bare times of day in order across midnight: after the longest silence of the clock a new session begins.
 *
 * Who comes at 00:05 to a webinar that fills from 23:50 came after the others, not a day before them.
 */
export function overMidnight(entries: Entry[]): Entry[] {
	const joins = entries.flatMap((entry) => entry.enteredAt ?? []).toSorted((a, b) => a - b);
	const first = joins[0];
	if (first === undefined) return entries;
	let [begin, longest] = [first, first + DAY_MS - (joins.at(-1) ?? first)];
	for (const [i, at] of joins.entries()) {
		const silence = at - (joins[i - 1] ?? at);
		if (silence > longest) [begin, longest] = [at, silence];
	}
	return entries.map((entry) => (entry.enteredAt !== null && entry.enteredAt < begin ? nextDay(entry) : entry));
}

function nextDay(entry: Entry): Entry {
	const later = (at: number | null) => (at === null ? null : at + DAY_MS);
	return { ...entry, enteredAt: later(entry.enteredAt), leftAt: later(entry.leftAt) };
}

/**
 * Notes a problem for every row that lies more than a day away from the others, and from what the file says of when the
 * webinar was: one session is played at a time.
 */
export function checkOneSession(entries: Entry[], { opened, closed }: WebinarSpan, ledger: Ledger): void {
	const joins = entries.flatMap((entry) => entry.enteredAt ?? []).toSorted((a, b) => a - b);
	const middle = joins[Math.floor((joins.length - 1) / 2)];
	if (middle === undefined) return;
	const shown = (at: number) => new Date(at).toISOString().slice(0, 16).replace("T", " ");
	const [from, to] = opened && closed ? [opened.at - DAY_MS, closed.at + DAY_MS] : [middle, middle];
	const isFar = (at: number) => Math.abs(at - middle) > DAY_MS && !(at >= from && at <= to);
	for (const { enteredAt, leftAt, place } of entries) {
		const far = [enteredAt, leftAt].find((at) => at !== null && isFar(at));
		if (far === undefined || far === null) continue;
		const expected = `one session, everyone within a day of ${shown(middle)}`;
		ledger.problems.push(problemAt(place, expected, `a stay that reaches ${shown(far)}`));
	}
}
