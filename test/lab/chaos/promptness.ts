import type { Chronicle } from "./chronicle.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { TOLERANCE_MS } from "./epoch.ts";
import { holdOf } from "./pace.ts";
import type { Cast, Pace } from "./plan.ts";
import type { Troubles } from "./troubles.ts";
import { STEP_MS } from "./words.ts";

/** What nobody could say for so long after the end of a session is said no more. */
const GIVEN_UP_AFTER_MS = 10 * 60_000 - TOLERANCE_MS;

/** By when what is due in a room is certain to have been said, given what its hosts have chosen and what went wrong. */
export class Promptness {
	readonly #cast: Cast;
	readonly #chronicle: Pick<Chronicle, "deletedAt" | "blindSpots">;
	readonly #troubles: Troubles;
	#now = Number.NEGATIVE_INFINITY;
	/** How fast the room is posted to, and since when. */
	#pace: { is: Pace; since: number } = { is: "calm", since: Number.NEGATIVE_INFINITY };

	constructor(cast: Cast, chronicle: Pick<Chronicle, "deletedAt" | "blindSpots">, troubles: Troubles) {
		this.#cast = cast;
		this.#chronicle = chronicle;
		this.#troubles = troubles;
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		this.#now = entry.at;
		if (entry.is === "pace") this.#pace = { is: entry.pace, since: entry.at };
	}

	get pace(): { readonly is: Pace; readonly since: number } {
		return this.#pace;
	}

	/** For how long a greeting may be kept back at most by what its host has chosen, where nothing goes wrong. */
	get holdMs(): number {
		return holdOf(this.#pace.is) + (this.#cast.leading?.firstSeconds ?? 0) * 1_000;
	}

	/** When what was due at a time has been said at the latest, where nothing goes wrong. */
	saidBy(dueAt: number): number {
		return dueAt + this.holdMs + STEP_MS + TOLERANCE_MS;
	}

	/** Whether nothing was wrong from a time until what is due at another has been said. */
	isSmooth(from: number, dueAt: number): boolean {
		return this.#troubles.isCalm(from, this.saidBy(dueAt));
	}

	/** Whether what was due at a time is certain to have been said before another one; null: there is none. */
	isSaidBefore(before: number | null, dueAt: number): boolean {
		if (before === null) return true;
		return this.saidBy(dueAt) <= before && this.#troubles.isCalm(dueAt, before);
	}

	/**
	 * Whether what was due at a time is certain to have been said, or to be said yet. What waits for a room that is deleted is
	 * dropped, and what waits for long in a session that is over is given up: `overSince`, null while it goes on. It may be
	 * said from `sayableAt` on.
	 */
	isSaid(dueAt: number, overSince: number | null, sayableAt = dueAt): boolean {
		const { deletedAt, blindSpots } = this.#chronicle;
		const saidBy = this.saidBy(dueAt);
		const isInTime = deletedAt === null || (saidBy <= deletedAt && this.#troubles.isCalm(dueAt, deletedAt));
		const since = overSince ?? Number.POSITIVE_INFINITY;
		const givenUpAt = since + (blindSpots.wasClockWrong(since, this.#now) ? 0 : GIVEN_UP_AFTER_MS);
		if (!isInTime || this.#now < givenUpAt) return isInTime;
		return this.#troubles.wasOpen(sayableAt, givenUpAt) || !this.#troubles.wasShut(sayableAt, saidBy);
	}
}
