import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import { type BotKind, startBot } from "./bot.ts";
import { namesIn, uniqueNames } from "./names.ts";
import { orAbort } from "./or-abort.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { ANSWER_MS } from "./watched-stage.ts";

/** Greeted in one message, one of whom becomes quiet. */
const BATCH = 110;
/** Who press at the same time. */
export const PRESSING = 200;
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 10;
const SETTLING_MS = 4_000;

/** How soon it shows that guests become quiet; milliseconds, infinite for what did not happen. */
export interface Presses {
	bot: string;
	/** Of one guest among many in a message: from the press until the message is changed, and whether it is but for their name. */
	one: { changed: number; othersStand: boolean };
	/** Of many who press at once: until each is answered, and until no message names any of them. */
	many: { answered: Spread; changed: number; edits: number; rateLimited: number };
	/** What the bot itself logged as warnings and errors. */
	troubles: string[];
}

/** Has people greeted who then become quiet: one alone, and many at once. */
export async function runPresses(kind: BotKind, ending: AbortSignal): Promise<Presses> {
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	const server = simulator.addServer({ name: "Bench" });
	const stage = server.addStage("Main stage");
	const host = server.addMember("Hope");
	const people = uniqueNames(BATCH + PRESSING).map((name) => ({ name, member: server.addMember(name) }));
	const ready = simulator.ready();
	const bot = await startBot(kind, simulator);
	try {
		const signal = AbortSignal.any([ending, bot.signal]);
		await orAbort(ready, signal);
		await host.joins(stage, { speaker: true });
		await wait(SETTLING_MS / 2, signal);
		await stage.opens({ topic: "Bench", by: host });
		await wait(SETTLING_MS, signal);
		const [first = [], others = []] = [people.slice(0, BATCH), people.slice(BATCH)];
		const [speaker, ...batch] = first; // who comes first is greeted alone, while the others gather
		await Promise.all(first.map(({ member }) => member.joins(stage)));
		await standing(stage, first, signal);
		const one = await pressOf(batch[Math.floor(batch.length / 2)] ?? speaker, stage, signal);
		await Promise.all(others.map(({ member }) => member.joins(stage)));
		await standing(stage, others, signal);
		const before = editsOf(simulator).length;
		const since = performance.now();
		const answered = await Promise.all(others.map(({ member }) => becomesQuiet(member)));
		const changed = (await goneAt(stage, others, signal)) - since;
		const edits = editsOf(simulator).length - before;
		const { rateLimited } = simulator;
		return {
			...{ bot: kind.name, one, many: { answered: spreadOf(answered), changed, edits, rateLimited } },
			troubles: [...bot.troubles],
		};
	} finally {
		await bot.stop();
		await simulator.stop();
	}
}

interface Guest {
	name: string;
	member: SimMember;
}

/** Resolves when all of them are named, and a moment has passed. */
async function standing(stage: SimRoom, guests: readonly Guest[], signal: AbortSignal): Promise<void> {
	const until = performance.now() + PATIENCE_MS;
	while (performance.now() < until && !guests.every(({ name }) => isNamed(stage, name))) await wait(100, signal);
	await wait(SETTLING_MS / 2, signal);
}

async function pressOf(guest: Guest | undefined, stage: SimRoom, signal: AbortSignal): Promise<Presses["one"]> {
	const post = stage.messages.find(({ content }) => guest && namesIn(content, (one) => one === guest.name).length > 0);
	if (!guest || !post) return { changed: Number.POSITIVE_INFINITY, othersStand: false };
	const [before, after] = post.content.split(guest.name);
	const since = performance.now();
	await becomesQuiet(guest.member);
	const changed = (await goneAt(stage, [guest], signal)) - since;
	const { content } = post;
	return { changed, othersStand: content.startsWith(before ?? "") && content.endsWith(after ?? "") };
}

/** How long it took until they were answered. */
async function becomesQuiet(member: SimMember): Promise<number> {
	const since = performance.now();
	await (await member.runs("me quiet")).reply(PATIENCE_MS);
	return performance.now() - since;
}

/** When nobody of them was named any more. */
async function goneAt(stage: SimRoom, guests: readonly Guest[], signal: AbortSignal): Promise<number> {
	const until = performance.now() + PATIENCE_MS;
	while (performance.now() < until) {
		if (!guests.some(({ name }) => isNamed(stage, name))) return performance.now();
		await wait(LOOK_EVERY_MS, signal);
	}
	return Number.POSITIVE_INFINITY;
}

function isNamed(stage: SimRoom, name: string): boolean {
	return stage.messages.some(({ content }) => content.includes(name));
}

function editsOf({ requests }: { requests: readonly { method: string; path: string }[] }) {
	return requests.filter(({ method, path }) => method === "PATCH" && path.startsWith("/channels/"));
}
