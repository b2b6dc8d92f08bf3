import { backoff } from "./backoff.ts";

/** One post as it goes to Discord. */
export interface Post {
	channelId: string;
	body: string;
	/** At most 25 characters; Discord makes no second message for a nonce it has just seen. */
	nonce: string;
	/** User ids that may be pinged; everything else in the body stays silent. */
	mentions: string[];
	/** Highlight without a notification. */
	silent: boolean;
}

/** What became of a post. */
export type Outcome =
	/** It stands in the channel. `bucketOpensInMs` is over 0 when Discord says that the channel's bucket is empty now. */
	| { kind: "posted"; discordId: string | null; bucketOpensInMs: number }
	/** Too many posts: to be tried again after `retryAfterMs`. `global` concerns every channel. */
	| { kind: "limited"; retryAfterMs: number; global: boolean }
	/** No answer, a broken one, or Discord's own trouble: it may stand there or not. */
	| { kind: "unknown"; reason: string }
	/** Discord will not have it. */
	| { kind: "refused"; status: number; code: number | string; reason: string };

/** An outcome that leaves something to decide. */
export type Failure = Exclude<Outcome, { kind: "posted" }>;

/** Posts to Discord once. Resolves with what became of it; never rejects. */
export type SendPost = (post: Post) => Promise<Outcome>;

/** Whether a post stands in its channel. */
export type Finding =
	| { kind: "there"; discordId: string; at: number }
	| { kind: "missing" }
	| { kind: "unreadable"; reason: string };

/**
 * Looks for a post among the channel's messages. It was written at `writtenAt`, by our clock, which may have been wrong;
 * `isAnother` tells of a message of ours in the same words whether it is another post. Rejects only when that rejects.
 */
export type FindPost = (
	post: Post,
	writtenAt: number,
	isAnother: (discordId: string) => Promise<boolean>,
) => Promise<Finding>;

/** What to do next about a message. */
export type Verdict =
	| { do: "settle" }
	| { do: "again"; afterMs: number }
	/** The channel takes nothing from us until its permissions change. */
	| { do: "park" }
	/** Discord says that the channel is no more: then nothing can be said there. */
	| { do: "leave" }
	/** The words are the problem: say them differently. */
	| { do: "reword" }
	/** Discord does not know our token any more. */
	| { do: "stop" };

/** Decides what an outcome means after so many attempts (1 for the first). */
export function judge(outcome: Outcome, attempts: number): Verdict {
	switch (outcome.kind) {
		case "posted":
			return { do: "settle" };
		case "limited":
			return { do: "again", afterMs: outcome.retryAfterMs };
		case "unknown":
			return { do: "again", afterMs: backoff(attempts) };
		case "refused":
			return judgeRefusal(outcome.status, outcome.code);
	}
}

const UNKNOWN_CHANNEL = 10003;
/** The nonce's first message has been deleted since: it was delivered (https://github.com/discord/discord-api-docs/pull/6647). */
const UNKNOWN_MESSAGE = 10008;

function judgeRefusal(status: number, code: number | string): Verdict {
	if (code === UNKNOWN_MESSAGE) return { do: "settle" };
	if (code === UNKNOWN_CHANNEL) return { do: "leave" };
	if (status === 401) return { do: "stop" };
	if (status === 403 || status === 404) return { do: "park" };
	return { do: "reword" };
}
