import { type Failure, judge as judgePost } from "../outcome.ts";

/** Where a message stands. */
export interface Standing {
	channelId: string;
	messageId: string;
}

/** A cue that is posted for the first time. */
export interface NewCue {
	channelId: string;
	text: string;
	/** At most 25 characters; Discord makes no second message for a nonce it has just seen. */
	nonce: string;
	/** Without a notification. */
	silent: boolean;
}

/** What became of a request. */
export type Outcome =
	/** `text` is what the message says: for a nonce seen before, what it said before. */
	{ kind: "shown"; messageId: string; text: string } | Failure;

/** Where hosts see their cues. Each request is made once and resolves with what became of it; none rejects. */
export interface Board {
	post(cue: NewCue): Promise<Outcome>;
	edit(at: Standing, text: string): Promise<Outcome>;
	/** Takes a cue away, if it can be. */
	remove(at: Standing): Promise<void>;
	/** The channel of direct messages with a host who has asked for them. */
	openDirect(userId: string): Promise<{ kind: "opened"; channelId: string } | Failure>;
}

/** What to do next after a failure. */
export type Verdict =
	| { do: "again"; afterMs: number }
	/** The message is gone or cannot be changed any more. */
	| { do: "post anew" }
	/** The words are refused: show no names. */
	| { do: "unname" }
	/** The place takes nothing from us. */
	| { do: "leave" }
	/** Discord does not know our token any more. */
	| { do: "stop" };

const UNKNOWN_MESSAGE = 10008;
/** A message in an archived thread cannot be edited; a new one opens the thread again. */
const THREAD_ARCHIVED = 50083;

/** Decides what a failure means after so many in a row (1 for the first). */
export function judge(failure: Failure, failures: number): Verdict {
	if (failure.kind === "refused" && (failure.code === UNKNOWN_MESSAGE || failure.code === THREAD_ARCHIVED)) {
		return { do: "post anew" };
	}
	const verdict = judgePost(failure, failures);
	switch (verdict.do) {
		case "again":
		case "stop":
			return verdict;
		case "reword":
			return { do: "unname" };
		case "park":
		case "settle":
			return { do: "leave" };
	}
}
