import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../../src/clock.ts";
import type { LogLevel } from "../../../src/config.ts";
import type { FromBot, ToBot } from "./messages.ts";

type Order = ToBot extends infer Message ? (Message extends { id: number } ? Omit<Message, "id"> : never) : never;

/** How a process is to run. */
export interface BotSettings {
	token: string;
	apiUrl: string;
	databaseUrl: string;
	/** What its own clock is set by. */
	clock: Clock;
	logLevel: LogLevel;
}

/** A line of a bot's log, and when it was heard. */
export interface Heard {
	at: number;
	line: string;
}

/** A process of the bot; it has loaded everything and waits for `run`. */
export class BotProcess {
	/** Every line it has logged. */
	readonly log: Heard[] = [];
	/** What it wrote to standard error. */
	said = "";
	/** It is to be alive: an end now is its own doing. */
	#wanted = true;
	readonly #child: ChildProcess;
	readonly #ended: Promise<unknown>;
	readonly #warm = Promise.withResolvers<void>();
	readonly #done = new Map<number, () => void>();
	#orders = 0;
	#clock: Clock | null = null;

	constructor() {
		this.#child = fork(fileURLToPath(new URL("run-bot.ts", import.meta.url)), {
			execPath: process.execPath,
			execArgv: [],
			stdio: ["ignore", "ignore", "pipe", "ipc"],
		});
		this.#child.stderr?.on("data", (data) => {
			this.said += data;
		});
		this.#child.on("message", (message: FromBot) => this.#hear(message));
		this.#ended = once(this.#child, "exit").then(() => {
			this.#warm.resolve();
			for (const done of this.#done.values()) done();
			this.#done.clear();
		});
	}

	/** Whether it has ended although nobody told it to. */
	get hasCrashed(): boolean {
		return this.#wanted && !this.isAlive;
	}

	get isAlive(): boolean {
		return this.#child.exitCode === null && this.#child.signalCode === null;
	}

	/** Begins to run the bot. */
	async run({ clock, ...settings }: BotSettings): Promise<void> {
		await this.#warm.promise;
		this.#clock = clock;
		this.#send({ do: "run", ...settings, aheadMs: clock.now() - Date.now() });
	}

	/** Tells it to do something; resolves when it has, or has ended. */
	order(order: Order): Promise<void> {
		if (!this.isAlive) return Promise.resolve();
		const id = ++this.#orders;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#done.set(id, resolve);
		this.#send({ ...order, id } as ToBot);
		return promise;
	}

	/** Kills it as a power cut would. */
	async kill(): Promise<void> {
		this.#wanted = false;
		this.#child.kill("SIGKILL");
		await this.#ended;
	}

	/** Has it end by itself; it is killed when it takes too long. */
	async stop(): Promise<void> {
		this.#wanted = false;
		void this.order({ do: "stop" });
		const impatience = setTimeout(() => this.#child.kill("SIGKILL"), 9_500);
		await this.#ended;
		clearTimeout(impatience);
	}

	#send(message: ToBot): void {
		if (this.isAlive && this.#child.connected) this.#child.send(message, () => undefined);
	}

	#hear(message: FromBot): void {
		switch (message.said) {
			case "warm":
				this.#warm.resolve();
				break;
			case "done":
				this.#done.get(message.id)?.();
				this.#done.delete(message.id);
				break;
			case "log":
				this.log.push({ at: this.#clock?.now() ?? 0, line: message.line });
		}
	}
}

/** Processes that are loaded and ready, so that a restart takes no time. */
export class Kennel {
	readonly #spare: BotProcess[] = [];
	readonly #all = new Set<BotProcess>();

	constructor(spares: number) {
		for (let n = 0; n < spares; n++) this.#breed();
	}

	/** A process that waits for `run`. */
	take(): BotProcess {
		this.#breed();
		return this.#spare.shift() ?? this.#breed();
	}

	/** Ends them all. */
	async close(): Promise<void> {
		await Promise.all([...this.#all].map((one) => one.kill()));
	}

	#breed(): BotProcess {
		const one = new BotProcess();
		for (const other of this.#all) if (!other.isAlive) this.#all.delete(other);
		this.#all.add(one);
		this.#spare.push(one);
		return one;
	}
}
