import { wait } from "../../../rehearsal/wait.ts";
import type { BotKind } from "./bot.ts";
import { uniqueNames } from "./names.ts";
import { type Run, runOf } from "./run.ts";
import { openWatchedStage, type WatchedStage } from "./watched-stage.ts";

/** The first few let a process warm up and do not count. */
const WARM_UP = 3;
const COUNTED = 30;
/** Longer than a channel needs to get a post back, so that no limit plays a part. */
const EVERY_MS = 1_200;

/**
 * Lets people come one by one to several bots, each on a Discord of its own. The bots take turns, so that each has the
 * machine to itself while somebody comes, and whatever else the machine does falls on all of them alike. `word` is what
 * the scenario is called.
 */
export async function runSingle(word: string, kinds: readonly BotKind[], signal: AbortSignal): Promise<Run[]> {
	const names = uniqueNames(WARM_UP + COUNTED);
	const venues: WatchedStage[] = [];
	try {
		for (const kind of kinds) venues.push(await openWatchedStage(kind, [names], { pace: "swift", ending: signal }));
		const all = AbortSignal.any(venues.map((venue) => venue.signal));
		const start = await Promise.all(venues.map((venue) => venue.bot.memory()));
		for (const name of names) {
			for (const venue of venues) {
				venue.arrive(name);
				await wait(EVERY_MS / venues.length, all);
			}
		}
		await wait(EVERY_MS, all);
		const end = await Promise.all(venues.map((venue) => venue.bot.memory()));
		const scenario = { id: word, lastsMs: 0 };
		return kinds.flatMap((kind, index) => {
			const venue = venues[index];
			const memory = { start: start[index] ?? null, end: end[index] ?? null };
			return venue ? [runOf(kind, scenario, venue, { leaveOut: WARM_UP, memory })] : [];
		});
	} finally {
		await Promise.all(venues.map((venue) => venue.close()));
	}
}
