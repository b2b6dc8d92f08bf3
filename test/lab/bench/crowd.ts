import { wait } from "../../../rehearsal/wait.ts";
import type { BotKind } from "./bot.ts";
import { uniqueNames } from "./names.ts";
import { type Run, runOf } from "./run.ts";
import { inRooms, type Scenario } from "./scenarios.ts";
import { openWatchedStage, type WatchedStage } from "./watched-stage.ts";

const LOOK_EVERY_MS = 250;
/** After the last greeting: whether somebody is greeted a second time, and what the memory comes down to. */
const AFTERWARDS_MS = 4_000;

/** Lets a scenario's people come, and waits until all are named or `patienceMs` after the last has come. */
export async function runCrowd(
	scenario: Scenario,
	kind: BotKind,
	{ patienceMs, signal }: { patienceMs: number; signal: AbortSignal },
): Promise<Run> {
	const names = uniqueNames(scenario.comings.length);
	const groups = inRooms(names, scenario.rooms);
	const venue = await openWatchedStage(kind, groups, { pace: scenario.pace, ending: signal });
	try {
		const start = await venue.bot.memory();
		await comeAll(venue, scenario.comings, names);
		const done = await allNamed(venue, names.length, patienceMs);
		if (done) await wait(AFTERWARDS_MS, venue.signal);
		return runOf(kind, scenario, venue, { memory: { start, end: await venue.bot.memory() } });
	} finally {
		await venue.close();
	}
}

async function comeAll(venue: WatchedStage, comings: readonly number[], names: readonly string[]): Promise<void> {
	const startedAt = performance.now();
	for (const [index, name] of names.entries()) {
		const dueInMs = (comings[index] ?? 0) - (performance.now() - startedAt);
		if (dueInMs > 0) await wait(dueInMs, venue.signal);
		venue.arrive(name);
	}
}

/** False when the patience is over first. */
async function allNamed(venue: WatchedStage, people: number, patienceMs: number): Promise<boolean> {
	const until = performance.now() + patienceMs;
	while (performance.now() < until) {
		if (venue.named() === people) return true;
		await wait(LOOK_EVERY_MS, venue.signal);
	}
	return false;
}
