import type { Epoch } from "./epoch.ts";
import { type Cast, isOnStage, isOpenedByHand } from "./plan.ts";
import { countStart, newStart, type Start, startsMovedAhead } from "./starts.ts";
import type { View } from "./views.ts";

/** Nothing is scheduled any more, for whoever takes what is over to go on. */
const OVER = newStart(null, Number.NEGATIVE_INFINITY);

/** What is scheduled in a room, as it is and as it was. */
export class Schedule {
	readonly #cast: Cast;
	readonly #past: Start[] = [];
	#now: Start;

	/** `startsAt`: when what comes first is scheduled. */
	constructor(cast: Cast, startsAt: number | null) {
		this.#cast = cast;
		this.#now = newStart(startsAt, Number.NEGATIVE_INFINITY);
	}

	/** What is scheduled now. */
	get now(): Start {
		return this.#now;
	}

	/** All that was ever scheduled. */
	get all(): Start[] {
		return [...this.#past, this.#now];
	}

	/** What is on, or comes next, is scheduled for another time, or cancelled; where something is `on`, that counts. */
	set(startsAt: number | null, at: number, on: Epoch | null = null): Start {
		this.#past.push(this.#now);
		const start = newStart(startsAt, at);
		this.#now = start;
		if (!on) return start;
		const before = on.starts.at(-1)?.at ?? null;
		const counted = isOpenedByHand(this.#cast) ? startsMovedAhead(on.openedAt, startsAt, before) : [startsAt];
		on.starts.push(...counted.map((one) => countStart(start, at, one)));
		return start;
	}

	/** Who is told that the event is over, but not that the stage `on` for it is, counts from its opening from then on. */
	leaveOpenWhetherOver(at: number, on: Epoch | null): void {
		if (isOnStage(this.#cast) && !isOpenedByHand(this.#cast)) on?.starts.push(countStart(OVER, at));
	}

	/** What is scheduled no more, and what no process takes to be, is gone by until now at the latest. */
	look(views: readonly View[], epochs: readonly Epoch[], at: number): void {
		const isGoneBy = (start: Start) =>
			start === this.#now || start === OVER || views.some((view) => view.start === start);
		const counted = epochs.flatMap(({ starts }) => starts).filter(({ of }) => !isGoneBy(of));
		for (const start of [...this.#past.filter((one) => !isGoneBy(one)), ...counted]) {
			start.until = Math.min(start.until, at);
		}
	}
}
