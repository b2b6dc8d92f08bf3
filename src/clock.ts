/**
 * The time, as everything but `main.ts` sees it: an argument. Real in production, scaled in the rehearsal,
 * stepped by hand in tests.
 */
export interface Clock {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	/** Resolves after `ms` milliseconds of this clock, at once when `signal` aborts. Never rejects. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait a Node timer can hold; longer sleeps are cut and simply wake early. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** Node's timers run on another clock than `now`, and may wake so much too early. */
const TIMER_ERROR_MS = 2;

/** The machine's own clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: (ms, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted) return resolve();
			const done = () => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", done);
				resolve();
			};
			const due = Date.now() + ms;
			const wake = () => {
				const early = due - Date.now();
				if (early > 0 && early <= TIMER_ERROR_MS) timer = setTimeout(wake, early);
				else done();
			};
			let timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
			signal?.addEventListener("abort", done, { once: true });
		}),
};
