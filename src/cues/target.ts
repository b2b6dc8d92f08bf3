/** Where a host wants their cue: in a channel or thread, or by direct message. */
export type CueTarget = ChannelTarget | DirectTarget;

export interface ChannelTarget {
	kind: "channel";
	channelId: string;
	/** Who has to be able to read it. */
	hostId: string;
}

export interface DirectTarget {
	kind: "direct";
	hostId: string;
}

/** Reads what a host has set: a channel's id, `dm`, or null while they want no cue. */
export function targetOf(cueTo: string | null, hostId: string): CueTarget | null {
	if (cueTo === null) return null;
	return cueTo === "dm" ? { kind: "direct", hostId } : { kind: "channel", channelId: cueTo, hostId };
}

/** Whether a place, if there is one, is this target. What is fit for one host may not be for another. */
export function isSame(place: CueTarget | null, target: CueTarget): boolean {
	if (place?.hostId !== target.hostId) return false;
	if (target.kind === "channel") return place.kind === "channel" && place.channelId === target.channelId;
	return place.kind === "direct";
}
