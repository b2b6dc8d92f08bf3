import type { CheckCuePlace } from "../cue-place.ts";
import type { CueWords } from "../cue-words.ts";
import type { Failure } from "../outcome.ts";

/** Where a cue's message stands. */
export interface CuePlace {
	channelId: string;
	messageId: string;
}

/** A cue's message that is to be posted. */
export interface CuePost {
	channelId: string;
	words: CueWords;
	/** At most 25 characters; Discord makes no second message for a nonce it has just seen. */
	nonce: string;
	/** Without a notification. */
	silent: boolean;
}

/** What became of a request to show a cue. */
export type CueOutcome =
	/** `text` is what the message says: for a nonce seen before, what it said before. */
	{ kind: "shown"; messageId: string; text: string } | Failure;

/** Where hosts see their cues. Each request is made once and resolves with what became of it; none rejects. */
export interface Board {
	post(post: CuePost): Promise<CueOutcome>;
	edit(place: CuePlace, words: CueWords): Promise<CueOutcome>;
	/** Looks whether a host's cue may stand in a channel. */
	check: CheckCuePlace;
	/** Takes a cue away; one that is gone already is `removed` as well. */
	remove(place: CuePlace): Promise<{ kind: "removed" } | Failure>;
	/** The channel of direct messages with a host who has asked for them. */
	openDirect(hostId: string): Promise<{ kind: "opened"; channelId: string } | Failure>;
}
