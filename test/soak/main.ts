import type { Kind } from "../bench/bot.ts";
import { bynameOnPostgres, bynameOnSqlite } from "../bench/kinds.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { readOptions } from "./options.ts";
import { jsonOf, lineOf, reportOf } from "./report.ts";
import { type Plan, type Soak, soak } from "./soak.ts";
import { isGood, judge } from "./verdict.ts";

/** About two people a second come for the first time, in nine rooms of three servers, and the rooms stay about as full. */
function planFor(kind: Kind, minutes: number): Plan {
	return {
		kind,
		lastsMs: minutes * 60_000,
		sampleEveryMs: 10_000,
		troubleEveryMs: 15_000, // one in eight makes it identify: 720 a day, of the 1,000 that Discord allows
		servers: 3,
		hallsPerServer: 3,
		pace: {
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

function tell(step: string): void {
	process.stderr.write(`… ${step}\n`);
}

const EXIT = { missed: 1, mistake: 2, interrupted: 130 };

async function main(): Promise<number> {
	const asked = readOptions(process.argv.slice(2));
	if (asked.kind === "help") {
		process.stdout.write(asked.text);
		return 0;
	}
	if (asked.kind === "mistake") {
		process.stderr.write(asked.text);
		return EXIT.mistake;
	}
	const ending = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"] as const) {
		process.on(name, () => {
			if (ending.signal.aborted) process.exit(EXIT.interrupted);
			ending.abort(new Error("The soak was ended before it began."));
		});
	}
	let postgres: Postgres | undefined;
	let soaked: Soak;
	try {
		if (asked.engine === "postgres") {
			tell("starting PostgreSQL");
			postgres = await startPostgres();
		}
		const kind = postgres ? bynameOnPostgres(postgres) : bynameOnSqlite;
		tell(`${kind.name}, ${asked.minutes} minutes; Ctrl-C ends it with what it has so far`);
		soaked = await soak(planFor(kind, asked.minutes), (soFar) => tell(lineOf(soFar)), ending.signal);
	} catch (error) {
		if (!ending.signal.aborted) throw error;
		process.stderr.write("The soak was ended before it began.\n");
		return EXIT.interrupted;
	} finally {
		await postgres?.stop();
	}
	process.stdout.write(asked.json ? jsonOf(soaked) : reportOf(soaked));
	if (ending.signal.aborted) return EXIT.interrupted;
	return isGood(judge(soaked)) ? 0 : EXIT.missed;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
		process.exit(EXIT.missed);
	},
);
