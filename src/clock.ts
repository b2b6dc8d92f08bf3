/**
 * The time. Only `main.ts` uses the machine's clocks; everything else is given a `Clock`: real in production, scaled in
 * the rehearsal, stepped by hand in tests.
 *
 * Two clocks, because they answer different questions. The wall clock says when something happened, for what is stored
 * and said; people and machines set it. The steady clock says how long something takes, and nobody sets it.
 */
export interface Clock {
	/** The wall clock: milliseconds since the Unix epoch. */
	now(): number;
	/** The steady clock: milliseconds since a moment that only this process knows. It never goes back. */
	steady(): number;
	/** Resolves after `ms` milliseconds of the steady clock, at once when `signal` aborts. Never rejects. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait a Node timer can hold; longer sleeps are cut and simply wake early. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** Node's timers count whole milliseconds, and may wake so much too early. */
const TIMER_ERROR_MS = 2;

/** The machine's own clocks. */
export const systemClock: Clock = {
	now: () => Date.now(),
	steady: () => performance.now(),
	sleep: (ms, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted) return resolve();
			const done = () => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", done);
				resolve();
			};
			const due = performance.now() + ms;
			const wake = () => {
				const early = due - performance.now();
				if (early > 0 && early <= TIMER_ERROR_MS) timer = setTimeout(wake, Math.ceil(early));
				else done();
			};
			let timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
			signal?.addEventListener("abort", done, { once: true });
		}),
};
