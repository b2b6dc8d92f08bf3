import { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";

/** All cues together; delivery's own budget and this one stay below Discord's limit, so no greeting waits for a cue. */
const MOST_PER_SECOND = 4;

/** When a cue may be posted or edited, so that all cues together stay within their budget. */
export class Turns {
	readonly #clock: Clock;
	readonly #signal: AbortSignal;
	readonly #budget = new Budget(MOST_PER_SECOND);

	/** No turn comes any more once `signal` aborts. */
	constructor(clock: Clock, signal: AbortSignal) {
		this.#clock = clock;
		this.#signal = signal;
	}

	/** Waits for a turn and takes it. Resolves with false when none comes any more. */
	async take(): Promise<boolean> {
		for (let wait = this.#wait(); wait > 0 && !this.#signal.aborted; wait = this.#wait()) {
			await this.#clock.sleep(wait, this.#signal);
		}
		if (!this.#signal.aborted) this.#budget.spend(this.#clock.steady());
		return !this.#signal.aborted;
	}

	/** Gives no turn for `ms` milliseconds. */
	closeFor(ms: number): void {
		this.#budget.closeFor(ms, this.#clock.steady());
	}

	#wait(): number {
		return this.#budget.waitFor(this.#clock.steady());
	}
}
