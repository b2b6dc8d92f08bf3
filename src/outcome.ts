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
	/** What its button says, with which those who are greeted see to how they are; null for none. */
	button: string | null;
	/** What the button says with which anybody gets the recap of a session; null for none. */
	recapButton: { label: string; sessionId: string } | null;
}

/** What became of a post. */
export type Outcome =
	/** It stands in the channel. `bucketOpensInMs` is over 0 when Discord says that the channel's bucket is empty now. */
	| { kind: "posted"; discordId: string; bucketOpensInMs: number }
	/** Too many posts: to be tried again after `retryAfterMs`. `global` concerns every channel. */
	| { kind: "limited"; retryAfterMs: number; global: boolean }
	/** No answer, a broken one, or Discord's own trouble: it may stand there or not. */
	| { kind: "unknown"; reason: string }
	/** Discord will not have it, and says so with a code of its own; 0 says no more than the status. */
	| { kind: "refused"; status: number; code: number; reason: string };

/** An outcome that leaves something to decide. */
export type Failure = Exclude<Outcome, { kind: "posted" }>;

/** Posts to Discord once. Resolves with what became of it; never rejects. */
export type SendPost = (post: Post) => Promise<Outcome>;

/** Whether a post stands in its channel. */
export type Finding =
	| { kind: "there"; discordId: string; at: number }
	| { kind: "missing" }
	/** Nobody may look for now, but after so long. */
	| { kind: "limited"; retryAfterMs: number }
	/** Nobody says, as in an outage: to be asked again. */
	| { kind: "unanswered"; reason: string }
	/** Nobody can tell, however often it is asked. */
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
	| { do: "reword" };

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
			return judgeRefusal(outcome, attempts);
	}
}

/** What some of Discord's codes say of a post, whatever the status (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json). */
const SAID: ReadonlyMap<number, Verdict> = new Map([
	[10003, { do: "leave" }], // unknown channel
	[50001, { do: "park" }], // missing access
	[50008, { do: "park" }], // no text channel
	[50013, { do: "park" }], // missing permissions
	[50083, { do: "park" }], // archived thread
	[160005, { do: "park" }], // locked thread
	[50035, { do: "reword" }], // invalid form
	[200000, { do: "reword" }], // blocked by AutoMod
	[240000, { do: "reword" }], // a harmful link
]);
/** The nonce's first message has been deleted since: it was delivered (https://github.com/discord/discord-api-docs/pull/6647). */
const UNKNOWN_MESSAGE = 10008;

/** Whether one of Discord's codes says by itself what a refusal means, whatever the status. */
export function isDecisive(code: number): boolean {
	return SAID.has(code);
}

/**
 * A refusal for a reason that nobody here knows keeps the words, for they may be fine: the channel is left alone for a
 * while, and somebody is told.
 */
function judgeRefusal({ status, code }: Extract<Outcome, { kind: "refused" }>, attempts: number): Verdict {
	const again: Verdict = { do: "again", afterMs: backoff(attempts) };
	if (code === UNKNOWN_MESSAGE) return attempts > 1 ? { do: "settle" } : again; // at first there is nothing to delete
	const said = SAID.get(code);
	if (said) return said;
	if (code === 0 && status !== 400 && status !== 403) return again; // a general answer, such as "404: Not Found"
	return { do: "park" };
}
