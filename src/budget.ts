import type { Clock } from "./clock.ts";
import { MOST_REQUESTS_PER_SECOND } from "./limits.ts";

/** All posts of greetings together; the rest is for everything else. */
const MOST_POSTS_PER_SECOND = 45;
const WINDOW_MS = 1_000;
/** A post that was not answered for so long has reached Discord long since, or never will. */
const LONGEST_WAY_MS = 1_000;
/** Where turns could not be granted in time, so much of it is made up for at once. */
const MADE_UP_MS = 200;

/** Leave to make one post. */
export interface Turn {
	/** Resolves when the post may leave: at once, unless turns were kept for long. Does nothing once it was used or given back. */
	use(): Promise<void>;
	/** The answer to the post has come, or none will. */
	end(): void;
	/** Nothing is posted after all. Does nothing once the turn has been used or given back. */
	giveBack(): void;
}

/** Somebody who wants to post. */
interface TurnRequest {
	since: number;
	grant(turn: Turn | null): void;
}

/**
 * What may be posted over all channels: so many posts a second, in turns. The next turn goes to whoever has waited longest.
 * So many turns a second are granted, and so many posts leave: a store that is slow for a while has those that it kept leave
 * one after another. Turns that are waited for come evenly: a burst each second would reach Discord as one, now later and
 * now sooner, and so be more than a second's posts.
 *
 * When a post reaches Discord, only its answer tells: this process or the network may hold some up and let them go together
 * with those that follow. So of those that are on their way or were answered within a second there are never more than
 * Discord lets through. Times are the steady clock's.
 */
export class Budget {
	readonly #clock: Clock;
	readonly #signal: AbortSignal;
	readonly #perSecond: number;
	/** When the latest turns were granted, and when the latest posts left; of each as many as a second may have. */
	#granted: number[] = [];
	#left: number[] = [];
	/** The posts that Discord may have had within the last second, and until when each of them counts. */
	#atDiscord = new Set<{ until: number }>();
	/** How many posts wait until they may leave, and what resolves when the last of them has left. */
	#toLeave = 0;
	#leaving: Promise<unknown> = Promise.resolve();
	/** How many turns are granted and neither used nor given back. */
	#kept = 0;
	#closedUntil = Number.NEGATIVE_INFINITY;
	readonly #asking = new Set<TurnRequest>();
	/** Before this time nobody who waits gets a turn. */
	#nextAt = Number.NEGATIVE_INFINITY;
	/** When it is looked again who can have a turn; infinite while nobody asks, or until a turn that is kept comes to an end. */
	#looksAt = Number.POSITIVE_INFINITY;

