import type { Clock } from "../src/clock.ts";

/** The longest wait a Node timer can hold. */
const LONGEST_TIMER_MS = 2_147_483_647;

interface Sleeper {
	due: number;
	timer: NodeJS.Timeout | undefined;
	wake(): void;
}

/**
 * A clock that runs `speed` times as fast as the machine's and can skip ahead: whoever sleeps wakes in time. Bot and
 * simulator share one, so that minutes pass for both in a moment.
 */
export class ScaledClock implements Clock {
	readonly speed: number;
	readonly #began = performance.now();
	readonly #start: number;
	#skipped = 0;
	readonly #sleepers = new Set<Sleeper>();

	constructor({ speed = 1, start = Date.now() }: { speed?: number; start?: number } = {}) {
		this.speed = speed;
		this.#start = start;
	}

	now(): number {
		return Math.floor(this.#start + this.steady());
	}

	steady(): number {
		return this.#skipped + (performance.now() - this.#began) * this.speed;
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			if (signal?.aborted) {
				resolve();
				return;
			}
			const sleeper: Sleeper = {
				due: this.steady() + Math.max(0, ms),
				timer: undefined,
				wake: () => {
					clearTimeout(sleeper.timer);
					this.#sleepers.delete(sleeper);
					signal?.removeEventListener("abort", sleeper.wake);
					resolve();
				},
			};
			signal?.addEventListener("abort", sleeper.wake, { once: true });
			this.#sleepers.add(sleeper);
			this.#arm(sleeper);
		});
	}

	/** Lets `ms` milliseconds of this clock pass at once. */
	skip(ms: number): void {
		this.#skipped += ms;
		for (const sleeper of this.#sleepers) this.#arm(sleeper);
	}

	#arm(sleeper: Sleeper): void {
		clearTimeout(sleeper.timer);
		const left = sleeper.due - this.steady();
		if (left <= 0 && sleeper.timer !== undefined) sleeper.wake();
		else
			sleeper.timer = setTimeout(
				() => this.#arm(sleeper),
				Math.min(Math.max(0, Math.ceil(left / this.speed)), LONGEST_TIMER_MS),
			);
	}
}
