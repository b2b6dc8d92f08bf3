import { tmpdir } from "node:os";
import { EXIT, runProgram, tell } from "../../../rehearsal/program.ts";
import { type Postgres, startPostgres } from "../../postgres.ts";
import type { BotKind } from "./bot.ts";
import { runCrowd } from "./crowd.ts";
import { measureFsync } from "./fsync.ts";
import {
	bareBot,
	bynameAgain,
	bynameAnew,
	bynameOnPostgres,
	bynameOnSqlite,
	postgresWithoutFsync,
	sqliteWithoutFsync,
} from "./kinds.ts";
import { type LookBack, runLookBack } from "./look-back.ts";
import { type BenchOptions, type Measurements, readOptions } from "./options.ts";
import { type Presses, runPresses } from "./presses.ts";
import { jsonOf, reportOf } from "./report.ts";
import { type Restart, runRestart } from "./restart.ts";
import type { Results } from "./results.ts";
import type { Run } from "./run.ts";
import { DURABILITY, SCENARIOS, type Scenario, SINGLE, TRICKLE } from "./scenarios.ts";
import { runSingle } from "./single.ts";
import { runStart, type Start } from "./start.ts";

/** How long Byname may take after the last arrival. */
const PATIENCE_MS = 60_000;

/** Measures what is asked for, one after another; the bare bot's crowds, which mostly wait, all at the same time. */
async function bench(asked: Measurements, signal: AbortSignal): Promise<Results> {
	const { single, durability, start, restart, presses, lookBack, scenarios } = asked;
	let postgres: Postgres | null = null;
	try {
		if (single || durability || restart || presses || lookBack || scenarios.some(({ onPostgres }) => onPostgres)) {
			tell("starting PostgreSQL");
			postgres = await startPostgres();
		}
		const bynames = [bynameOnSqlite, ...(postgres ? [bynameOnPostgres(postgres)] : [])];
		const runs: Run[] = [];
		if (single) {
			tell("one by one: Byname and the bare bot in turn");
			runs.push(...(await runSingle(SINGLE, [...bynames, bareBot], signal)));
		}
		const fsync = durability ? await measureFsync(tmpdir()) : null;
		if (durability) runs.push(...(await runDurability(bynames, postgres, signal)));
		runs.push(...(await runCrowds(scenarios.filter(isCrowd), bynames, signal)));
		const starts = start ? await runStarts(signal) : [];
		const restarts = restart ? await runRestarts(bynames, signal) : [];
		const pressed = presses ? await runAllPresses(bynames, signal) : [];
		const lookBacks = lookBack ? await runLookBacks(bynames, signal) : [];
		runs.push(...(await runBare(scenarios, signal)));
		runs.push(
			...(await runTrickles(
				scenarios.filter((scenario) => !isCrowd(scenario)),
				signal,
			)),
		);
		return { runs, starts, restarts, presses: pressed, lookBacks, fsync };
	} finally {
		await postgres?.stop();
	}
}

function runDurability(bynames: readonly BotKind[], postgres: Postgres | null, signal: AbortSignal): Promise<Run[]> {
	tell("one by one: Byname with and without fsync in turn");
	const relaxed = [sqliteWithoutFsync, ...(postgres ? [postgresWithoutFsync(postgres)] : [])];
	return runSingle(DURABILITY, [...bynames, ...relaxed], signal);
}

async function runCrowds(
	scenarios: readonly Scenario[],
	bynames: readonly BotKind[],
	signal: AbortSignal,
): Promise<Run[]> {
	const runs: Run[] = [];
	for (const scenario of scenarios) {
		for (const kind of scenario.onPostgres ? bynames : [bynameOnSqlite]) {
			tell(`${scenario.title}: ${kind.name}`);
			runs.push(await runCrowd(scenario, kind, { patienceMs: PATIENCE_MS, signal }));
		}
	}
	return runs;
}

/** All at the same time: that is mostly waiting. */
function runTrickles(scenarios: readonly Scenario[], signal: AbortSignal): Promise<Run[]> {
	for (const { title } of scenarios) tell(`${title}: ${bynameOnSqlite.name}`);
	return Promise.all(
		scenarios.map((scenario) => runCrowd(scenario, bynameOnSqlite, { patienceMs: PATIENCE_MS, signal })),
	);
}

function isCrowd({ word }: Scenario): boolean {
	return word !== TRICKLE;
}

function runStarts(signal: AbortSignal): Promise<Start[]> {
	tell("started: Byname and the bare bot in turn");
	return runStart([bynameAgain, bareBot, bynameAnew], signal);
}

async function runRestarts(bynames: readonly BotKind[], signal: AbortSignal): Promise<Restart[]> {
	const restarts: Restart[] = [];
	for (const kind of bynames) {
		tell(`started again: ${kind.name}`);
		restarts.push(await runRestart(kind, signal));
	}
	return restarts;
}

async function runAllPresses(bynames: readonly BotKind[], signal: AbortSignal): Promise<Presses[]> {
	const all: Presses[] = [];
	for (const kind of bynames) {
		tell(`guests who become quiet: ${kind.name}`);
		all.push(await runPresses(kind, signal));
	}
	return all;
}

async function runLookBacks(bynames: readonly BotKind[], signal: AbortSignal): Promise<LookBack[]> {
	const all: LookBack[] = [];
	for (const kind of bynames) {
		tell(`a host who looks back at a session of 10,000: ${kind.name}`);
		all.push(await runLookBack(kind, signal));
	}
	return all;
}

/** Where only what would take the bare bot hours was asked for, 200 at once show its pace. */
function runBare(scenarios: readonly Scenario[], signal: AbortSignal): Promise<Run[]> {
	const isToBeReckoned = scenarios.some(({ bareMs }) => bareMs === "reckoned");
	const short = scenarios.filter(({ bareMs }) => typeof bareMs === "number");
	const chosen = short.length === 0 && isToBeReckoned ? SCENARIOS.filter(({ word }) => word === "crowd") : short;
	for (const { title } of chosen) tell(`${title}: ${bareBot.name}`);
	const patienceOf = ({ bareMs }: Scenario) => (typeof bareMs === "number" ? bareMs : 0);
	return Promise.all(
		chosen.map((scenario) => runCrowd(scenario, bareBot, { patienceMs: patienceOf(scenario), signal })),
	);
}

const ENDED = "The bench was ended before it was done.";

async function work(asked: BenchOptions, signal: AbortSignal): Promise<number> {
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

await runProgram(readOptions, work, ENDED);
