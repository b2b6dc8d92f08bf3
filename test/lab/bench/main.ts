import { tmpdir } from "node:os";
import { EXIT, runProgram, tell } from "../../../rehearsal/program.ts";
import { type Postgres, startPostgres } from "../../postgres.ts";
import { type Asked, type Plan, readArguments } from "./arguments.ts";
import { runCrowd } from "./crowd.ts";
import { measureFsync } from "./fsync.ts";
import { bareBot, bynameOnPostgres, bynameOnSqlite, postgresWithoutFsync, sqliteWithoutFsync } from "./kinds.ts";
import { jsonOf, reportOf } from "./report.ts";
import { runRestart } from "./restart.ts";
import type { Results } from "./results.ts";
import type { Run } from "./run.ts";
import { DURABILITY, SCENARIOS, type Scenario, SINGLE } from "./scenarios.ts";
import { runSingle } from "./single.ts";

/** How long Byname may take after the last arrival. */
const PATIENCE_MS = 60_000;

/** Measures what is asked for, one after another; the bare bot's crowds, which mostly wait, all at the same time. */
async function bench(plan: Plan, signal: AbortSignal): Promise<Results> {
	const { single, durability, restart, scenarios } = plan;
	const results: Results = { runs: [], restarts: [], fsync: null };
	const { runs, restarts } = results;
	let postgres: Postgres | undefined;
	try {
		if (single || durability || restart || scenarios.some(({ onPostgres }) => onPostgres)) {
			tell("starting PostgreSQL");
			postgres = await startPostgres();
		}
		const onPostgres = postgres ? [bynameOnPostgres(postgres)] : [];
		if (single) {
			tell("one by one: Byname and the bare bot in turn");
			runs.push(...(await runSingle(SINGLE, [bynameOnSqlite, ...onPostgres, bareBot], signal)));
		}
		if (durability) {
			tell("one by one: Byname with and without fsync in turn");
			results.fsync = await measureFsync(tmpdir());
			const relaxed = [sqliteWithoutFsync, ...(postgres ? [postgresWithoutFsync(postgres)] : [])];
			runs.push(...(await runSingle(DURABILITY, [bynameOnSqlite, ...onPostgres, ...relaxed], signal)));
		}
		for (const scenario of scenarios) {
			for (const kind of [bynameOnSqlite, ...(scenario.onPostgres ? onPostgres : [])]) {
				tell(`${scenario.title}: ${kind.name}`);
				runs.push(await runCrowd(scenario, kind, { patienceMs: PATIENCE_MS, signal }));
			}
		}
		for (const kind of restart ? [bynameOnSqlite, ...onPostgres] : []) {
			tell(`started again: ${kind.name}`);
			restarts.push(await runRestart(kind, signal));
		}
		runs.push(...(await runBare(scenarios, signal)));
		return results;
	} finally {
		await postgres?.stop();
	}
}

/** Where only what would take the bare bot hours was asked for, 200 at once show its pace. */
function runBare(scenarios: readonly Scenario[], signal: AbortSignal): Promise<Run[]> {
	if (scenarios.length === 0) return Promise.resolve([]);
	const short = scenarios.filter(({ bareMs }) => bareMs !== null);
	const chosen = short.length > 0 ? short : SCENARIOS.filter(({ word }) => word === "crowd");
	for (const { title } of chosen) tell(`${title}: ${bareBot.name}`);
	return Promise.all(
		chosen.map((scenario) => runCrowd(scenario, bareBot, { patienceMs: scenario.bareMs ?? 0, signal })),
	);
}

const ENDED = "The bench was ended before it was done.";

async function work(asked: Asked, signal: AbortSignal): Promise<number> {
	try {
		const results = await bench(asked, signal);
		process.stdout.write(asked.json ? jsonOf(results) : reportOf(results));
		return 0;
	} catch (error) {
		if (!signal.aborted) throw error;
		process.stderr.write(`${ENDED}\n`);
		return EXIT.interrupted;
	}
}

await runProgram(readArguments, work, ENDED);
