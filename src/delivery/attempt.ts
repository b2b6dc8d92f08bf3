import type { Outcome, Post } from "../outcome.ts";
import type { ChannelContext } from "./context.ts";
import { type Bucket, emptyFor, spendAt, waitFor } from "./pace.ts";

/** Waits until a channel's bucket and the budget of all channels let a post through, or until `signal` aborts. */
export async function waitForTurn(bucket: Bucket, { clock, budget, signal }: ChannelContext): Promise<void> {
	while (!signal.aborted) {
		const now = clock.steady();
		const wait = Math.max(waitFor(bucket, now), budget.waitFor(now));
		if (wait === 0) return;
		await clock.sleep(wait, signal);
	}
}

/** Sends a post once, counting it against the budget of all. Returns what became of it, and its channel's bucket from there. */
export async function attempt(
	post: Post,
	bucket: Bucket,
	{ clock, send, budget, observe }: ChannelContext,
): Promise<{ outcome: Outcome; bucket: Bucket }> {
	const { channelId } = post;
	const now = clock.steady();
	budget.spend(now);
	observe({ kind: "attempting", channelId });
	const outcome = await send(post);
	observe({ kind: "attempted", channelId, outcome });
	const isEmpty = outcome.kind === "posted" && outcome.bucketOpensInMs > 0;
	return { outcome, bucket: isEmpty ? emptyFor(outcome.bucketOpensInMs, clock.steady()) : spendAt(bucket, now) };
}
