import type { Clock } from "../../../src/clock.ts";

/** A clock that stands still except where a test skips time. Nobody who sleeps by it has to wait. */
export interface StandingClock extends Clock {
	skip(ms: number): void;
}

export function standingClock(start = Date.parse("2026-11-21T18:00:00Z")): StandingClock {
	let now = start;
	return {
		now: () => now,
		steady: () => now,
		sleep: () => Promise.resolve(),
		skip: (ms) => {
			now += ms;
		},
	};
}
