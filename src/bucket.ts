/**
 * How fast one channel is posted to, and what stands there changed. Discord lets about five posts through at once and one more each second
 * (https://github.com/discord/discord-api-docs/issues/5646 and 7680); we stay one below, because discord.js, once a bucket
 * is empty, makes everybody wait until it is full again (measured with @discordjs/rest 2.6).
 */
const BURST = 4;
const REFILL_MS = 1_050;

/** A token bucket, by the steady clock: how many posts could leave at `at`, when it was last looked at; none before `closedUntil`. */
export interface Bucket {
	tokens: number;
	at: number;
	closedUntil: number;
}

/**
 * A bucket as it stands after posts at these times by the wall clock, so that a restart does not forget what a channel has
 * had. What seems to lie ahead has just been posted, by a process whose clock was fast.
 */
export function bucketAfter(postedAt: readonly number[], { now, steady }: { now: number; steady: number }): Bucket {
	const ages = postedAt.map((at) => Math.max(0, now - at)).sort((a, b) => b - a);
	const full: Bucket = { tokens: BURST, at: Number.NEGATIVE_INFINITY, closedUntil: Number.NEGATIVE_INFINITY };
	return bucketAt(
		ages.reduce((bucket, age) => spendAt(bucket, steady - age), full),
		steady,
	);
}

/** The bucket as it stands at `now`. */
function bucketAt({ tokens, at, closedUntil }: Bucket, now: number): Bucket {
	const gained = Math.max(0, now - Math.max(at, closedUntil)) / REFILL_MS;
	return { tokens: Math.min(BURST, tokens + gained), at: now, closedUntil };
}

/** How long until a post may leave, in milliseconds; 0 when it may leave now. */
export function waitFor(bucket: Bucket, now: number): number {
	const { tokens, closedUntil } = bucketAt(bucket, now);
	return Math.max(0, closedUntil - now) + Math.max(0, Math.ceil((1 - tokens) * REFILL_MS));
}

/** The bucket after a post at `now`. */
export function spendAt(bucket: Bucket, now: number): Bucket {
	const { tokens, ...rest } = bucketAt(bucket, now);
	return { tokens: tokens - 1, ...rest };
}

/** A bucket that lets no post through for `ms` milliseconds, and then one at a time: Discord says that its own is empty. */
export function emptyFor(ms: number, now: number): Bucket {
	return { tokens: 1, at: now, closedUntil: now + ms };
}
