import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import type { Pace } from "../../../src/store/schema.ts";
import { ALL_HOSTS, saveProfile } from "../../../src/store/settings.ts";
import { openStore } from "../../../src/store/store.ts";
import { type Bot, type BotKind, startBot } from "./bot.ts";
import { onDatabase } from "./kinds.ts";
import { namesIn } from "./names.ts";
import { orAbort } from "./or-abort.ts";
import { type Trace, traceAll } from "./trace.ts";

/** How long the simulated Discord takes to answer; it accepts a post half-way. */
export const ANSWER_MS = 100;
/** A session's opening settles for two seconds, and a process that has just started is not at its best. */
const SETTLING_MS = 4_000;

/** One stage or several with a session on, and a bot that watches them. */
export interface WatchedStage {
	readonly simulator: Simulator;
	readonly bot: Bot;
	/** Somebody comes in. */
	arrive(name: string): void;
	/** How many posts there are. */
	posts(): number;
	/** How many people have been named so far. It reads new posts only, so that looking does not keep the simulator from working. */
	named(): number;
	/** Everybody who has come so far, and how they were greeted. */
	traces(): Trace[];
	/** Aborts when the bot ends by itself or the bench is to end. */
	readonly signal: AbortSignal;
	close(): Promise<void>;
}

/**
 * Opens a simulated Discord with a live stage for each group of names, whose hosts have that pace, and lets a bot of this
 * kind watch them.
 */
export async function openWatchedStage(
	kind: BotKind,
	groups: readonly (readonly string[])[],
	{ pace, ending }: { pace: Pace | null; ending: AbortSignal },
): Promise<WatchedStage> {
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	let bot: Bot | undefined;
	try {
		const server = simulator.addServer({ name: "Bench" });
		const stages: LedStage[] = [];
		const people = new Map<string, () => void>();
		for (const [index, names] of groups.entries()) {
			const led = { stage: server.addStage(`Stage ${index + 1}`), host: server.addMember(`Hope ${index + 1}`) };
			await led.host.joins(led.stage, { speaker: true });
			stages.push(led);
			for (const name of names) {
				const member = server.addMember(name);
				people.set(name, () => void member.joins(led.stage));
			}
		}
		const ready = simulator.ready();
		bot = await startBot(pace ? withPace(kind, server.id, pace) : kind, simulator);
		const signal = AbortSignal.any([ending, bot.signal]);
		await orAbort(ready, signal);
		await wait(SETTLING_MS / 2, signal);
		for (const { stage, host } of stages) await stage.opens({ topic: "Bench", by: host });
		await wait(SETTLING_MS, signal);
		const watched = stages.map(({ stage }) => stage);
		return venue(simulator, watched, people, bot, signal);
	} catch (error) {
		await bot?.stop();
		await simulator.stop();
		throw error;
	}
}

interface LedStage {
	stage: SimRoom;
	host: SimMember;
}

/** The same bot on a database in which a server's hosts have that pace; a bot without a database as it is. */
function withPace(kind: BotKind, serverId: string, pace: Pace): BotKind {
	return onDatabase(kind, async (url) => {
		if (url === "") return;
		const store = await openStore(url, () => undefined);
		await saveProfile(store, serverId, ALL_HOSTS, { pace }).finally(() => store.destroy());
	});
}

function venue(
	simulator: Simulator,
	stages: readonly SimRoom[],
	people: ReadonlyMap<string, () => void>,
	bot: Bot,
	signal: AbortSignal,
): WatchedStage {
	const arrivals: { name: string; packetAt: number }[] = [];
	const paths = new Set(stages.map(({ id }) => `/channels/${id}/messages`));
	return {
		simulator,
		bot,
		signal,
		arrive(name) {
			const packetAt = performance.now();
			people.get(name)?.();
			arrivals.push({ name, packetAt });
		},
		named: countNamed(stages, new Set(people.keys())),
		posts: () => stages.reduce((sum, { messages }) => sum + messages.length, 0),
		traces() {
			const requests = simulator.requests
				.filter((request) => request.method === "POST" && paths.has(request.path))
				.map(({ body, receivedAt }) => ({ content: contentOf(body), at: receivedAt }));
			const messages = stages.flatMap((stage) => stage.messages);
			const posts = messages.map(({ content, acceptedRealMs }) => ({ content, at: acceptedRealMs }));
			return traceAll(arrivals, requests, posts);
		},
		async close() {
			await bot.stop();
			await simulator.stop();
		},
	};
}

function countNamed(stages: readonly SimRoom[], names: ReadonlySet<string>): () => number {
	const named = new Set<string>();
	const read = new Map<SimRoom, number>();
	return () => {
		for (const stage of stages) {
			const posts = stage.messages.slice(read.get(stage));
			for (const { content } of posts) for (const name of namesIn(content, (one) => names.has(one))) named.add(name);
			read.set(stage, stage.messages.length);
		}
		return named.size;
	};
}

function contentOf(body: unknown): string {
	return typeof body === "object" && body && "content" in body ? String(body.content) : "";
}
