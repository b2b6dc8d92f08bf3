import type { Naming } from "../bench/trace.ts";
import { readTrialPost } from "../chaos/trial-post.ts";
import type { Coming } from "./hall.ts";

/** Who was greeted, and how often. */
export interface HallTally {
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

/** Somebody's coming to a session, and what the room said to them. */
interface Visited extends Coming {
	greetedAt: number[];
	thanks: number;
}

/**
 * Counts the greetings in a room. Each belongs to the session its person had come to last; `dueUntil`: who came later
 * need not have been greeted yet.
 */
export function tallyOf(comings: readonly Coming[], posts: readonly Naming[], dueUntil: number): HallTally {
	const visits = comings.map((coming): Visited => ({ ...coming, greetedAt: [], thanks: 0 }));
	const mishaps = hearAll(
		Map.groupBy(visits, ({ who }) => who),
		posts,
	);
	const greeted = visits.filter(({ greetedAt }) => greetedAt.length > 0);
	const lost = visits.filter(({ dueAt, greetedAt }) => greetedAt.length === 0 && dueAt <= dueUntil);
	const again = visits.filter(({ greetedAt }) => greetedAt.length > 1);
	return {
		came: comings.length,
		greeted: greeted.length,
		doubled: [
			...mishaps,
			...again.map(
				({ who, session, greetedAt }) => `${who} is greeted ${greetedAt.length} times in session ${session}`,
			),
		],
		lost: lost.map(({ who, session }) => `${who} came to session ${session}`),
		worstMs: Math.max(0, ...greeted.map(({ dueAt, greetedAt: [first = dueAt] }) => first - dueAt)),
	};
}

/** Notes what posts say to whom; returns what they say to nobody, or thank for a second time. */
function hearAll(visits: ReadonlyMap<string, Visited[]>, posts: readonly Naming[]): string[] {
	const mishaps: string[] = [];
	for (const { content, at } of posts) {
		const said = readTrialPost(content).said.map(({ who, kind }) => ({ who: who ?? "somebody unnamed", kind }));
		for (const { who, kind } of said) {
			if (kind === "afterHours") continue; // to whoever finds the door closed, once a day
			const visit = visits.get(who)?.findLast((one) => one.at <= at);
			if (!visit) mishaps.push(`${who} is greeted without having come: "${content}"`);
			else if (kind !== "thanks") visit.greetedAt.push(at);
			else if (++visit.thanks > 1) mishaps.push(`${who} is thanked again: "${content}"`);
		}
	}
	return mishaps;
}

/** Several rooms together. */
export function sumOf(tallies: readonly HallTally[]): HallTally {
	const sum = (of: (tally: HallTally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
	return {
		came: sum(({ came }) => came),
		greeted: sum(({ greeted }) => greeted),
		doubled: tallies.flatMap(({ doubled }) => doubled),
		lost: tallies.flatMap(({ lost }) => lost),
		worstMs: Math.max(0, ...tallies.map(({ worstMs }) => worstMs)),
	};
}
