import type { Clock } from "../src/clock.ts";

/** Who sleeps no longer than this waits for a turn to post; Discord's bucket is full again after five seconds. */
const LONGEST_NAP_MS = 5_500;

/** A clock for Byname that also tells the replay when Byname will wake by it. */
export class WatchedClock implements Clock {
	/** How often Byname has woken from a nap. */
	naps = 0;
	readonly #clock: Clock;
	readonly #sleepers = new Set<{ wakesAt: number; isNap: boolean }>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	now(): number {
		return this.#clock.now();
	}

	steady(): number {
		return this.#clock.steady();
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		const sleeper = { wakesAt: this.#clock.now() + Math.max(0, ms), isNap: ms <= LONGEST_NAP_MS };
		this.#sleepers.add(sleeper);
		await this.#clock.sleep(ms, signal);
		this.#sleepers.delete(sleeper);
		if (sleeper.isNap) this.naps++;
	}

	/** When Byname wakes next; never, when it sleeps nowhere. */
	get nextWake(): number {
		let next = Number.POSITIVE_INFINITY;
		for (const { wakesAt } of this.#sleepers) next = Math.min(next, wakesAt);
		return next;
	}

	/** Whether Byname waits for a turn somewhere, rather than for something to happen. */
	get isNapping(): boolean {
		for (const { isNap } of this.#sleepers) if (isNap) return true;
		return false;
	}
}
