/**
 * How fast one channel is posted to. Discord lets about five posts through at once and one more each second
 * (https://github.com/discord/discord-api-docs/issues/5646 and 7680); we stay one below, because discord.js, once a bucket
 * is empty, makes everybody wait until it is full again (measured with @discordjs/rest 2.6).
 */
const BURST = 4;
const REFILL_MS = 1_050;

/** A token bucket: how many posts could leave at `at`, when it was last looked at; none before `closedUntil`. */
export interface Bucket {
	tokens: number;
	at: number;
	closedUntil: number;
}

/** A bucket as it stands after posts at these times, so that a restart does not forget what a channel has had. */
export function bucketAfter(postedAt: readonly number[], now: number): Bucket {
	let bucket: Bucket = { tokens: BURST, at: 0, closedUntil: 0 };
	for (const at of postedAt.toSorted((a, b) => a - b)) bucket = spendAt(bucket, at);
	return bucketAt(bucket, now);
}

/**
 * The bucket as it stands at `now`. Whoever waits keeps it: when the clock is set back, it is from there that it fills,
 * rather than when the old time has come again.
 */
export function bucketAt({ tokens, at, closedUntil }: Bucket, now: number): Bucket {
	const closed = now < at ? 0 : closedUntil;
	const gained = Math.max(0, now - Math.max(at, closed)) / REFILL_MS;
	return { tokens: Math.min(BURST, tokens + gained), at: now, closedUntil: closed };
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

/** A bucket that lets nothing through for so long, and then one post at a time: Discord has said that its own is empty. */
export function emptyFor(ms: number, now: number): Bucket {
	return { tokens: 1, at: now, closedUntil: now + ms };
}
