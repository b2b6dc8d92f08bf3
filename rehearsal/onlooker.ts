import type { Tell } from "./happening.ts";
import { progressLine } from "./progress.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { ReplayPlan } from "./replay-plan.ts";
import type { ScaledClock } from "./scaled-clock.ts";
import { pauseIn } from "./silence.ts";

/** How often the progress is shown anew, in real milliseconds. */
const SHOW_EVERY_MS = 200;

/** What is watched, and who is told. */
export interface OnlookerDraft extends Pick<Rehearsal, "tell" | "status"> {
	course: ReplayPlan;
	speed: number;
	clock: ScaledClock;
}

/** Tells whoever watches a replay how far it is and, where nothing happens for a while, why. */
export class Onlooker {
	/** When the next thing is to happen, by the clock; null when that is not known. */
	next: number | null = null;
	/** Nothing is to happen any more. */
	isOver = false;
	readonly #draft: OnlookerDraft;
	readonly #arrivalsInAll: number;
	/** When the first look was taken: what it takes to start Byname is not multiplied. */
	#began: number | null = null;
	#arrivals = 0;
	#toldAt = performance.now();
	#shownAt = 0;
	#isExplained = false;

	constructor(draft: OnlookerDraft) {
		this.#draft = draft;
		this.#arrivalsInAll = draft.course.instants.reduce((sum, { enter }) => sum + enter.length, 0);
	}

	/** Passes on what happens. */
	readonly tell: Tell = (happening) => {
		if (happening.type === "arrivals") this.#arrivals += happening.people.length;
		this.#toldAt = performance.now();
		this.#isExplained = false;
		this.#draft.tell(happening);
	};

	/** Looks at the clock; `waiting` is how many people are still to hear something. */
	look(waiting: number): void {
		const { clock, course, speed, tell, status } = this.#draft;
		const [at, now] = [clock.now(), performance.now()];
		this.#began ??= now;
		const silentMs = now - this.#toldAt;
		const pause = pauseIn({ at, next: this.next, waiting, silentMs, speed, isOver: this.isOver });
		if (pause && !this.#isExplained) {
			this.#isExplained = true;
			tell({ type: "pause", at: at - course.startsAt, ...pause });
		}
		if (!status || now - this.#shownAt < SHOW_EVERY_MS) return;
		this.#shownAt = now;
		const [passedMs, lengthMs] = [at - course.opensAt, course.closesAt - course.opensAt];
		const [arrivals, arrivalsInAll] = [this.#arrivals, this.#arrivalsInAll];
		status(progressLine({ passedMs, lengthMs, arrivals, arrivalsInAll, tookMs: now - this.#began, speed }));
	}
}
