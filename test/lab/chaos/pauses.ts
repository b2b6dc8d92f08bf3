import { setTimeout as realTime, setImmediate as turn } from "node:timers/promises";
import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import type { BotProcess } from "./process.ts";

/** A request that was made has been heard after so many turns of the event loop. */
const HEARING_TURNS = 5;
const HEAR_AGAIN_MS = 700;
const BREATH_MS = 3;
/** Longer than the bot waits before it tries a locked database again. */
const STORE_AGAIN_MS = 350;

/** Longer than anything takes that is waited for. */
export const PATIENCE_MS = 25_000;

/** How a packet that nobody can read shows in the log. */
const BARRIER_ID = "7770";
const BARRIER = `"guild_id":"${BARRIER_ID}`;

/** Whether a line of the log is about nothing but our waiting. */
export function isOursToWait(line: string): boolean {
	return line.includes(BARRIER);
}

/** What the villain waits for before it goes on: in real time, however slow the machine. */
export class Pauses {
	readonly #simulator: Simulator;
	readonly #processes: readonly BotProcess[];
	readonly #wave: number;
	#barriers = 0;
	/** The villain keeps the database locked. */
	isLocked = false;

	constructor(simulator: Simulator, processes: readonly BotProcess[], wave: number) {
		this.#simulator = simulator;
		this.#processes = processes;
		this.#wave = wave;
	}

	/** What is under way needs a little real time now and then. */
	async breath(): Promise<void> {
		await realTime(BREATH_MS);
	}

	/**
	 * Waits until every process has taken in what it was told: a packet nobody can read comes last, and it complains.
	 * `meanwhile`: what happens again and again until then.
	 */
	async hear(meanwhile = () => this.breath()): Promise<void> {
		const patience = performance.now() + PATIENCE_MS;
		const first = this.#barriers + 1;
		let again = 0;
		const heard = (one: BotProcess) =>
			!one.isAlive ||
			one.log.some(({ line }) => {
				const found = line.indexOf(BARRIER);
				return found >= 0 && Number.parseInt(line.slice(found + BARRIER.length), 10) >= first;
			});
		while (!this.#processes.every(heard)) {
			if (performance.now() > again) {
				const id = `${BARRIER_ID}${++this.#barriers}`;
				void this.#simulator.sendRaw("GUILD_SCHEDULED_EVENT_DELETE", { guild_id: id, id: "nothing" });
				again = performance.now() + HEAR_AGAIN_MS;
			}
			if (performance.now() > patience) throw new Error(`wave ${this.#wave}: the bot hears nothing any more`);
			await meanwhile();
		}
	}

	/** Waits until nothing is under way any more, neither in a process nor between it and Discord. */
	async rest(): Promise<void> {
		const asks = () => this.#simulator.requests.length;
		const patience = performance.now() + PATIENCE_MS;
		for (let asked = -1; asked !== asks() && performance.now() < patience; ) {
			asked = asks();
			await Promise.all(this.#processes.map((one) => one.order({ do: "rest", isLocked: this.isLocked })));
			for (let turns = 0; turns < HEARING_TURNS; turns++) await turn();
		}
	}

	/** An answer that never comes takes real seconds, which no skipped minutes may pass by. */
	async giveUpAnswers(): Promise<void> {
		await this.#until(() => this.#simulator.waitingInVain === 0);
	}

	/** Waits until what waits for a database that was locked has been tried again, which takes real time. */
	async tryStoreAgain(): Promise<void> {
		await realTime(STORE_AGAIN_MS);
		await this.rest();
	}

	/** Waits until every process has given up the wire that is stalled. */
	async giveUpWire(): Promise<void> {
		await this.#until(() => this.#simulator.trustedInVain === 0);
	}

	async #until(isSo: () => boolean): Promise<void> {
		const patience = performance.now() + PATIENCE_MS;
		while (!isSo() && performance.now() < patience) await this.breath();
	}
}
