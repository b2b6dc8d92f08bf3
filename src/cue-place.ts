import type { Failure } from "./outcome.ts";
import { type Phrase, phrase } from "./phrases/phrases.ts";

/** What makes a channel no place for a host's cue, which says who came late and how often. */
export type CuePlaceFault = "gone" | "public" | "unreadable";

/**
 * What keeps a cue from its host: its place is none for it, or Discord does not take it: not in `direct` messages, not in
 * these `words`, though they name nobody, or `refused` there for a reason of its own.
 */
export type CueFault = CuePlaceFault | "direct" | "words" | "refused";

/** Stands for a host's direct messages where another cue has the id of its channel, as in what a host has set. */
export const DIRECT = "dm";

/** A cue that is kept from where its host wants it: a channel's id, or `DIRECT`. */
export interface KeptCue {
	place: string;
	fault: CueFault;
}

/** Whether a host's cue may stand in a channel; or why nobody could tell. */
export type CuePlaceFinding =
	| { kind: "fits" }
	| { kind: "unfit"; fault: CuePlaceFault }
	| Exclude<Failure, { kind: "refused" }>;

/** Looks whether a host's cue may stand in a channel. Never rejects. */
export type CheckCuePlace = (channelId: string, hostId: string) => Promise<CuePlaceFinding>;

/** Says a fault of a place to the host. */
export function describeCueFault(fault: CuePlaceFault, channelId: string): Phrase {
	return phrase(`trouble.cue.${fault}`, { channel: `<#${channelId}>` });
}

/** Says to the host why their cue does not come, and what they can do; `trouble`: what else is known to be wrong in its channel. */
export function keptWords({ place, fault }: KeptCue, trouble: Phrase | null): Phrase {
	switch (fault) {
		case "direct":
			return phrase("alert.cueDirect");
		case "words":
			return phrase("alert.cueWords");
		case "refused":
			return phrase("alert.cue", { fault: trouble ?? phrase("trouble.cue.refused", { channel: `<#${place}>` }) });
		default:
			return phrase("alert.cue", { fault: describeCueFault(fault, place) });
	}
}
