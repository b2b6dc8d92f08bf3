import { backoff } from "../backoff.ts";

/**
 * A channel in which messages that may stand there were looked for in vain. All of them are put off, because the reason is the
 * channel's, not theirs; others go on meanwhile. A plain value; times are the steady clock's, in milliseconds.
 */
export interface PutOff {
	/** When the next of them is looked for. */
	until: number;
	/** How often in a row that has been in vain. */
	times: number;
	/** Which have been looked for in vain. The others go first, so that one that is never found keeps none back. */
	soughtIds: readonly string[];
}

/** Whoever looks in vain looks again so soon at the latest. */
const LONGEST_MS = 30_000;

/** Whether messages that may stand in a channel are put off at `now`. */
export function isPutOff(putOff: PutOff | null, now: number): putOff is PutOff {
	return putOff !== null && now < putOff.until;
}

/** A channel after one more message was looked for in vain. `retryAfterMs`: for so long it is of no use to look, 0 if nobody knows. */
export function afterVainLook(
	before: PutOff | null,
	{ messageId, retryAfterMs }: { messageId: string; retryAfterMs: number },
	now: number,
): PutOff {
	const times = (before?.times ?? 0) + 1;
	const sought = before?.soughtIds ?? [];
	return {
		until: now + Math.min(Math.max(retryAfterMs, backoff(times)), LONGEST_MS),
		times,
		soughtIds: sought.includes(messageId) ? [messageId] : [...sought, messageId], // once round, from the beginning
	};
}
