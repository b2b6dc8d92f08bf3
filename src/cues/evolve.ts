import type { CuePlaceFault } from "../cue-place.ts";
import type { CueWords } from "../cue-words.ts";
import type { CueBasis } from "./basis.ts";
import type { CuePlace } from "./board.ts";
import { type Cue, type CueMessage, newCue } from "./cue.ts";
import type { CueSetback } from "./setback.ts";
import type { ChannelTarget } from "./target.ts";

/** What has happened to a cue. */
export type CueChange =
	/** Its session was read. */
	| { kind: "read"; basis: CueBasis }
	/** Nothing was to be done. */
	| { kind: "left" }
	/** It cannot be shown for now. */
	| { kind: "put off" }
	| { kind: "opened"; hostId: string; channelId: string }
	| { kind: "posted"; place: CuePlace; words: CueWords }
	/** Where its message stands was stored. */
	| { kind: "stored" }
	| { kind: "edited"; messageId: string; words: CueWords }
	/** It must not be shown there, because of this; the message that stood there or elsewhere, if one did, has been taken away. */
	| { kind: "unfit"; target: ChannelTarget; fault: CuePlaceFault; taken: string | null }
	/** Its message has been taken away from where the host does not want it any more. */
	| { kind: "taken away"; messageId: string }
	/** What we may do on its server has changed. */
	| { kind: "permitted" }
	/** Another session is held in the room: nobody needs to know any more who came after this one. */
	| { kind: "succeeded" }
	| CueSetback;

/** Nothing keeps it from its host. */
const OPEN: Pick<Cue, "failures" | "shut" | "fault" | "told"> = { failures: 0, shut: null, fault: null, told: null };

/** Returns what is known of a cue after something has happened to it. */
export function evolve(cue: Cue, change: CueChange): Cue {
	switch (change.kind) {
		case "read":
			return afterReading(cue, change.basis);
		case "opened":
			return { ...cue, direct: { hostId: change.hostId, channelId: change.channelId } };
		case "posted":
			return { ...cue, ...OPEN, message: { is: "posted", place: change.place, words: change.words } };
		case "stored":
			return { ...cue, message: onceStored(cue.message) };
		case "edited":
			return { ...cue, ...OPEN, message: { is: "shown", messageId: change.messageId, words: change.words } };
		case "succeeded":
			return { ...cue, callers: new Map() };
		case "delayed":
			return { ...cue, failures: cue.failures + 1 };
		case "deleted":
			return { ...cue, failures: 0, replaced: true, message: { is: "deleted", messageId: change.messageId } };
		case "taken away":
			return { ...cue, ...afterTakingAway(change.messageId), failures: 0 };
		case "unnamed":
			return { ...cue, failures: 0, named: false };
		case "shut":
			return afterShutting(cue, change);
		case "unfit":
			return afterShutting({ ...cue, ...afterTakingAway(change.taken) }, change);
		case "permitted":
			return cue.shut?.kind === "channel" ? { ...cue, shut: null, fault: null } : cue;
		case "left":
		case "put off":
			return cue;
	}
}

/** Whether a cue that has nothing left to do must be remembered: what it says, who came after hours, or when to look again. */
export function isNeeded({ over, callers, looksAt }: Cue): boolean {
	return !over || callers.size > 0 || looksAt !== null;
}

function afterReading(cue: Cue, { session, content, now }: CueBasis): Cue {
	if (!session) return { ...newCue(), over: true };
	const callers = content?.kind === "over" ? content.names : cue.callers;
	const looksAt = soonest(content?.until ?? null, cue.looksAt !== null && cue.looksAt > now ? cue.looksAt : null);
	return { ...cue, serverId: session.serverId, roomId: session.roomId, over: session.over, looksAt, callers };
}

function soonest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** The host is told of it once, unless it is their own doing. */
function afterShutting(
	cue: Cue,
	{ target, fault }: Pick<Extract<CueChange, { kind: "shut" }>, "target" | "fault">,
): Cue {
	return { ...cue, failures: 0, shut: target, fault, told: fault === null ? cue.told : target };
}

function afterTakingAway(messageId: string | null): Partial<Cue> {
	return messageId === null ? {} : { message: { is: "deleted", messageId } };
}

function onceStored(message: CueMessage): CueMessage {
	if (message.is !== "posted") return message;
	return { is: "shown", messageId: message.place.messageId, words: message.words };
}
