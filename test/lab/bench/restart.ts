import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import { type BotKind, startBot } from "./bot.ts";
import { onDatabase } from "./kinds.ts";
import { namesIn, uniqueNames } from "./names.ts";
import { orAbort } from "./or-abort.ts";
import { PAST_ATTENDANCES, storePast } from "./past.ts";
import { ANSWER_MS } from "./watched-stage.ts";

const ROUNDS = 3;
const PRESENT = 200;
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 20;

/** How a bot came back, a few times over; milliseconds, infinite for what did not happen. */
export interface Restart {
	bot: string;
	/** How many attendances it found stored. */
	stored: number;
	rounds: Round[];
	/** What the bot itself logged as warnings and errors. */
	troubles: string[];
}

interface Round {
	/** From the start of the process until Discord has shown it its servers. */
	ready: number;
	/** From the start of the process to the post that names who came while it was down: the first greeting. */
	missed: number;
	/** From gateway packet to accepted post, for who comes after that. */
	next: number;
}

/** Starts a bot with a long past in a session that is on, several times, each time as if it had been down for a while. */
export async function runRestart(kind: BotKind, signal: AbortSignal): Promise<Restart> {
	const restart: Restart = { bot: kind.name, stored: PAST_ATTENDANCES, rounds: [], troubles: [] };
	for (let round = 0; round < ROUNDS; round++) restart.rounds.push(await runRound(kind, restart.troubles, signal));
	return restart;
}

async function runRound(kind: BotKind, troubles: string[], ending: AbortSignal): Promise<Round> {
	const [missedName = "", nextName = "", ...names] = uniqueNames(PRESENT + 2);
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	try {
		const server = simulator.addServer({ name: "Bench" });
		const stage = server.addStage("Main stage");
		const host = server.addMember("Hope");
		await stage.opens({ topic: "Town hall", by: host });
		const present = names.map((name) => server.addMember(name));
		for (const member of present) await member.joins(stage);
		const missed = server.addMember(missedName);
		const next = server.addMember(nextName);
		await missed.joins(stage);
		const ids = { serverId: server.id, roomId: stage.id, hostId: host.id, stageId: stage.instance?.id ?? "" };
		const cast = { ...ids, present: present.map(({ id }) => id), regulars: [missed.id, next.id] };
		const connected = simulator.ready();
		const bot = await startBot(
			onDatabase(kind, (url) => storePast(url, cast)),
			simulator,
		);
		try {
			const signal = AbortSignal.any([ending, bot.signal]);
			await orAbort(connected, signal);
			const ready = performance.now() - bot.startedAt;
			const missedMs = (await namedAt(stage, missedName, signal)) - bot.startedAt;
			const packetAt = performance.now();
			await next.joins(stage);
			return { ready, missed: missedMs, next: (await namedAt(stage, nextName, signal)) - packetAt };
		} finally {
			troubles.push(...bot.troubles);
			await bot.stop();
		}
	} finally {
		await simulator.stop();
	}
}

/** When a post that names somebody was accepted, as `performance.now()` counts. */
async function namedAt(stage: SimRoom, name: string, signal: AbortSignal): Promise<number> {
	const until = performance.now() + PATIENCE_MS;
	while (performance.now() < until) {
		const post = stage.messages.find(({ content }) => namesIn(content, (one) => one === name).length > 0);
		if (post) return post.acceptedRealMs;
		await wait(LOOK_EVERY_MS, signal);
	}
	return Number.POSITIVE_INFINITY;
}
