import { startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import { type BotKind, startBot } from "./bot.ts";
import { orAbort } from "./or-abort.ts";
import { ANSWER_MS } from "./watched-stage.ts";

const ROUNDS = 9;
/** Memory is looked at when a start is over, with all that still has to be done after it. */
const SETTLING_MS = 1_000;

/** How long a bot takes from the start of its process until Discord has shown it its servers, several times over. */
export interface Start {
	bot: string;
	/** Milliseconds, one for each start. */
	ready: number[];
	/** Resident memory in MiB after each start; null where unknown. */
	memory: (number | null)[];
	/** What the bot itself logged as warnings and errors. */
	troubles: string[];
}

/**
 * Starts several bots, again and again. They take turns, so that whatever else the machine does falls on all of them
 * alike. The first start of each does not count: it makes what later ones find.
 */
export async function runStart(kinds: readonly BotKind[], signal: AbortSignal): Promise<Start[]> {
	const starts = kinds.map((kind): Start => ({ bot: kind.name, ready: [], memory: [], troubles: [] }));
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [index, kind] of kinds.entries()) {
			const { ready, memory, troubles } = await startOnce(kind, signal);
			if (round === 0) continue;
			starts[index]?.ready.push(ready);
			starts[index]?.memory.push(memory);
			starts[index]?.troubles.push(...troubles);
		}
	}
	return starts;
}

async function startOnce(kind: BotKind, ending: AbortSignal) {
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	try {
		simulator.addServer({ name: "Bench" }).addStage("Main stage");
		const connected = simulator.ready();
		const bot = await startBot(kind, simulator);
		try {
			const signal = AbortSignal.any([ending, bot.signal]);
			await orAbort(connected, signal);
			const ready = performance.now() - bot.startedAt;
			await wait(SETTLING_MS, signal);
			return { ready, memory: await bot.memory(), troubles: bot.troubles };
		} finally {
			await bot.stop();
		}
	} finally {
		await simulator.stop();
	}
}
