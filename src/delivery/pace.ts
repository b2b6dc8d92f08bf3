/**
 * How fast one channel is posted to. Discord lets about five posts through at once and one more each second; we stay one
 * below, because a bucket that is once empty makes everybody wait until it is full again (DISCORD.md, section 0).
 */
const BURST = 4;
const REFILL_MS = 1_050;

/** A token bucket: how many posts may leave at `at`. */
export interface Bucket {
	tokens: number;
	at: number;
}

/** A bucket as it stands after posts at these times, so that a restart does not forget what a channel has had. */
export function bucketAfter(postedAt: readonly number[], now: number): Bucket {
	let bucket: Bucket = { tokens: BURST, at: now - BURST * REFILL_MS };
	for (const at of postedAt.toSorted((a, b) => a - b)) bucket = spend(refill(bucket, at));
	return refill(bucket, now);
}

/** How long until a post may leave, in milliseconds; 0 when it may leave now. */
export function waitFor(bucket: Bucket, now: number): number {
	const { tokens, at } = refill(bucket, now);
	return Math.max(0, Math.ceil((1 - tokens) * REFILL_MS), at - now);
}

/** The bucket after a post at `now`. */
export function spendAt(bucket: Bucket, now: number): Bucket {
	return spend(refill(bucket, now));
}

/** A bucket that lets nothing through before `at`, and then one post at a time: Discord has said that its own is empty. */
export function emptyUntil(at: number): Bucket {
	return { tokens: 1, at };
}

/** Nothing here reaches further ahead; what does was written by a clock that has been set back since. */
const FARTHEST_AHEAD_MS = 60_000;

function refill({ tokens, at: seen }: Bucket, now: number): Bucket {
	const at = seen - now > FARTHEST_AHEAD_MS ? now : seen;
	return { tokens: Math.min(BURST, tokens + Math.max(0, now - at) / REFILL_MS), at: Math.max(at, now) };
}

function spend({ tokens, at }: Bucket): Bucket {
	return { tokens: tokens - 1, at };
}

/** All channels together: at most so many posts in any second; Discord's own limit is 50. */
const BUDGET = 45;
const BUDGET_WINDOW_MS = 1_000;

/** The posts of the last second over all channels, at most `perSecond`. */
export class Budget {
	readonly #perSecond: number;
	#left: number[] = [];
	#closedUntil = 0;

	constructor(perSecond = BUDGET) {
		this.#perSecond = perSecond;
	}

	/** How long until a post may leave, in milliseconds; 0 when it may leave now. */
	waitFor(now: number): number {
		if (this.#left.some((at) => at - now > FARTHEST_AHEAD_MS)) this.#left = [];
		if (this.#closedUntil - now > FARTHEST_AHEAD_MS) this.#closedUntil = 0;
		const oldest = this.#left.length < this.#perSecond ? undefined : this.#left[this.#left.length - this.#perSecond];
		const forBudget = oldest === undefined ? 0 : oldest + BUDGET_WINDOW_MS - now;
		return Math.max(0, forBudget, this.#closedUntil - now);
	}

	/** Counts a post that leaves now. */
	spend(now: number): void {
		this.#left.push(now);
		if (this.#left.length > 2 * this.#perSecond) this.#left = this.#left.slice(-this.#perSecond);
	}

	/** Lets nothing leave before `until`: Discord has said that we are over its global limit. */
	close(until: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, until);
	}
}
