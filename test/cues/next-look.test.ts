import { describe, expect, it } from "vitest";
import { type NextLook, nextLook } from "../../src/cues/next-look.ts";
import { first, office, plain } from "./given.ts";

type Change = Parameters<typeof nextLook>[0];

const { messageId } = first;
const atOnce: NextLook = { kind: "at once" };

describe("the next look at a cue", () => {
	it.each<[title: string, change: Change, next: NextLook]>([
		["follows the opening of direct messages at once", { kind: "opened", hostId: "henry", channelId: "dm" }, atOnce],
		["follows a post at once, to store it", { kind: "posted", place: first, words: plain("") }, atOnce],
		[
			"follows that after the usual wait, for it may say something else",
			{ kind: "stored" },
			{ kind: "later", afterMs: 2_500 },
		],
		[
			"waits for something to happen after an edit, at least as long",
			{ kind: "edited", messageId, words: plain("") },
			{ kind: "woken", afterMs: 2_500 },
		],
		["waits as long where nothing can be shown", { kind: "put off" }, { kind: "woken", afterMs: 2_500 }],
		["does not wait where nothing was to be done", { kind: "left" }, { kind: "woken", afterMs: 0 }],
		[
			"follows a failure when it may be tried again",
			{ kind: "delayed", afterMs: 7_000, everywhere: false },
			{ kind: "later", afterMs: 7_000 },
		],
		[
			"follows a short one after the usual wait",
			{ kind: "delayed", afterMs: 500, everywhere: false },
			{ kind: "later", afterMs: 2_500 },
		],
		["follows at once when the message was deleted", { kind: "deleted", messageId }, atOnce],
		[
			"follows at once when it was taken away, for it may be wanted elsewhere",
			{ kind: "taken away", messageId },
			atOnce,
		],
		["follows at once when names were refused", { kind: "unnamed" }, atOnce],
		[
			"follows at once when a place is shut, for the host may want another one",
			{ kind: "shut", target: office, fault: "refused" },
			atOnce,
		],
	])("%s", (_title, change, next) => expect(nextLook(change)).toEqual(next));
});
