import { inRoom, type Places } from "./company.ts";
import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import type { Cast } from "./plan.ts";
import type { View } from "./views.ts";

/** A session ends when nobody has been there for so long. */
const EMPTY_ENDS_AFTER_MS = 10 * 60_000;

/** A room in which something is on and nobody is, as somebody believes. */
interface Vacancy {
	epoch: Epoch;
	since: number;
}

/** Rooms that stay empty: the session ends meanwhile, and opens again with who comes, whether as the same or not. */
export class Vacancies {
	readonly #cast: Cast;
	#held = new Map<object, Vacancy>();

	constructor(cast: Cast) {
		this.#cast = cast;
	}

	/** Takes note of what is believed now. */
	look(beliefs: readonly (readonly [of: object, view: View])[], at: number): void {
		const lapsed = new Set(
			[...this.#held.values()].filter((one) => this.#hasLapsed(one, at)).map(({ epoch }) => epoch),
		);
		for (const epoch of lapsed) epoch.lapses++;
		const empty = beliefs.flatMap(([of, { places, epoch }]) => {
			const before = this.#held.get(of);
			if (!epoch || this.#isAnybodyIn(places)) return [];
			const since = before?.epoch === epoch && !lapsed.has(epoch) ? before.since : at;
			return [[of, { epoch, since }] as const];
		});
		const now = new Map(empty);
		for (const [of, { epoch }] of this.#held) if (epoch.lapses > 0 && !now.has(of)) epoch.revivedAt = at;
		this.#held = now;
	}

	#isAnybodyIn(places: Places): boolean {
		return [...inRoom(places)].some((who) => !this.#cast.bots.includes(who));
	}

	/** It is counted from the latest of opening, scheduled start and last departure. */
	#hasLapsed({ epoch, since }: Vacancy, at: number): boolean {
		const starts = Math.min(...epoch.starts.map((start) => start.at ?? epoch.openedAt));
		return at - Math.max(since, epoch.openedAt, starts) >= EMPTY_ENDS_AFTER_MS - TOLERANCE_MS;
	}
}
