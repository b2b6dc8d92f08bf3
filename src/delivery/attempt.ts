import { type Bucket, emptyFor, spendAt, waitFor } from "../bucket.ts";
import type { Turn } from "../budget.ts";
import type { Outcome, Post } from "../outcome.ts";
import type { ChannelContext } from "./context.ts";

/** Waits until a channel's bucket lets a post through, or until `signal` aborts. */
export async function waitForBucket(bucket: Bucket, { clock, signal }: ChannelContext): Promise<void> {
	for (let wait = waitFor(bucket, clock.steady()); wait > 0 && !signal.aborted; ) {
		await clock.sleep(wait, signal);
		wait = waitFor(bucket, clock.steady());
	}
}

/** What came of sending a post once. */
interface Attempted {
	outcome: Outcome;
	/** Its channel's bucket from there. */
	bucket: Bucket;
	/** When it left, by the steady clock. */
	leftAt: number;
}

/** Sends a post once; its turn is used. */
export async function attempt(
	post: Post,
	{ bucket, turn }: { bucket: Bucket; turn: Turn },
	{ clock, send, observe }: ChannelContext,
): Promise<Attempted> {
	const { channelId } = post;
	await turn.use();
	const leftAt = clock.steady();
	observe({ kind: "attempting", channelId });
	const outcome = await send(post).finally(() => turn.end());
	observe({ kind: "attempted", channelId, outcome });
	const isEmpty = outcome.kind === "posted" && outcome.bucketOpensInMs > 0;
	return {
		outcome,
		bucket: isEmpty ? emptyFor(outcome.bucketOpensInMs, clock.steady()) : spendAt(bucket, leftAt),
		leftAt,
	};
}
