import type { Failure } from "./outcome.ts";

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
export function describeCueFault(fault: CuePlaceFault, channelId: string): string {
	switch (fault) {
		case "gone":
			return `I cannot see <#${channelId}>; it may be gone.`;
		case "public":
			return `Everyone can read <#${channelId}>, and a cue says who came late and how often.`;
		case "unreadable":
			return `You cannot read <#${channelId}> yourself, and a cue is for your eyes. That takes *View Channel* and *Read Message History*; in a private thread, you have to be a member of it or have *Manage Threads*.`;
	}
}
