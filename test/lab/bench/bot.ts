import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import { memoryOf } from "./memory.ts";

/** A bot under test: Byname on one of its engines, or the bare one. */
export interface BotKind {
	name: string;
	/** The main file, from this folder. */
	file: string;
	/** What Node is started with. */
	flags?: readonly string[];
	/** A module that is loaded before it, from this folder. */
	preload?: string;
	/** What its environment has besides. */
	env?: Readonly<Record<string, string>>;
	/** A fresh database for a bot that keeps its files in `folder`. */
	databaseIn(folder: string): Promise<string>;
}

/** A bot's process. */
export interface Bot {
	readonly pid: number;
	/** When the process was started, as `performance.now()` counts. */
	readonly startedAt: number;
	/** Aborts with the reason when the process ends by itself. */
	readonly signal: AbortSignal;
	/** What it logged at the levels warn and above. */
	readonly troubles: string[];
	/** Resident memory in MiB; null where the system does not tell. */
	memory(): Promise<number | null>;
	/** Ends the process and removes its files. */
	stop(): Promise<void>;
}

const WARN = 40;
const LONGEST_STOP_MS = 9_000;

/** Starts a bot in a process and folder of its own, as a host would, against the simulator; `settings` are added. */
export async function startBot(
	kind: BotKind,
	simulator: Simulator,
	settings: Readonly<Record<string, string>> = {},
): Promise<Bot> {
	const folder = mkdtempSync(join(tmpdir(), "byname-bench-"));
	const database = await kind.databaseIn(folder).catch((error: unknown) => {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	});
	const preload = kind.preload ? ["--import", new URL(kind.preload, import.meta.url).href] : [];
	const startedAt = performance.now();
	const child = spawn(
		process.execPath,
		[...(kind.flags ?? []), ...preload, fileURLToPath(new URL(kind.file, import.meta.url))],
		{
			cwd: folder, // no .env there
			env: {
				...process.env,
				DISCORD_TOKEN: simulator.token,
				DISCORD_API_URL: simulator.url,
				DATABASE_URL: database,
				LOG_LEVEL: "info",
				HEALTH_PORT: "", // several run at once
				...kind.env,
				...settings,
			},
			stdio: ["ignore", "pipe", "pipe"],
		},
	);
	const removeAll = () => {
		child.kill("SIGKILL");
		rmSync(folder, { recursive: true, force: true });
	};
	process.once("exit", removeAll);

	const troubles: string[] = [];
	const said = listen(child, troubles);
	const death = new AbortController();
	const onExit = (code: number | null, killedBy: string | null) => {
		death.abort(new Error(`${kind.name} ended by itself (${killedBy ?? code}).\n${said.slice(-10).join("\n")}`));
	};
	child.once("exit", onExit);

	async function stop(): Promise<void> {
		child.off("exit", onExit);
		if (child.exitCode === null && child.signalCode === null) {
			const ended = once(child, "exit");
			const impatience = setTimeout(() => child.kill("SIGKILL"), LONGEST_STOP_MS);
			child.kill("SIGTERM");
			await ended;
			clearTimeout(impatience);
		}
		process.off("exit", removeAll);
		removeAll();
	}

	const pid = child.pid ?? 0;
	return { pid, startedAt, signal: death.signal, troubles, memory: () => memoryOf(pid), stop };
}

/** Keeps what a process says, and apart what it says about trouble. */
function listen(child: ChildProcess, troubles: string[]): string[] {
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		if (!stream) continue;
		createInterface({ input: stream }).on("line", (line) => {
			said.push(line);
			if (stream === child.stderr || levelOf(line) >= WARN) troubles.push(line);
		});
	}
	return said;
}

function levelOf(line: string): number {
	return Number(/"level":(\d+)/.exec(line)?.[1] ?? 0);
}
