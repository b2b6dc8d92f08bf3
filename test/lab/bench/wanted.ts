import { bareBot, bynameAgain } from "./kinds.ts";
import { keepsGrowing } from "./line-length.ts";
import { ATTENDED, type LookBack } from "./look-back.ts";
import { PRESSING, type Presses } from "./presses.ts";
import type { Results } from "./results.ts";
import type { Run } from "./run.ts";
import { ROOMS, SINGLE, TRICKLE } from "./scenarios.ts";
import { spreadOf } from "./spread.ts";
import type { Start } from "./start.ts";
import { count, span } from "./table.ts";

/** A figure that Byname must reach, and what it came to. */
export interface Wanted {
	wanted: string;
	bot: string;
	found: string;
	reached: boolean;
}

/** Holds the results against what is wanted of them. */
export function judgeBench({ runs, starts, restarts, presses, lookBacks }: Omit<Results, "fsync">): Wanted[] {
	const byname = runs.filter(({ bot }) => bot.startsWith("Byname"));
	return [
		...judgeAll(byname),
		...byname.flatMap(judgeOne),
		...judgeStart(starts),
		...restarts.map(judgeRestart),
		...presses.flatMap(judgePresses),
		...lookBacks.flatMap(judgeLookBack),
	];
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
		case ROOMS:
			return [
				{
					wanted: "30 in 10 s in each of 300 rooms: p95 at most 7.5 s, worst at most 9 s",
					bot,
					found: `p95 ${span(delay.p95)}, worst ${span(delay.worst)}`,
					reached: named === people && delay.p95 <= 7_500 && delay.worst <= 9_000,
				},
			];
	}
	return run.scenario.startsWith(TRICKLE) ? [judgeTrickle(run)] : [];
}

/** How many posts so many people may make who come over eight minutes. */
const MOST_POSTS: Record<number, number> = { 60: 32, 600: 40, 3000: 180 };
const LONGEST_CALM_WAIT_MS = 21_000;

function judgeTrickle({ bot, people, named, posts, delay }: Run): Wanted {
	const most = MOST_POSTS[people] ?? 0;
	return {
		wanted: `${count(people)} in 8 min: at most ${most} posts, and nobody waits longer than 21 s`,
		bot,
		found: `${posts} posts, at worst ${span(delay.worst)}`,
		reached: named === people && posts <= most && delay.worst <= LONGEST_CALM_WAIT_MS,
	};
}

/** How many times as long as the bare bot Byname may take to start. */
const MOST_OF_BARE = 1.4;

/** Byname's start, and not its first, beside the bare bot's of the same round: the machine may be slower in the next. */
function judgeStart(starts: readonly Start[]): Wanted[] {
	const [byname, bare] = [bynameAgain, bareBot].map(({ name }) => starts.find(({ bot }) => bot === name));
	if (!byname || !bare) return [];
	const { median } = spreadOf(byname.ready.map((ms, round) => ms / (bare.ready[round] ?? Number.NaN)));
	const best = Math.min(...byname.ready) / Math.min(...bare.ready);
	return [
		{
			wanted: `from the start of the process to connected: at most ${MOST_OF_BARE} times what the bare bot takes`,
			bot: byname.bot,
			found: `${median.toFixed(2)} times at the median of the rounds, ${best.toFixed(2)} for the best of each`,
			reached: median <= MOST_OF_BARE,
		},
	];
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

function judgePresses({ bot, one, many }: Presses): Wanted[] {
	const { answered, changed } = many;
	return [
		{
			wanted: "who becomes quiet: named no more within 2 s, and the others stand as they were",
			bot,
			found: `${span(one.changed)}, the others ${one.othersStand ? "stand" : "do not stand"}`,
			reached: one.changed <= 2_000 && one.othersStand,
		},
		{
			wanted: `${PRESSING} who become quiet at once: each answered within 3 s, p95 within 1 s`,
			bot,
			found: `p95 ${span(answered.p95)}, at worst ${span(answered.worst)}; nobody named after ${span(changed)}`,
			reached: answered.p95 <= 1_000 && answered.worst <= 3_000,
		},
	];
}

/** How long the event loop may stand still while a host looks back, and what that may take, in MiB. */
const LONGEST_STANDING_MS = 50;
const MOST_MIB = 150;
const LONGEST_GREETING_MS = 250;

function judgeLookBack({ bot, cards, file, greeted, stoodStill, memory }: LookBack): Wanted[] {
	const { median, worst } = spreadOf(cards);
	const stood = Math.max(stoodStill.cards, stoodStill.file);
	const more = memory.most === null || memory.idle === null ? null : memory.most - memory.idle;
	const late = Math.max(greeted.cards.worst, greeted.file.worst);
	return [
		{
			wanted: `the report of a session of ${count(ATTENDED)}: numbers and picture within 2 s, all names within 3 min`,
			bot,
			found: `${span(median)}, at worst ${span(worst)}; ${span(file)}`,
			reached: worst <= 2_000 && file <= 180_000,
		},
		{
			wanted: `meanwhile the event loop stands still for at most ${LONGEST_STANDING_MS} ms, and memory grows by at most ${MOST_MIB} MiB`,
			bot,
			found: `${span(stood)}, ${more === null ? "unknown" : count(more)} MiB`,
			reached: stood <= LONGEST_STANDING_MS && more !== null && more <= MOST_MIB,
		},
		{
			wanted: `meanwhile whoever comes to another session is greeted: packet to outgoing request within ${LONGEST_GREETING_MS} ms`,
			bot,
			found: `at worst ${span(late)}; ${span(greeted.alone.worst)} with nothing else to do`,
			reached: late <= LONGEST_GREETING_MS,
		},
	];
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
