import type { Summary } from "./happening.ts";
import type { Tally } from "./tally.ts";

/** What the tallies cannot know. */
export type Circumstances = Pick<Summary, "complete" | "noShows" | "staff" | "rateLimited" | "errors">;

/** Adds up the sessions of a rehearsal. */
export function summarize(tallies: readonly Tally[], circumstances: Circumstances): Summary {
	const attendees = tallies.flatMap((tally) => [...tally.attendees.values()]);
	const greetings = attendees.flatMap(({ greeting }) => greeting ?? []);
	const delays = attendees.flatMap(({ away, greeting }) => (greeting && !away ? greeting.delayMs : []));
	const said = (moment: string) => greetings.filter((greeting) => greeting.moment === moment).length;
	const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
	return {
		type: "summary",
		...circumstances,
		arrivals: attendees.length,
		returns: sum(({ returns }) => returns),
		greeted: greetings.length,
		notGreeted: tallies.flatMap(({ notGreeted }) => notGreeted.map(({ id, name }) => ({ id, name }))),
		moments: { early: said("early"), onTime: said("onTime"), late: said("late") },
		welcomedBack: greetings.filter(({ welcomedBack }) => welcomedBack).length,
		whileAway: attendees.filter(({ away }) => away).length,
		posts: sum(({ posts }) => posts),
		thanksPosts: sum(({ thanksPosts }) => thanksPosts),
		toThank: sum(({ toThank }) => toThank),
		thanked: sum(({ thanked }) => thanked),
		delayMs: medianAndWorst(delays),
		duplicates: tallies.flatMap(({ duplicates }) => duplicates),
		strangers: tallies.flatMap(({ strangers }) => strangers),
		unread: tallies.flatMap(({ unread }) => unread),
	};
}

/** The median (the mean of the middle two for an even number) and the worst; null for no values. */
export function medianAndWorst(values: readonly number[]): { median: number; worst: number } | null {
	const sorted = values.toSorted((a, b) => a - b);
	const worst = sorted.at(-1);
	if (worst === undefined) return null;
	const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? worst, sorted[sorted.length >> 1] ?? worst];
	return { median: (low + high) / 2, worst };
}

/** Whether it was played to its end, and everyone who came was greeted, once, and nobody else was. */
export function wentWell({ complete, notGreeted, duplicates, strangers, unread }: Summary): boolean {
	return complete && [notGreeted, duplicates, strangers, unread].every((mishaps) => mishaps.length === 0);
}
