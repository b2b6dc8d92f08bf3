import { keepsGrowing } from "./line-length.ts";
import type { Results } from "./results.ts";
import type { Run } from "./run.ts";
import { SINGLE } from "./scenarios.ts";
import { spreadOf } from "./spread.ts";
import { count, span } from "./table.ts";

/** A figure that Byname must reach, and what it came to. */
export interface Wanted {
	wanted: string;
	bot: string;
	found: string;
	reached: boolean;
}

/** Holds the results against what is wanted of them. */
export function judge({ runs, restarts }: Pick<Results, "runs" | "restarts">): Wanted[] {
	const byname = runs.filter(({ bot }) => bot.startsWith("Byname"));
	return [...judgeAll(byname), ...byname.flatMap(judgeOne), ...restarts.map(judgeRestart)];
}

function judgeAll(runs: readonly Run[]): Wanted[] {
	if (runs.length === 0) return [];
	const limited = sum(runs.map((run) => run.rateLimited));
	const missing = sum(runs.map((run) => run.people - run.named));
	const twice = sum(runs.map((run) => run.namedTwice));
	return [
		{ wanted: "429s: 0", bot: "Byname, all runs", found: count(limited), reached: limited === 0 },
		{
			wanted: "everyone named, exactly once",
			bot: "Byname, all runs",
			found: `${count(missing)} not named, ${count(twice)} twice`,
			reached: missing + twice === 0,
		},
	];
}

function judgeOne(run: Run): Wanted[] {
	const { bot, delay, posts, line, named, people } = run;
	switch (run.scenario) {
		case SINGLE: {
			const { median } = run.toRequest;
			const wanted = "a single arrival: packet to outgoing request under 5 ms at the median";
			return [{ wanted, bot, found: span(median), reached: median < 5 }];
		}
		case "crowd":
			return [
				{
					wanted: "200 at once: all named in at most 4 posts and 2 s",
					bot,
					found: `${count(named)} named, ${posts} posts, ${span(delay.worst)}`,
					reached: named === people && posts <= 4 && delay.worst <= 2_000,
				},
			];
		case "rush":
			return [
				{
					wanted: "1,000 in 10 s: p95 under 1.5 s, at most 16 posts",
					bot,
					found: `p95 ${span(delay.p95)}, ${posts} posts`,
					reached: named === people && delay.p95 < 1_500 && posts <= 16,
				},
			];
		case "flood":
			return [
				{
					wanted: "10,000 in 2 min: the line never grows without bound",
					bot,
					found: line ? `longest in each 30 s: ${line.mostByQuarter.map(count).join(", ")}` : "",
					reached: named === people && line !== null && !keepsGrowing(line),
				},
			];
	}
	return [];
}

function judgeRestart({ bot, stored, rounds }: Results["restarts"][number]): Wanted {
	const { median, worst } = spreadOf(rounds.map(({ missed }) => missed));
	return {
		wanted: `started again with ${count(stored)} attendances: who came meanwhile is greeted within 2 s at the median`,
		bot,
		found: `${span(median)}, at worst ${span(worst)}`,
		reached: median < 2_000,
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
