import { EXIT, runProgram } from "../../../rehearsal/program.ts";
import { type Postgres, startPostgres } from "../../postgres.ts";
import { withoutVillain } from "./calm.ts";
import { add, type ChaosTally, describe, isClean, newTally } from "./chaos-tally.ts";
import { type DatabaseSupply, postgresAt, sqlite } from "./database.ts";
import { diaryOf } from "./diary.ts";
import { type ChaosOptions, readOptions } from "./options.ts";
import { planWave, TRIALS_PER_WAVE } from "./plan-wave.ts";
import { Kennel } from "./process.ts";
import { runWave, type WaveResult } from "./wave.ts";

/** Runs wave after wave, as many side by side as there are lanes, until all are done or `signal` aborts. */
async function chaos(
	asked: ChaosOptions,
	engine: DatabaseSupply,
	tally: ChaosTally,
	signal: AbortSignal,
): Promise<void> {
	const { seed, lanes } = asked;
	const waves = wavesOf(asked);
	const kennel = new Kennel(Math.min(lanes, waves.length) + 1);
	const began = performance.now();
	async function lane(): Promise<void> {
		for (let next = waves.shift(); next && !signal.aborted; next = waves.shift()) {
			const planned = planWave(seed, next.wave, next.trials);
			const plan = asked.calm ? withoutVillain(planned) : planned;
			const result = await runWave(plan, engine, kennel);
			if (signal.aborted) return;
			add(tally, plan, result);
			tally.seconds = (performance.now() - began) / 1_000;
			if (asked.verbose) process.stdout.write(diariesOf(result, tally, asked.trial));
			if (process.stderr.isTTY) process.stderr.write(`\r… ${tally.trials} trials, ${tally.failings.length} failings`);
		}
	}
	try {
		await Promise.all(Array.from({ length: lanes }, lane));
	} finally {
		await kennel.close();
		if (process.stderr.isTTY) process.stderr.write("\n");
	}
}

/** The waves to run, and how many trials each has: all of them, or the whole one in which the trial asked for is. */
function wavesOf({ trials, trial }: ChaosOptions): { wave: number; trials: number }[] {
	if (trial !== null) return [{ wave: Math.floor(trial / TRIALS_PER_WAVE), trials: TRIALS_PER_WAVE }];
	return Array.from({ length: Math.ceil(trials / TRIALS_PER_WAVE) }, (_, wave) => ({
		wave,
		trials: Math.min(TRIALS_PER_WAVE, trials - wave * TRIALS_PER_WAVE),
	}));
}

/** The diaries of the trial asked for and of those that went wrong; of all when the bot ended by itself. */
function diariesOf(result: WaveResult, { failings }: ChaosTally, trial: number | null): string {
	const failed = new Set(failings.map((failing) => failing.trial));
	const told = result.trials.filter(
		({ cast }) => result.crashed !== null || cast.trial === trial || failed.has(cast.trial),
	);
	return told.map((one) => diaryOf(one, result)).join("");
}

async function work(asked: ChaosOptions, signal: AbortSignal): Promise<number> {
	const engine = asked.engine === "postgres" ? "PostgreSQL" : "SQLite";
	const tally = newTally(asked.calm ? `${engine}, calm` : engine, asked.seed);
	let postgres: Postgres | undefined;
	try {
		if (asked.engine === "postgres") postgres = await startPostgres();
		await chaos(asked, postgres ? postgresAt(postgres.url("postgres")) : sqlite, tally, signal);
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await postgres?.stop();
		process.stdout.write(asked.json ? `${JSON.stringify(tally)}\n` : describe(tally));
	}
	if (signal.aborted) return EXIT.interrupted;
	return isClean(tally) ? 0 : EXIT.failed;
}

await runProgram(readOptions, work, "Chaos was ended before it was done.");
