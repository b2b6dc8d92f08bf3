import type { ScaledClock } from "./scaled-clock.ts";
import { wait } from "./wait.ts";
import type { WatchedClock } from "./watched-clock.ts";

/** How often the clock is pushed on, in real milliseconds; and while somebody waits for a greeting. */
const STEP_MS = 10;
const ATTENTIVE_STEP_MS = 1;
/** Byname is at work until it has been quiet for so long, in real milliseconds. */
const AT_WORK_MS = 200;
/** The same while it waits for its turn to post: it may still have to take note of somebody who has just come in. */
const TAKING_NOTE_MS = 6;

/** How time is to pass, and what it passes for. */
export interface TimeLapseDraft {
	/** Runs as fast as the machine's; the time lapse pushes it on. */
	clock: ScaledClock;
	/** The same, as Byname has it. */
	bynameClock: WatchedClock;
	speed: number;
	/** How many people are still to hear something. */
	waiting(): number;
	/** Called after each step. */
	look(): void;
	signal: AbortSignal;
}

/**
 * Lets a webinar's time pass at a multiple of the machine's, without multiplying what the machine takes for its work:
 * while Byname answers somebody, time passes as fast as the machine's, and it is pushed on while Byname waits, but not
 * past the moment it waits for. So the delays are those of a live webinar.
 */
export class TimeLapse {
	readonly #draft: TimeLapseDraft;
	#steppedAt = performance.now();
	/** For how long nothing has happened, work of the machine not counted. */
	#quietMs = 0;
	#naps = 0;
	#waiting = 0;

	constructor(draft: TimeLapseDraft) {
		this.#draft = draft;
	}

	/** Somebody has just come in. */
	arrival(): void {
		this.#quietMs = 0;
	}

	/** Lets time pass up to `at`, by the clock; never beyond. Rejects when the signal aborts. */
	async until(at: number): Promise<void> {
		const { clock, bynameClock, speed, look, signal } = this.#draft;
		while (clock.now() < at) {
			const isAtWork = this.#isAtWork();
			const isAttentive = this.#waiting > 0;
			const limit = isAttentive ? Math.min(at, bynameClock.nextWake) : at;
			const step = isAttentive ? ATTENTIVE_STEP_MS : STEP_MS;
			const left = Math.max(0, limit - clock.now());
			await wait(Math.min(left / (isAtWork ? 1 : speed), step), signal);
			const now = performance.now();
			const passed = now - this.#steppedAt;
			this.#steppedAt = now;
			this.#quietMs += Math.min(passed, 2 * step);
			const idle = isAttentive ? Math.min(passed, 2 * step) : passed;
			const ahead = Math.min(idle * (speed - 1), limit - clock.now());
			if (!isAtWork && ahead > 0) clock.skip(ahead);
			look();
		}
	}

	#isAtWork(): boolean {
		const { bynameClock, speed, waiting } = this.#draft;
		const now = waiting();
		if (bynameClock.naps !== this.#naps || now !== this.#waiting) this.#quietMs = 0;
		this.#naps = bynameClock.naps;
		this.#waiting = now;
		if (now === 0 || speed === 1) return false;
		return this.#quietMs < (bynameClock.isNapping ? TAKING_NOTE_MS : AT_WORK_MS);
	}
}
