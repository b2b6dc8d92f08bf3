import type { CueFault } from "../cue-place.ts";
import type { CueWords } from "../cue-words.ts";
import type { CuePlace } from "./board.ts";
import type { CueTarget } from "./target.ts";

/** What this process knows of the cue of one session. */
export interface Cue {
	message: CueMessage;
	/** Whether a message that somebody had deleted was replaced once: the next one is not. */
	replaced: boolean;
	/** Where it cannot be shown: left alone until permissions change there, or the host wants it elsewhere. */
	shut: CueTarget | null;
	/** Why it cannot be shown there; null where the host has seen to that themselves. */
	fault: CueFault | null;
	/** The place of which the host has been told why their cue is kept from it: they are told once. */
	told: CueTarget | null;
	/** The channel of direct messages with a host, once opened. */
	direct: { hostId: string; channelId: string } | null;
	/** False once Discord has refused the names. */
	named: boolean;
	/** How many requests in a row have failed and are to be tried again. */
	failures: number;
	/** The session's server and room; null until it was read. */
	serverId: string | null;
	roomId: string | null;
	over: boolean;
	/** When it is looked at again by itself; null for never. */
	looksAt: number | null;
	/** The names of who came after hours, by user id. They are never stored. */
	callers: ReadonlyMap<string, string>;
}

/** A cue's message. Where it stands is stored; what it says, and what became of it, only this process knows. */
export type CueMessage =
	/** It stands where the store says, if anywhere; what it says is not known. */
	| { is: "stored" }
	/** It says `words`. */
	| { is: "shown"; messageId: string; words: CueWords }
	/** It was posted and says `words`; the store does not know of it yet. */
	| { is: "posted"; place: CuePlace; words: CueWords }
	/** Somebody has deleted it, whatever the store says. */
	| { is: "deleted"; messageId: string };

/** A cue of which nothing is known yet. */
export function newCue(): Cue {
	return {
		message: { is: "stored" },
		replaced: false,
		shut: null,
		fault: null,
		told: null,
		direct: null,
		named: true,
		failures: 0,
		serverId: null,
		roomId: null,
		over: false,
		looksAt: null,
		callers: new Map(),
	};
}
