import type { CueChange } from "./evolve.ts";

/** When to look at a cue again. */
export type NextLook =
	/** At once: there is more to do. */
	| { kind: "at once" }
	/** After `afterMs` milliseconds: there is more to do then. */
	| { kind: "later"; afterMs: number }
	/** When something has happened, but not before `afterMs` milliseconds have gone by. */
	| { kind: "woken"; afterMs: number };

/**
 * Discord lets five edits in five seconds through per channel, and three in six once the message is an hour old
 * (https://github.com/discord-userdoccers/discord-userdoccers/pull/551).
 */
const SHOW_EVERY_MS = 2_500;

/** Decides when to look at a cue again, from what the last look has changed. */
export function nextLook(change: Exclude<CueChange, { kind: "read" | "permitted" | "succeeded" }>): NextLook {
	switch (change.kind) {
		case "opened":
		case "posted":
		case "deleted":
		case "unnamed":
		case "shut":
		case "unfit":
		case "taken away":
			return { kind: "at once" };
		case "stored": // another process may have posted it before, with other words
			return { kind: "later", afterMs: SHOW_EVERY_MS };
		case "delayed":
			return { kind: "later", afterMs: Math.max(change.afterMs, SHOW_EVERY_MS) };
		case "edited":
		case "put off":
			return { kind: "woken", afterMs: SHOW_EVERY_MS };
		case "left":
			return { kind: "woken", afterMs: 0 };
	}
}
