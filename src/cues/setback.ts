import type { CueFault } from "../cue-place.ts";
import { type Failure, judge } from "../outcome.ts";
import type { Cue } from "./cue.ts";
import type { CueRemoval, CueRequest, CueWithdrawal } from "./decide.ts";
import type { CueTarget } from "./target.ts";

/** What a failure of Discord means for a cue. */
export type CueSetback =
	/** To be tried again; `everywhere` is set when Discord wants the wait before any request. */
	| { kind: "delayed"; afterMs: number; everywhere: boolean }
	/** Its message is gone or cannot be changed any more, and is to be posted anew. */
	| { kind: "deleted"; messageId: string }
	/** Its words are refused: it is to name nobody. */
	| { kind: "unnamed" }
	/** Its message, which nobody wants any more, cannot be taken away, and counts as if it had been. */
	| { kind: "taken away"; messageId: string }
	/** It cannot be shown there; `fault` is null when the host does not want it there: they have deleted it. */
	| { kind: "shut"; target: CueTarget; fault: CueFault | null };

const UNKNOWN_MESSAGE = 10008;
/** A message in an archived thread cannot be edited; a new one opens the thread again. */
const THREAD_ARCHIVED = 50083;

/** Decides what it means for a cue that a request has failed. */
export function setbackOf(cue: Cue, request: CueRequest | CueRemoval | CueWithdrawal, failure: Failure): CueSetback {
	if (request.do === "edit" && isAboutMessage(failure)) {
		const { target, place } = request;
		return cue.replaced ? { kind: "shut", target, fault: null } : { kind: "deleted", messageId: place.messageId };
	}
	const verdict = judge(failure, cue.failures + 1);
	if (verdict.do === "again") {
		return { kind: "delayed", afterMs: verdict.afterMs, everywhere: failure.kind === "limited" && failure.global };
	}
	if (request.do === "withdraw") return { kind: "taken away", messageId: request.place.messageId };
	const { target } = request;
	const shut = (fault: CueFault | null): CueSetback => ({ kind: "shut", target, fault });
	switch (verdict.do) {
		case "reword":
			return cue.named ? { kind: "unnamed" } : shut("words");
		case "settle":
			return shut(null);
		case "leave":
		case "park":
			return shut(target.kind === "direct" ? "direct" : "refused");
	}
}

function isAboutMessage(failure: Failure): boolean {
	return failure.kind === "refused" && (failure.code === UNKNOWN_MESSAGE || failure.code === THREAD_ARCHIVED);
}
