import type { Failure } from "./outcome.ts";
import { type Phrase, phrase } from "./phrases/phrases.ts";

/** What makes a channel no place for a host's cue, which says who came late and how often. */
export type CuePlaceFault = "gone" | "public" | "unreadable";

/** Whether a host's cue may stand in a channel; or why nobody could tell. */
export type CuePlaceFinding =
	| { kind: "fits" }
	| { kind: "unfit"; fault: CuePlaceFault }
	| Exclude<Failure, { kind: "refused" }>;

/** Looks whether a host's cue may stand in a channel. Never rejects. */
export type CheckCuePlace = (channelId: string, hostId: string) => Promise<CuePlaceFinding>;

/** Says a fault to the host. */
export function describeCueFault(fault: CuePlaceFault, channelId: string): Phrase {
	return phrase(`trouble.cue.${fault}`, { channel: `<#${channelId}>` });
}
