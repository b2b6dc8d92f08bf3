import type { SimInteraction } from "../../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { wait } from "../../../rehearsal/wait.ts";
import { ALL_HOSTS, saveProfile } from "../../../src/store/settings.ts";
import { openStore } from "../../../src/store/store.ts";
import { freePort } from "../../free-port.ts";
import { type Bot, type BotKind, startBot } from "./bot.ts";
import { onDatabase } from "./kinds.ts";
import { childrenOf, memoryOf } from "./memory.ts";
import { uniqueNames } from "./names.ts";
import { orAbort } from "./or-abort.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { type Trace, traceAll } from "./trace.ts";
import { ANSWER_MS } from "./watched-stage.ts";
import { storeWebinar } from "./webinar-over.ts";

/** Who came to the webinar that is over. */
export const ATTENDED = 10_000;
const PICTURE = /\.png$/;
const FILE = /\.(csv|zip)$/;
const REPORTS = 3;
/** Who comes to another session meanwhile, one by one: more than there is time for. */
const COMING = 250;
const WARM_UP = 3;
const ALONE = 15;
/** Longer than a channel needs to get a post back, so that no limit plays a part. */
const EVERY_MS = 1_200;
const PATIENCE_MS = 5 * 60_000;
const SETTLING_MS = 4_000;
const LOOK_EVERY_MS = 20;

/** How a host looks back at a large webinar while guests come to another one; milliseconds, infinite for what did not happen. */
export interface LookBack {
	bot: string;
	/** From the command to the card with its numbers and its picture, each time. */
	cards: number[];
	/** From the press to the file with everybody's name. */
	file: number;
	/** From gateway packet to request, for who comes: with nothing else to do, during the cards, during the file. */
	greeted: { alone: Spread; cards: Spread; file: Spread };
	/** How long the event loop stood still at most, beyond what the measuring takes. */
	stoodStill: { cards: number; file: number };
	/** Resident memory in MiB with its children: before, and at most; null where unknown. */
	memory: { idle: number | null; most: number | null };
	/** What the bot itself logged as warnings and errors. */
	troubles: string[];
}

/** Has a host ask for the report of a webinar of thousands, and for its file, while guests come to another session. */
export async function runLookBack(kind: BotKind, ending: AbortSignal): Promise<LookBack> {
	const simulator = await startSimulator({ latencyMs: ANSWER_MS });
	try {
		const server = simulator.addServer({ name: "Bench" });
		const [stage, other] = [server.addStage("Main stage"), server.addStage("Stage 2")];
		const [host, hostOfOther] = [server.addMember("Hope"), server.addMember("Lea")];
		const names = uniqueNames(ATTENDED + COMING);
		const guests = names.slice(0, ATTENDED).map((name) => server.addMember(name).id);
		const coming = names.slice(ATTENDED).map((name) => ({ name, member: server.addMember(name) }));
		const cast = { serverId: server.id, roomId: stage.id, hostId: host.id, guests };
		const filled = onDatabase(kind, async (url) => {
			await storeWebinar(url, cast);
			const store = await openStore(url, () => undefined);
			await saveProfile(store, server.id, ALL_HOSTS, { pace: "swift" }).finally(() => store.destroy());
		});
		const port = await freePort();
		const connected = simulator.ready();
		const bot = await startBot(filled, simulator, { HEALTH_PORT: String(port) });
		try {
			const signal = AbortSignal.any([ending, bot.signal]);
			await orAbort(connected, signal);
			await hostOfOther.joins(other, { speaker: true });
			await wait(SETTLING_MS / 2, signal);
			await other.opens({ topic: "Bench", by: hostOfOther });
			await wait(SETTLING_MS, signal);
			return await look({ kind, simulator, bot, host, stage: other, coming, port, signal });
		} finally {
			await bot.stop();
		}
	} finally {
		await simulator.stop();
	}
}

interface Guest {
	name: string;
	member: SimMember;
}

interface Scene {
	kind: BotKind;
	simulator: Simulator;
	bot: Bot;
	host: SimMember;
	/** Where guests come to. */
	stage: SimRoom;
	coming: readonly Guest[];
	port: number;
	signal: AbortSignal;
}

