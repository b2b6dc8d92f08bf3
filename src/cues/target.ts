/** Where a host wants their cue: in a channel or thread, or by direct message. */
export type CueTarget = { kind: "channel"; channelId: string } | DirectTarget;

export interface DirectTarget {
	kind: "direct";
	hostId: string;
}

/** Reads what a host has set: a channel's id, `dm`, or null while they want no cue. */
export function targetOf(cueTo: string | null, hostId: string): CueTarget | null {
	if (cueTo === null) return null;
	return cueTo === "dm" ? { kind: "direct", hostId } : { kind: "channel", channelId: cueTo };
}

/** Whether the place that is shut, if any, is this one. Direct messages with another host are another place. */
export function isShut(shut: CueTarget | null, target: CueTarget): boolean {
	if (target.kind === "channel") return shut?.kind === "channel" && shut.channelId === target.channelId;
	return shut?.kind === "direct" && shut.hostId === target.hostId;
}
