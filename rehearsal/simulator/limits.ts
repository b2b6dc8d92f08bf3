/** How fast the simulator lets a bot be. */
export interface SpeedLimits {
	/** Messages a channel takes at once. */
	channelBurst: number;
	/** Milliseconds in which an emptied channel bucket fills again. */
	channelWindowMs: number;
	/** Requests of one bot in any second, over all routes but the interaction ones. */
	globalPerSecond: number;
	/** Requests at once, and per second, on every other route. */
	routeBurst: number;
	/** Identifies allowed in any five seconds, what `/gateway/bot` names `max_concurrency`. */
	maxConcurrency: number;
	/**
	 * How long a bot has for its first answer to an interaction. By the machine's clock, also where another one is scaled or
	 * skips ahead: what a bot has to do for an answer takes as long as it takes.
	 */
	answerWithinMs: number;
	/** Identifies allowed in a day; Discord resets the token of who asks for more. */
	identifiesPerDay: number;
}

/**
 * What Discord is known to do: https://github.com/discord/discord-api-docs/issues/5646 for the channel bucket,
 * topics/rate-limits for the global one, interactions/receiving-and-responding for answers.
 */
export const DISCORD_LIMITS: SpeedLimits = {
	channelBurst: 5,
	channelWindowMs: 5000,
	globalPerSecond: 50,
	routeBurst: 100,
	maxConcurrency: 16,
	answerWithinMs: 3_000,
	identifiesPerDay: 1000,
};

/** What a bucket says to one request. All spans in milliseconds of the simulator's clock. */
export interface BucketAnswer {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** Until the bucket is full again. */
	resetAfterMs: number;
	/** Until one token is back; 0 when the request was allowed. */
	retryAfterMs: number;
}

/**
 * A bucket that leaks: one token comes back every `windowMs / capacity`.
 *
 * Discord's buckets have not been fixed windows since November 2022
 * (https://github.com/discord/discord-api-docs/issues/7680).
 */
export class LeakyBucket {
	readonly #capacity: number;
	readonly #msPerToken: number;
	/** When the bucket will be full. */
	#fullAt = Number.NEGATIVE_INFINITY;

	constructor(capacity: number, windowMs: number) {
		this.#capacity = capacity;
		this.#msPerToken = windowMs / capacity;
	}

	/** Takes one token at `now`, if there is one. */
	take(now: number): BucketAnswer {
		const fullAt = Math.max(this.#fullAt, now);
		const retryAfterMs = fullAt - now - (this.#capacity - 1) * this.#msPerToken;
		const allowed = retryAfterMs <= 1e-6;
		if (allowed) this.#fullAt = fullAt + this.#msPerToken;
		const resetAfterMs = Math.max(this.#fullAt - now, 0);
		return {
			allowed,
			limit: this.#capacity,
			remaining: Math.max(Math.floor(this.#capacity - resetAfterMs / this.#msPerToken + 1e-6), 0),
			resetAfterMs,
			retryAfterMs: allowed ? 0 : retryAfterMs,
		};
	}
}

/**
 * At most `limit` in any span of `windowMs`: the strictest reading of "50 requests per second".
 */
export class SlidingWindow {
	readonly #limit: number;
	readonly #windowMs: number;
	readonly #times: number[] = [];

	constructor(limit: number, windowMs: number) {
		this.#limit = limit;
		this.#windowMs = windowMs;
	}

	/** 0 when the one at `now` is let through, else the milliseconds until one would be. */
	take(now: number): number {
		while (this.#times.length > 0 && (this.#times[0] ?? 0) <= now - this.#windowMs) this.#times.shift();
		if (this.#times.length < this.#limit) {
			this.#times.push(now);
			return 0;
		}
		return (this.#times[0] ?? now) + this.#windowMs - now;
	}

	/** How many more would be let through at `now`. */
	remaining(now: number): number {
		return this.#limit - this.#times.filter((time) => time > now - this.#windowMs).length;
	}
}
