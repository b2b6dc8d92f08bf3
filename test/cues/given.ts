import { type CueWords, NOTHING_TO_DO } from "../../src/cue-words.ts";
import type { CueBasis } from "../../src/cues/basis.ts";
import type { CuePlace } from "../../src/cues/board.ts";
import type { CueContent } from "../../src/cues/content.ts";
import { type Cue, newCue } from "../../src/cues/cue.ts";
import type { ChannelTarget, DirectTarget } from "../../src/cues/target.ts";

export const MINUTE = 60_000;

/** Places of a cue: two channels, and the direct messages with two hosts. */
export const office: ChannelTarget = { kind: "channel", channelId: "office", hostId: "henry" };
export const lobby: ChannelTarget = { kind: "channel", channelId: "lobby", hostId: "henry" };
export const henrys: DirectTarget = { kind: "direct", hostId: "henry" };
export const annas: DirectTarget = { kind: "direct", hostId: "anna" };

/** A message in the office that Discord made on Saturday 2026-11-21 at 20:00 UTC, and another one. */
export const first: CuePlace = { channelId: "office", messageId: "1573790102323200000" };
/** When the first of them was made. */
export const FIRST_AT = Date.UTC(2026, 10, 21, 20);
export const second: CuePlace = { channelId: "office", messageId: "1573805201817600000" };

/** Words with which there is nothing to do. */
export function plain(text: string): CueWords {
	return { ...NOTHING_TO_DO, text };
}

/** A cue of which this much is known. */
export function known(parts: Partial<Cue> = {}): Cue {
	return { ...newCue(), ...parts };
}

/** What is known of a session that is on, and of whose cue nothing stands yet in the office where it is wanted. */
export function onAir(parts: Partial<CueBasis> = {}): CueBasis {
	return {
		sessionId: "pottery",
		session: { serverId: "server", roomId: "stage", over: false },
		target: office,
		stored: null,
		content: { kind: "running", words: plain("Maya is in"), callsFor: null, until: null },
		timeZone: null,
		now: FIRST_AT + 10 * MINUTE,
		...parts,
	};
}

/** The same of a session that is over. */
export function over(parts: Partial<CueBasis> = {}): CueBasis {
	return onAir({ session: { serverId: "server", roomId: "stage", over: true }, content: lastWord(), ...parts });
}

/** The last word of a cue, and who came after hours, if anybody did. */
export function lastWord(
	day: string | null = null,
	{ forgotten = false, names = new Map<string, string>() } = {},
): CueContent {
	const callers = day === null ? null : { day, forgotten };
	const words = plain(day === null ? "over" : "over, Tom came by");
	return { kind: "over", words, until: null, callers, names };
}
