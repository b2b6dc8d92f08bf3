import { EXIT, runProgram } from "../../../rehearsal/program.ts";
import { type Postgres, startPostgres } from "../../postgres.ts";
import { type Engine, postgresAt, sqlite } from "./database.ts";
import { diaryOf } from "./diary.ts";
import { type Asked, readOptions } from "./options.ts";
import { planWave, TRIALS_PER_WAVE } from "./plan.ts";
import { Kennel } from "./process.ts";
import { add, describe, isClean, newTally, type Tally } from "./tally.ts";
import { runWave } from "./wave.ts";

/** Runs wave after wave, as many side by side as there are lanes, until all are done or `signal` aborts. */
async function chaos(asked: Asked, engine: Engine, tally: Tally, signal: AbortSignal): Promise<void> {
	const { trials, seed, trial, lanes } = asked;
	const count = Math.ceil(trials / TRIALS_PER_WAVE);
	const waves = trial === null ? Array.from(Array(count).keys()) : [Math.floor(trial / TRIALS_PER_WAVE)];
	const kennel = new Kennel(Math.min(lanes, waves.length) + 1);
	const began = performance.now();
	async function lane(): Promise<void> {
		for (let wave = waves.shift(); wave !== undefined && !signal.aborted; wave = waves.shift()) {
			const left = trial === null ? trials - wave * TRIALS_PER_WAVE : TRIALS_PER_WAVE;
			const plan = planWave(seed, wave, Math.min(TRIALS_PER_WAVE, left));
			const result = await runWave(plan, engine, kennel);
			if (signal.aborted) return;
			add(tally, plan, result);
			tally.seconds = (performance.now() - began) / 1_000;
			for (const one of result.trials) {
				const failed = tally.failings.some((failing) => failing.trial === one.cast.trial);
				const told = one.cast.trial === trial || failed || result.crashed !== null;
				if (asked.verbose && told) process.stdout.write(diaryOf(one, result));
			}
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

async function work(asked: Asked, signal: AbortSignal): Promise<number> {
	const tally = newTally(asked.engine === "postgres" ? "PostgreSQL" : "SQLite", asked.seed);
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
