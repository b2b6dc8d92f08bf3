/** So many turns follow each other before everything else in this process has its turn. */
const MOST_IN_A_ROW = 8;

/** Lets one at a time have what there is only one of, in the order in which they ask. */
export class TurnQueue {
	readonly #waiting: (() => void)[] = [];
	#isTaken = false;
	#inARow = 0;

	/**
	 * Resolves when it is one's turn; `end` is to be called after it. SQLite works in this thread, and who waits for it goes
	 * on before timers and sockets do. So when hundreds of rooms have something to store, there is a pause now and then:
	 * else packets, heartbeats and posts would wait for all of them.
	 */
	async take(): Promise<void> {
		if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#isTaken = true;
		if (this.#inARow === 0) setImmediate(() => (this.#inARow = 0));
		if (++this.#inARow > MOST_IN_A_ROW) await new Promise((resolve) => setImmediate(resolve));
	}

	/** How many wait for their turn. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** Hands the turn to whoever has waited longest. */
	end(): void {
		const next = this.#waiting.shift();
		if (next) next();
		else this.#isTaken = false;
	}
}
