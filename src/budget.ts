/** All channels together: at most so many posts in any second; Discord's own limit is 50. */
const BUDGET = 45;
const BUDGET_WINDOW_MS = 1_000;

/** The posts of the last second over all channels, at most `perSecond`. Times are the steady clock's. */
export class Budget {
	readonly #perSecond: number;
	#left: number[] = [];
	#closedUntil = Number.NEGATIVE_INFINITY;

	constructor(perSecond = BUDGET) {
		this.#perSecond = perSecond;
	}

	/** How long until a post may leave, in milliseconds; 0 when it may leave now. */
	waitFor(now: number): number {
		const oldest = this.#left.length < this.#perSecond ? undefined : this.#left[this.#left.length - this.#perSecond];
		const forBudget = oldest === undefined ? 0 : oldest + BUDGET_WINDOW_MS - now;
		return Math.max(0, forBudget, this.#closedUntil - now);
	}

	/** Counts a post that leaves now. */
	spend(now: number): void {
		this.#left.push(now);
		if (this.#left.length > 2 * this.#perSecond) this.#left = this.#left.slice(-this.#perSecond);
	}

	/** Lets no post leave for `ms` milliseconds, because Discord says that we are over its global limit. */
	closeFor(ms: number, now: number): void {
		this.#closedUntil = now + Math.max(ms, this.waitFor(now));
	}
}
