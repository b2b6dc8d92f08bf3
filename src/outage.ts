import type { Clock } from "./clock.ts";

/** An outage is told again after so long. */
const TOLD_EVERY_MS = 10 * 60_000;

/** What is to be said of something that is out: once when it begins, once in ten minutes, once when it is over. */
export interface Outage {
	/** It is out (still). Returns what is to be said of that now, and for how long it has been. */
	goesOn(): { say: "begins" | "lasts" | "nothing"; forMs: number };
	/** It is not out (any more). Returns for how long it was, or null if it was not. */
	isOver(): { forMs: number } | null;
}

/** Makes one for something that is not out. However often it is told of, it fills no log. */
export function watchOutage(clock: Clock): Outage {
	let out: { since: number; toldAt: number } | null = null;
	return {
		goesOn() {
			const now = clock.steady();
			if (!out) {
				out = { since: now, toldAt: now };
				return { say: "begins", forMs: 0 };
			}
			const forMs = now - out.since;
			if (now - out.toldAt < TOLD_EVERY_MS) return { say: "nothing", forMs };
			out.toldAt = now;
			return { say: "lasts", forMs };
		},
		isOver() {
			if (!out) return null;
			const forMs = clock.steady() - out.since;
			out = null;
			return { forMs };
		},
	};
}
