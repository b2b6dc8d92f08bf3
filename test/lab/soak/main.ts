import { EXIT, runProgram, tell } from "../../../rehearsal/program.ts";
import { type Postgres, startPostgres } from "../../postgres.ts";
import type { BotKind } from "../bench/bot.ts";
import { bynameOnPostgres, bynameOnSqlite } from "../bench/kinds.ts";
import { readOptions, type SoakOptions } from "./options.ts";
import { jsonOf, lineOf, reportOf } from "./report.ts";
import { type Soak, type SoakPlan, soak } from "./soak.ts";
import { isGood, judgeSoak } from "./verdict.ts";

/** About two people a second come for the first time, in nine rooms of three servers, and the rooms stay about as full. */
function planFor(kind: BotKind, minutes: number): SoakPlan {
	return {
		kind,
		lastsMs: minutes * 60_000,
		sampleEveryMs: 10_000,
		troubleEveryMs: 15_000, // one in eight makes it identify: 720 a day, of the 1,000 that Discord allows
		servers: 3,
		hallsPerServer: 3,
		rhythm: {
			arrivalMs: 3_600,
			sessionMs: 180_000,
			breakMs: 20_000,
			earlyMs: 4_000,
			seenMs: 20_000,
			stayMs: 50_000,
			awayMs: 15_000,
		},
	};
}

const ENDED = "The soak was ended before it began.";

async function work(asked: SoakOptions, signal: AbortSignal): Promise<number> {
	let postgres: Postgres | undefined;
	let soaked: Soak;
	try {
		if (asked.engine === "postgres") {
			tell("starting PostgreSQL");
			postgres = await startPostgres();
		}
		const kind = postgres ? bynameOnPostgres(postgres) : bynameOnSqlite;
		tell(`${kind.name}, ${asked.minutes} minutes; Ctrl-C ends it with what it has so far`);
		soaked = await soak(planFor(kind, asked.minutes), (soFar) => tell(lineOf(soFar)), signal);
	} catch (error) {
		if (!signal.aborted) throw error;
		process.stderr.write(`${ENDED}\n`);
		return EXIT.interrupted;
	} finally {
		await postgres?.stop();
	}
	process.stdout.write(asked.json ? jsonOf(soaked) : reportOf(soaked));
	if (signal.aborted) return EXIT.interrupted;
	return isGood(judgeSoak(soaked)) ? 0 : EXIT.failed;
}

await runProgram(readOptions, work, ENDED);
