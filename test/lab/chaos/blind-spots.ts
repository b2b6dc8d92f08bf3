import { type Epoch, TOLERANCE_MS } from "./epoch.ts";
import { type Cast, isOnStage } from "./plan.ts";

const A_WHILE_MS = 60_000 - TOLERANCE_MS;

/** A span of time; `to` is null while it lasts. */
interface Span {
	from: number;
	to: number | null;
}

/** What has troubled a bot's clock, its wire and its posts so far, and so what it cannot know any better. */
export class BlindSpots {
	readonly #clockWrong: Span[] = [];
	/** When posts may have been tried, or written, without a trace. */
	readonly #unseen: number[] = [];
	/** When the wire was down and then told all that had happened, which was heard at the end of it at the latest. */
	readonly #late: { from: number; to: number }[] = [];

	/** The bot's clock is set, to a wrong time or to the right one. */
	setClock(wrong: boolean, at: number): void {
		if (wrong) this.#clockWrong.push({ from: at, to: null });
		else for (const span of this.#clockWrong) span.to ??= at;
	}

	/** What is posted about now may be posted unseen. */
	loseSight(at: number): void {
		this.#unseen.push(at);
	}

	/** What happened between two moments was told at the end. */
	tellLate(from: number, to: number): void {
		this.#late.push({ from, to });
	}

	get wasClockEverWrong(): boolean {
		return this.#clockWrong.length > 0;
	}

	get isClockWrong(): boolean {
		return this.#clockWrong.some(({ to }) => to === null);
	}

	/** Whether the clock was wrong at any time between two moments. */
	wasClockWrong(from: number, to: number): boolean {
		return this.#clockWrong.some((span) => span.from <= to && (span.to ?? Number.POSITIVE_INFINITY) >= from);
	}

	/** Whether between two moments no process was killed and no wire cut off: what was seen then was seen once. */
	isSteady(from: number, to: number): boolean {
		return !this.#unseen.some((at) => at >= from - TOLERANCE_MS && at <= to);
	}

	/** When the bot had heard, at the latest, of what a packet told it. */
	heardBy(at: number): number {
		return this.#late.find(({ from, to }) => from <= at && at <= to)?.to ?? at;
	}

	/** Whether what was told between two moments may have happened over a minute before, as the bot knew. */
	wasToldAfterAWhile(from: number, to: number): boolean {
		return this.#late.some((span) => span.from <= to && span.to >= from && span.to - span.from > A_WHILE_MS);
	}

	/**
	 * When a session opened, as far as somebody can tell who is shown it. Discord says it of stages; who did not see an
	 * event begin takes it to have begun as scheduled, or just now.
	 */
	openingOf({ openedAt, starts, shownAt, storedOpening }: Epoch, cast: Cast, at: number): number {
		if (isOnStage(cast)) return openedAt;
		const scheduled = starts[0]?.at ?? openedAt;
		return storedOpening ?? Math.max(this.heardBy(openedAt), Math.min(scheduled, shownAt ?? at));
	}

	/** When a session opened at the latest, as far as somebody can tell: nobody has opened what was shown before. */
	openedBy({ openedAt, isSeen, shownAt, storedOpening }: Epoch, cast: Cast, at: number): number {
		if (isOnStage(cast)) return openedAt;
		const heardAt = this.heardBy(openedAt);
		return isSeen && storedOpening !== null ? heardAt : Math.max(heardAt, shownAt ?? at);
	}
}