async function look({ kind, simulator, bot, host, stage, coming, port, signal }: Scene): Promise<LookBack> {
	const guests = letCome(coming, stage, signal);
	const memory = watchMemory(bot.pid);
	try {
		await wait((WARM_UP + ALONE) * EVERY_MS, signal);
		const [idle, alone] = [memory.now(), guests.count()];
		await stoodStillAt(port);
		const cards: number[] = [];
		let asked: SimInteraction | null = null;
		for (let nth = 0; nth < REPORTS; nth++) {
			const since = performance.now();
			asked = await host.runs("report session");
			cards.push((await fileAt(asked, PICTURE, signal)) - since);
			await wait(EVERY_MS, signal);
		}
		const [stoodForCards, afterCards] = [await stoodStillAt(port), guests.count()];
		const since = performance.now();
		const pressed = await asked?.clicks(idOfFile(asked));
		const file = pressed ? (await fileAt(pressed, FILE, signal)) - since : Number.POSITIVE_INFINITY;
		await wait(EVERY_MS, signal);
		const traces = guests.traces(simulator);
		const spreadFrom = (from: number, to: number) => spreadOf(traces.slice(from, to).flatMap(toRequest));
		return {
			...{ bot: kind.name, cards, file },
			greeted: {
				alone: spreadFrom(WARM_UP, alone),
				cards: spreadFrom(alone, afterCards),
				file: spreadFrom(afterCards, traces.length - 1), // who came last may still wait
			},
			stoodStill: { cards: stoodForCards, file: await stoodStillAt(port) },
			memory: { idle, most: memory.most() },
			troubles: [...bot.troubles],
		};
	} finally {
		guests.stop();
		memory.stop();
	}
}

function toRequest({ packetAt, requestedAt }: Trace): number {
	return (requestedAt ?? Number.POSITIVE_INFINITY) - packetAt;
}

/** Has people come one by one. */
function letCome(coming: readonly Guest[], stage: SimRoom, signal: AbortSignal) {
	const arrivals: { name: string; packetAt: number }[] = [];
	const timer = setInterval(() => {
		const guest = coming[arrivals.length];
		if (!guest || signal.aborted) return;
		arrivals.push({ name: guest.name, packetAt: performance.now() });
		void guest.member.joins(stage);
	}, EVERY_MS);
	return {
		count: () => arrivals.length,
		traces({ requests }: Simulator): Trace[] {
			const path = `/channels/${stage.id}/messages`;
			const said = requests.filter((request) => request.method === "POST" && request.path === path);
			const namings = said.map(({ body, receivedAt }) => ({ content: JSON.stringify(body), at: receivedAt }));
			return traceAll(arrivals, namings, []);
		},
		stop: () => clearInterval(timer),
	};
}

/** When an answer came that has such a file, as `performance.now()` counts. */
async function fileAt({ messages }: SimInteraction, name: RegExp, signal: AbortSignal): Promise<number> {
	const until = performance.now() + PATIENCE_MS;
	while (performance.now() < until) {
		if (messages.some(({ files }) => files.some((file) => name.test(file.name)))) return performance.now();
		await wait(LOOK_EVERY_MS, signal);
	}
	return Number.POSITIVE_INFINITY;
}

function idOfFile({ messages }: SimInteraction): string {
	const [id] = /report:csv:[\w-]+/.exec(JSON.stringify(messages.at(-1)?.components)) ?? [];
	if (id === undefined) throw new Error("the report has no button for its file");
	return id;
}

/** How long the event loop has stood still at most since this was asked for last, beyond its shortest turn: that is the measuring's. */
async function stoodStillAt(port: number): Promise<number> {
	const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
	const seconds = (which: string) =>
		Number(new RegExp(`^nodejs_eventloop_lag_${which}_seconds (\\S+)`, "m").exec(text)?.[1]);
	return (seconds("max") - seconds("min")) * 1_000;
}

/** Looks at the memory of a process and its children again and again. */
function watchMemory(pid: number) {
	let now: number | null = null;
	let most: number | null = null;
	const timer = setInterval(async () => {
		const all = await Promise.all([pid, ...(await childrenOf(pid))].map(memoryOf));
		now = all[0] == null ? null : all.reduce<number>((sum, one) => sum + (one ?? 0), 0);
		most = now === null ? most : Math.max(most ?? 0, now);
	}, 100);
	return { now: () => now, most: () => most, stop: () => clearInterval(timer) };
}
