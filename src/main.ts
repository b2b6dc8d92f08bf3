import { setImmediate as nextTurn } from "node:timers/promises";
import type { Logger } from "pino";
import about from "../package.json" with { type: "json" };
import { systemClock } from "./clock.ts";
import { readConfig } from "./config.ts";
import { askForGateway } from "./discord/ahead.ts";
import { Ending, exitCodeOf, LONGEST_STOP_MS } from "./ending.ts";
import { isEnvFileOpen, readEnvironment } from "./environment.ts";
import { guardEventLoop } from "./health/pulse.ts";
import { createLog, readableOn } from "./log.ts";
import { textOf } from "./unquoted.ts";

// Everything else is loaded by `main`, when the settings are known to be right and Discord has been asked.

async function main(): Promise<void> {
	const config = readConfig(readEnvironment());
	const begun = askForGateway(config, about.dependencies["discord.js"]);
	process.stderr.on("error", () => undefined); // it may be the same broken pipe
	const sink = await readableOn(process.stdout);
	const log = createLog(config.logLevel, sink);
	const signal = endOfProcess(log);
	if (isEnvFileOpen())
		log.warn("others on this machine can read .env, and whoever has the token in it is the bot; type: chmod 600 .env");
	guardEventLoop((err) => log.error({ err }, "nobody listens to the pulse of the event loop any more"));
	const { run, warmUpSoon } = await loadAll();
	warmUpSoon((err) => log.warn({ err }, "the warm-up has failed; the first greeting takes a moment longer"));
	await run({ config, begun, log, clock: systemClock, random: Math.random, signal, linesLost: sink.lost });
}

/** Loads the whole of Byname a part at a time, so that in between Node sees to what is on its way to Discord and back. */
async function loadAll() {
	const parts = [() => import("discord.js"), () => import("./store/store.ts"), () => import("../commands/index.ts")];
	for (const load of parts) {
		await nextTurn();
		await load();
	}
	await nextTurn();
	const [{ run }, { warmUpSoon }] = await Promise.all([import("./run.ts"), import("./warm-up.ts")]);
	return { run, warmUpSoon };
}

/** Aborts when the process is asked to end: by Ctrl-C, or by its supervisor. */
function endOfProcess(log: Logger): AbortSignal {
	const ending = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"] as const) {
		process.on(name, () => {
			if (ending.signal.aborted) process.exit(0);
			log.info("stopping; what is under way is finished first");
			setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
			ending.abort();
		});
	}
	return ending.signal;
}

/** Says why the process ends, and ends it. */
function endWith(error: unknown): never {
	process.stderr.write(`${error instanceof Ending ? error.message : textOf(error)}\n`);
	process.exit(exitCodeOf(error));
}

process.on("uncaughtException", endWith); // Node's own words would quote what the error quotes
main().then(() => process.exit(0), endWith);
