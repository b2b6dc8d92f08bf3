import { fewestOf, leastOf } from "./least-of.ts";
import type { Run } from "./run.ts";
import { DURABILITY, SCENARIOS, SINGLE, TRICKLE } from "./scenarios.ts";
import type { Spread } from "./spread.ts";
import { count, span } from "./table.ts";

/** The heading of `rowsOf`. */
export const HEADING = [
	"arrivals",
	"bot",
	"named",
	"posts",
	"429s",
	"median",
	"p95",
	"worst",
	"to request, median",
	"p95",
];
/** How many columns of it are words. */
export const WORD_COLUMNS = 2;

const DELAYS: (keyof Spread)[] = ["median", "p95", "worst"];

/** One row for each run, by scenario, the least possible below them. */
export function rowsOf(runs: readonly Run[]): string[][] {
	const rows: string[][] = [];
	const alone = { word: "", comings: [0], rooms: 1, bareMs: 0 };
	const single = { ...alone, id: SINGLE, title: "1, nothing waiting" };
	const durability = { ...alone, id: DURABILITY, title: "1, what fsync costs" };
	for (const scenario of [single, durability, ...SCENARIOS]) {
		const here = runs.filter((run) => run.scenario === scenario.id);
		if (here.length === 0) continue;
		rows.push(...here.map((run) => rowOf(scenario.title, run)));
		if (scenario.bareMs === "reckoned") rows.push(...estimate(scenario, runs));
		const times = here[0] && here[0].people > scenario.comings.length ? here[0].people : 1;
		const rowOfLeast = (name: string, { posts, ...delays }: ReturnType<typeof leastOf>) => {
			const figures = DELAYS.map((key) => span(delays[key]));
			return [scenario.title, name, count(scenario.comings.length * times), count(posts * times), "0", ...figures];
		};
		if (scenario.word === TRICKLE) rows.push(rowOfLeast("fewest posts, nobody over 21 s", fewestOf(scenario)));
		rows.push(rowOfLeast("least possible", leastOf(scenario)), []);
	}
	return rows;
}

function rowOf(title: string, run: Run): string[] {
	const delays = DELAYS.map((key) => `${run.delay.atLeast.includes(key) ? "≥ " : ""}${span(run.delay[key])}`);
	const named = run.named === run.people ? count(run.named) : `${count(run.named)} of ${count(run.people)}`;
	const isAlone = run.scenario === SINGLE || run.scenario === DURABILITY;
	const request = isAlone ? [span(run.toRequest.median), span(run.toRequest.p95)] : [];
	return [title, run.bot, named, count(run.posts), count(run.rateLimited), ...delays, ...request];
}

/** How the bare bot would fare if it went on at the pace it keeps elsewhere: one post a person. */
function estimate({ title, comings }: { title: string; comings: number[] }, runs: readonly Run[]): string[][] {
	const bare = runs.findLast((run) => run.bot.startsWith("bare") && run.postsPerSecond > 0 && run.scenario !== SINGLE);
	if (!bare) return [];
	const delayOf = (share: number) => {
		const nth = Math.ceil(share * comings.length);
		return `≈ ${span((nth / bare.postsPerSecond) * 1_000 - (comings[nth - 1] ?? 0))}`;
	};
	const delays = [delayOf(0.5), delayOf(0.95), delayOf(1)];
	return [[title, bare.bot, "(estimate)", `≈ ${count(comings.length)}`, "", ...delays]];
}
