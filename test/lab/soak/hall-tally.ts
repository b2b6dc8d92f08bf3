import { readPost } from "../chaos/read.ts";
import type { Coming } from "./hall.ts";

/** A post as it stands in a room; `at` as `performance.now()` counts. */
export interface Post {
	content: string;
	at: number;
}

/** Who was greeted, and how often. */
export interface Tally {
	/** People who came to a session, once per person and session, and how many of them were greeted. */
	came: number;
	greeted: number;
	/** Greetings said twice, or to nobody who came; thanks said twice. */
	doubled: string[];
	/** People who were to be greeted and were not. */
	lost: string[];
	/** From when they were to be greeted to the post, in milliseconds. */
	worstMs: number;
}

/**
 * Counts the greetings in a room. Each belongs to the session its person had come to last; `dueUntil`: who came later
 * need not have been greeted yet.
 */
export function tallyOf(comings: readonly Coming[], posts: readonly Post[], dueUntil: number): Tally {
	const tally: Tally = { came: comings.length, greeted: 0, doubled: [], lost: [], worstMs: 0 };
	const visits = Map.groupBy(
		comings.map((coming) => ({ ...coming, greetedAt: [] as number[], thanks: 0 })),
		({ who }) => who,
	);
	for (const { content, at } of posts) {
		for (const { who, kind } of readPost(content).said) {
			if (kind === "afterHours") continue; // to whoever finds the door closed, once a day
			const visit = visits.get(who)?.findLast((one) => one.at <= at);
			if (!visit) tally.doubled.push(`${who} is greeted without having come: "${content}"`);
			else if (kind !== "thanks") visit.greetedAt.push(at);
			else if (++visit.thanks > 1) tally.doubled.push(`${who} is thanked again: "${content}"`);
		}
	}
	for (const { who, session, dueAt, greetedAt } of [...visits.values()].flat()) {
		const [first, ...again] = greetedAt;
		if (first !== undefined) {
			tally.greeted++;
			tally.worstMs = Math.max(tally.worstMs, first - dueAt);
		} else if (dueAt <= dueUntil) tally.lost.push(`${who} came to session ${session}`);
		if (again.length > 0) tally.doubled.push(`${who} is greeted ${greetedAt.length} times in session ${session}`);
	}
	return tally;
}

/** Several rooms together. */
export function sumOf(tallies: readonly Tally[]): Tally {
	const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
	return {
		came: sum(({ came }) => came),
		greeted: sum(({ greeted }) => greeted),
		doubled: tallies.flatMap(({ doubled }) => doubled),
		lost: tallies.flatMap(({ lost }) => lost),
		worstMs: Math.max(0, ...tallies.map(({ worstMs }) => worstMs)),
	};
}
