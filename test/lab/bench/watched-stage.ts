import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import { type Bot, type BotKind, startBot } from "./bot.ts";
import { orAbort } from "./or-abort.ts";
import { type Trace, traceAll } from "./trace.ts";

/** How long the simulated Discord takes to answer; it accepts a post half-way. */
export const ANSWER_MS = 100;
/** A session's opening settles for two seconds, and a process that has just started is not at its best. */
const SETTLING_MS = 4_000;

/** A stage with a session on, and a bot that watches it. */
export interface WatchedStage {
	readonly simulator: Simulator;
	readonly bot: Bot;
	/** Somebody comes in. */
	arrive(name: string): void;
	/** How many posts there are. */
	posts(): number;
	/** Everybody who has come so far, and how they were greeted. */
	traces(): Trace[];
	/** Aborts when the bot ends by itself or the bench is to end. */
	readonly signal: AbortSignal;
	close(): Promise<void>;
}

/** Opens a simulated Discord with a live stage, and lets a bot of this kind watch it. */
export async function openWatchedStage(
	kind: BotKind,
	names: readonly string[],
	ending: AbortSignal,
): Promise<WatchedStage> {
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	let bot: Bot | undefined;
	try {
		const server = simulator.addServer({ name: "Bench" });
		const stage = server.addStage("Main stage");
		const host = server.addMember("Hope");
		await host.joins(stage, { speaker: true });
		const people = new Map(names.map((name) => [name, server.addMember(name)]));
		const ready = simulator.ready();
		bot = await startBot(kind, simulator);
		const signal = AbortSignal.any([ending, bot.signal]);
		await orAbort(ready, signal);
		await wait(SETTLING_MS / 2, signal);
		await stage.opens({ topic: "Bench", by: host });
		await wait(SETTLING_MS, signal);
		return venue(simulator, stage, people, bot, signal);
	} catch (error) {
		await bot?.stop();
		await simulator.stop();
		throw error;
	}
}

function venue(
	simulator: Simulator,
	stage: SimRoom,
	people: ReadonlyMap<string, SimMember>,
	bot: Bot,
	signal: AbortSignal,
): WatchedStage {
	const arrivals: { name: string; packetAt: number }[] = [];
	const path = `/channels/${stage.id}/messages`;
	return {
		simulator,
		bot,
		signal,
		arrive(name) {
			const packetAt = performance.now();
			void people.get(name)?.joins(stage);
			arrivals.push({ name, packetAt });
		},
		posts: () => stage.messages.length,
		traces() {
			const requests = simulator.requests
				.filter((request) => request.method === "POST" && request.path === path)
				.map(({ body, receivedAt }) => ({ content: contentOf(body), at: receivedAt }));
			const posts = stage.messages.map(({ content, acceptedRealMs }) => ({ content, at: acceptedRealMs }));
			return traceAll(arrivals, requests, posts);
		},
		async close() {
			await bot.stop();
			await simulator.stop();
		},
	};
}

function contentOf(body: unknown): string {
	return typeof body === "object" && body && "content" in body ? String(body.content) : "";
}
