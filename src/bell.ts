import type { Clock } from "./clock.ts";

/**
 * Wakes a loop that waits for work: `ring` when there is some, `wait` until then or until a safety-net time is up.
 * A ring that comes while nobody waits is kept, so no work is slept through.
 */
export class Bell {
	#rung = false;
	#waiting: AbortController | null = null;

	/** Ends the current wait, or the next one at once. */
	ring(): void {
		this.#rung = true;
		this.#waiting?.abort();
	}

	/** Whether somebody has rung and nobody has heard it yet. */
	get pending(): boolean {
		return this.#rung;
	}

	/**
	 * Resolves when the bell rings (true), after `ms` milliseconds of `clock` or when `signal` aborts (false). Never
	 * rejects.
	 */
	async wait(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
		if (!this.#rung && !signal.aborted) {
			// Not AbortSignal.any: the signal it makes can be collected as garbage while somebody waits for it.
			const waiting = new AbortController();
			const end = () => waiting.abort();
			this.#waiting = waiting;
			signal.addEventListener("abort", end, { once: true });
			await clock.sleep(ms, waiting.signal);
			signal.removeEventListener("abort", end);
			this.#waiting = null;
		}
		const rung = this.#rung;
		this.#rung = false;
		return rung;
	}
}
