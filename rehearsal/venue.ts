import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebSocket } from "ws";
import type { Clock } from "../src/clock.ts";
import type { Voice } from "../src/greetings/voice.ts";
import { createLog } from "../src/log.ts";
import { createProfiles } from "../src/profiles/profiles.ts";
import type { ProfileChange } from "../src/profiles/setting-rules.ts";
import { run } from "../src/run.ts";
import { ALL_HOSTS, saveProfile, saveVariants } from "../src/store/settings.ts";
import { openStore } from "../src/store/store.ts";
import type { OwnTexts } from "./own-texts.ts";
import { type NeutralWords, neutralWordsIn } from "./read-post.ts";
import { ScaledClock } from "./scaled-clock.ts";
import type { SimRoom } from "./simulator/room.ts";
import type { SimServer } from "./simulator/server.ts";
import { type Simulator, startSimulator } from "./simulator/simulator.ts";
import { until, wait } from "./wait.ts";
import { WatchedClock } from "./watched-clock.ts";

/** A simulated Discord with a server and a stage, and the real Byname at its door. */
export interface RehearsalVenue {
	discord: Simulator;
	clock: ScaledClock;
	/** The clock as Byname has it. */
	bynameClock: WatchedClock;
	server: SimServer;
	stage: SimRoom;
	/** How Byname speaks here, and what it says for somebody whose name cannot be shown. */
	voice: Voice;
	neutral: NeutralWords;
	/** Whether Byname is running. */
	readonly isOpen: boolean;
	/** Starts Byname, after a `stopByname` again, with the same database; resolves when it has seen the server. */
	startByname(): Promise<void>;
	stopByname(): Promise<void>;
	/** Resolves when Byname has received every packet sent so far. */
	hasHeard(): Promise<void>;
	/** Ends everything and leaves nothing behind. */
	close(): Promise<void>;
}

/** How a venue is to be, and who hears when something goes wrong in it. */
export interface VenueDraft {
	serverName: string;
	/** What the server has set for all its hosts. */
	settings: ProfileChange;
	/** And in place of Byname's own texts. */
	texts: OwnTexts;
	/** The clock's time at the beginning. */
	start: number;
	/** Hears every error that Byname logs. */
	onError(text: string): void;
	/** Hears why Byname stopped although nobody asked it to. */
	onStop(error: unknown): void;
	signal: AbortSignal;
}

/** Sets up a venue; Byname is not started yet. */
export async function openVenue(draft: VenueDraft): Promise<RehearsalVenue> {
	const { serverName, start, onError, onStop, signal } = draft;
	const clock = new ScaledClock({ start });
	const bynameClock = new WatchedClock(clock);
	const restoreDate = putDateOn(clock);
	const discord = await startSimulator({ clock });
	const folder = await mkdtemp(join(tmpdir(), "byname-rehearsal-"));
	const server = discord.addServer({ name: serverName });
	const stage = server.addStage("Main stage");
	const log = createLog("error", { write: (line) => onError(errorIn(line)) });
	const databaseUrl = `sqlite:${join(folder, "byname.db")}`;
	const voice = await set(databaseUrl, server.id, draft, clock);
	let byname: { ending: AbortController; ended: Promise<void> } | null = null;

	async function startByname(): Promise<void> {
		const config = {
			token: discord.token,
			apiUrl: discord.url,
			databaseUrl,
			logLevel: "error" as const,
			health: null,
		};
		const ending = new AbortController();
		const before = discord.identifies;
		const ended = run({
			...{ config, clock: bynameClock, log, random: Math.random, signal: ending.signal },
			linesLost: () => 0,
		}).catch(onStop);
		byname = { ending, ended };
		await until(() => discord.identifies > before, signal);
		await discord.ready();
		await hasHeard();
	}

	async function stopByname(): Promise<void> {
		byname?.ending.abort();
		await byname?.ended;
		byname = null;
	}

	/** Packets and pings reach Byname in the order they were sent, so the answer to a ping is the answer to all before. */
	async function hasHeard(): Promise<void> {
		await Promise.all([...discord.gateway.webSockets].map((socket) => answerOf(socket, signal)));
	}

	async function close(): Promise<void> {
		const ended = stopByname();
		// What waits for an answer of this Discord need not wait any longer.
		if (signal.aborted) await Promise.race([ended, wait(SHORT_STOP_MS, AbortSignal.any([]))]);
		else await ended;
		await discord.stop();
		await ended;
		await rm(folder, { recursive: true, force: true });
		restoreDate();
	}

	return {
		discord,
		clock,
		bynameClock,
		server,
		stage,
		voice,
		neutral: neutralWordsIn(voice.language),
		get isOpen() {
			return byname !== null;
		},
		startByname,
		stopByname,
		hasHeard,
		close,
	};
}

/** Sets these for all hosts of a server, as somebody who manages it would; returns how they are spoken for then. */
async function set(
	databaseUrl: string,
	serverId: string,
	{ settings, texts }: Pick<VenueDraft, "settings" | "texts">,
	clock: Clock,
): Promise<Voice> {
	const store = await openStore(databaseUrl, () => undefined);
	await saveProfile(store, serverId, ALL_HOSTS, settings);
	for (const [key, sources] of texts) await saveVariants(store, { serverId, hostId: ALL_HOSTS, key, sources });
	const { voice } = await createProfiles(store, clock).of(serverId, null);
	await store.destroy();
	return voice;
}

/** How long Byname may finish what it is doing when the rehearsal is cut short. */
const SHORT_STOP_MS = 300;

/**
 * discord.js keeps Discord's limits by `Date.now`, and has no other way to be told the time: where time is skipped, it
 * would hold posts back by the machine's clock. Returns what undoes it.
 */
function putDateOn(clock: ScaledClock): () => void {
	const machines = Date.now;
	Date.now = () => clock.now();
	return () => {
		Date.now = machines;
	};
}

/** What a log line of level error says. */
function errorIn(line: string): string {
	const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } };
	return [entry.msg, entry.err?.message].filter(Boolean).join(": ");
}

/** Resolves when the other end has answered a ping, or is gone. Rejects when the signal aborts. */
function answerOf(socket: WebSocket, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const done = () => {
			socket.off("pong", done).off("close", done);
			signal.removeEventListener("abort", done);
			if (signal.aborted) reject(signal.reason);
			else resolve();
		};
		if (socket.readyState !== socket.OPEN) return resolve();
		socket.on("pong", done).on("close", done);
		signal.addEventListener("abort", done);
		socket.ping();
	});
}
