import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { admit } from "../../src/delivery/free-lane.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import type { Newcomers } from "../../src/store/arrivals.ts";
import type { Store } from "../../src/store/queryable.ts";

/** Stores newcomers with their greetings, which nobody ever says. */
export function admitOver(store: Store, clock: ScaledClock) {
	const admitting = {
		store,
		clock,
		picks: createPicks(() => 0),
		scenery: { serverNameOf: () => "Acme", nameOf: () => null, nextSessionAt: () => null },
		channels: {
			isFree: () => false,
			look: () => undefined,
			carry: () => undefined,
			signal: new AbortController().signal,
		},
		observe: () => undefined,
	};
	return (newcomers: Newcomers) => admit(newcomers, admitting);
}