	/** Grants no more turns once `signal` aborts. */
	constructor(clock: Clock, signal: AbortSignal, perSecond = MOST_POSTS_PER_SECOND) {
		this.#clock = clock;
		this.#signal = signal;
		this.#perSecond = perSecond;
		signal.addEventListener("abort", () => this.#refuseAll(), { once: true });
	}

	/** Whether a turn can be had at once: one is left, and nobody waits for it. */
	get isFree(): boolean {
		return this.#asking.size === 0 && this.#opensAt <= this.#clock.steady();
	}

	/** A turn at once; null when none is free. */
	takeFree(): Turn | null {
		return this.isFree && !this.#signal.aborted ? this.#grant() : null;
	}

	/** Waits for a turn; who has waited since the earliest time comes first. Resolves with null once none comes any more. */
	take(since = this.#clock.steady()): Promise<Turn | null> {
		if (this.#signal.aborted || this.isFree) return Promise.resolve(this.takeFree());
		return new Promise((grant) => {
			this.#asking.add({ since, grant });
			this.#look();
		});
	}

	/** Grants no turn for `ms` milliseconds, because Discord says that we are over its global limit. */
	closeFor(ms: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, this.#clock.steady() + ms);
	}

	/** Since when a turn is free, or from when on; infinite while that depends on those that are kept. */
	get #opensAt(): number {
		if (this.#kept >= this.#perSecond) return Number.POSITIVE_INFINITY;
		return Math.max(this.#closedUntil, this.#secondAfter(this.#granted), this.#secondAfter(this.#left), this.#roomAt);
	}

	/** When Discord is certain to take another post. */
	get #roomAt(): number {
		const now = this.#clock.steady();
		for (const post of this.#atDiscord) if (post.until <= now) this.#atDiscord.delete(post);
		if (this.#atDiscord.size < MOST_REQUESTS_PER_SECOND) return Number.NEGATIVE_INFINITY;
		return Math.min(...[...this.#atDiscord].map(({ until }) => until));
	}

	/** When a second's worth of times leaves room for another. */
	#secondAfter(times: readonly number[]): number {
		return (times[times.length - this.#perSecond] ?? Number.NEGATIVE_INFINITY) + WINDOW_MS;
	}

	get #longestAsking(): TurnRequest | undefined {
		let longest: TurnRequest | undefined;
		for (const asking of this.#asking) if (!longest || asking.since < longest.since) longest = asking;
		return longest;
	}

	#grant(): Turn {
		const at = this.#clock.steady();
		this.#granted = this.#with(this.#granted, at);
		this.#kept++;
		let isKept = true;
		const letGo = () => {
			const wasKept = isKept;
			if (wasKept) this.#kept--;
			isKept = false;
			return wasKept;
		};
		let end: () => void = () => undefined;
		return {
			use: async () => {
				if (letGo()) end = await this.#leave();
			},
			end: () => end(),
			giveBack: () => {
				if (!letGo()) return;
				this.#granted = this.#granted.toSpliced(this.#granted.lastIndexOf(at), 1);
				this.#look();
			},
		};
	}

	/** Resolves when a post may leave, one after the other, with what is to be called when its answer has come. */
	async #leave(): Promise<() => void> {
		if (this.#toLeave === 0 && this.#leavesInMs <= 0) return this.#leaveNow();
		this.#toLeave++;
		const left = this.#leaving.then(async () => {
			for (let ms = this.#leavesInMs; ms > 0 && !this.#signal.aborted; ms = this.#leavesInMs) {
				await this.#clock.sleep(ms, this.#signal);
			}
			this.#toLeave--;
			return this.#leaveNow();
		});
		this.#leaving = left;
		return left;
	}

	get #leavesInMs(): number {
		return Math.max(this.#secondAfter(this.#left), this.#roomAt) - this.#clock.steady();
	}

	#leaveNow(): () => void {
		const now = this.#clock.steady();
		const post = { until: now + LONGEST_WAY_MS + WINDOW_MS };
		this.#left = this.#with(this.#left, now);
		this.#atDiscord.add(post);
		this.#look();
		return () => {
			post.until = Math.min(post.until, this.#clock.steady() + WINDOW_MS);
			this.#look();
		};
	}

	#with(times: readonly number[], at: number): number[] {
		return [...times, at].slice(-this.#perSecond);
	}

	/** Grants those who wait what is free, and looks again when more will be. */
	#look(): void {
		const now = this.#clock.steady();
		const dueAt = () => Math.max(this.#opensAt, this.#nextAt);
		for (let next = this.#longestAsking; next && dueAt() <= now; next = this.#longestAsking) {
			this.#nextAt = Math.max(dueAt(), now - MADE_UP_MS) + WINDOW_MS / this.#perSecond;
			this.#asking.delete(next);
			next.grant(this.#grant());
		}
		const looksAt = this.#asking.size > 0 ? dueAt() : Number.POSITIVE_INFINITY;
		if (looksAt === this.#looksAt) return;
		this.#looksAt = looksAt;
		if (Number.isFinite(looksAt)) void this.#lookAt(looksAt);
	}

	async #lookAt(at: number): Promise<void> {
		await this.#clock.sleep(at - this.#clock.steady(), this.#signal);
		if (this.#looksAt !== at || this.#signal.aborted) return;
		this.#looksAt = Number.POSITIVE_INFINITY;
		this.#look();
	}

	#refuseAll(): void {
		for (const { grant } of this.#asking) grant(null);
		this.#asking.clear();
	}
}
