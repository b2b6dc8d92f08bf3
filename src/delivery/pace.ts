import type { Pace } from "../store/schema.ts";

/** Calm's bucket: so many messages at once, and one more each so many milliseconds. */
const CALM_BURST = 6;
const CALM_REFILL_MS = 20_000;
/** So many people who wait are let out together, however lately others were. */
const COMPANY = 20;
/** So many people who were named within so many milliseconds are a crowd: Discord's pace alone rules. */
const CROWD = 60;
const CROWD_WITHIN_MS = 5_000;

/** Posts of so long ago still count. */
export const GATE_MEMORY_MS = CALM_BURST * CALM_REFILL_MS;

/**
 * The gate before a channel: it lets messages out at their host's pace, which is slower than Discord's. Whoever waits when
 * it opens is let out, if not with the first message then with those that follow it; each of them draws from the bucket.
 * Times are the steady clock's.
 */
export interface Gate {
	/** When the last post left. */
	postedAt: number;
	/** What was left in calm's bucket then, in messages. The other paces have one of a single message, which is empty then. */
	left: number;
	/** The posts of the last few seconds. */
	named: readonly NamingPost[];
}

/** A post, and how many people it named. */
export interface NamingPost {
	at: number;
	people: number;
}

/**
 * The gate as it stands after posts at these times by the wall clock, so that a restart does not forget what a channel has
 * had. Calm's bucket is taken to have been empty before them: it is full by now if there are none.
 */
export function gateAfter(posts: readonly NamingPost[], { now, steady }: { now: number; steady: number }): Gate {
	const steadily = posts.map(({ at, people }) => ({ at: steady - Math.max(0, now - at), people }));
	const before: Gate = { postedAt: steady - GATE_MEMORY_MS, left: 0, named: [] };
	return steadily.toSorted((a, b) => a.at - b.at).reduce(afterNaming, before);
}

/** The gate after a post. */
export function afterNaming(gate: Gate, { at, people }: NamingPost): Gate {
	const gained = Math.max(0, at - gate.postedAt) / CALM_REFILL_MS;
	const left = Math.max(0, Math.min(CALM_BURST, gate.left + gained) - 1);
	return { postedAt: Math.max(gate.postedAt, at), left, named: [...namedLately(gate, at), { at, people }] };
}

/** Those who wait for a channel to be posted to. */
export interface AtGate {
	/** How their hosts want it; several, where hosts share the channel. */
	paces: readonly Pace[];
	people: number;
	/** How many of them have waited since before the gate opened last. */
	followers: number;
}

/** What the gate does with those who wait. */
export type Passage =
	/** It opens: whoever waits now is let out. */
	| { is: "open" }
	/** It stays closed, and those go on who have been let out before. */
	| { is: "followed" }
	/** It stays closed until then if nobody else comes. */
	| { is: "held"; until: number };

/** Whether those who wait may have a message now. Hosts who share a channel share the gate: it opens for the most hurried. */
export function passage(gate: Gate, { paces, people, followers }: AtGate, now: number): Passage {
	const until = Math.min(...paces.map((pace) => opensAt(gate, pace, people, now)));
	if (until <= now) return { is: "open" };
	return followers > 0 ? { is: "followed" } : { is: "held", until };
}

/** When the gate is open for a host's message while so many people wait: in the past if it is, else if nobody else comes. */
function opensAt(gate: Gate, pace: Pace, people: number, now: number): number {
	switch (pace) {
		case "swift":
			return Number.NEGATIVE_INFINITY;
		case "calm":
			if (people >= COMPANY || isCrowd(gate, now)) return Number.NEGATIVE_INFINITY;
			return gate.postedAt + Math.max(0, 1 - gate.left) * CALM_REFILL_MS;
		default:
			return gate.postedAt + Number(pace) * 1_000;
	}
}

function isCrowd(gate: Gate, now: number): boolean {
	return namedLately(gate, now).reduce((sum, { people }) => sum + people, 0) >= CROWD;
}

function namedLately({ named }: Gate, now: number): NamingPost[] {
	return named.filter(({ at }) => now - at < CROWD_WITHIN_MS);
}
