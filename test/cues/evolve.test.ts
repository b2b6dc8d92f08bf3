import { describe, expect, it } from "vitest";
import type { Cue } from "../../src/cues/cue.ts";
import { type CueChange, evolve, isNeeded } from "../../src/cues/evolve.ts";
import { first, henrys, known, lastWord, lobby, office, onAir, over, plain } from "./given.ts";

const { messageId } = first;
const tom = new Map([["tom", "Tom"]]);
const shown = { is: "shown", messageId, words: plain("Maya is in") } as const;

const NOW = onAir().now;

/** What a session's cue says runs out in so many milliseconds. */
function lookedAgain(inMs: number) {
	return onAir({
		content: { kind: "running", words: plain("Is Lena on the panel?"), callsFor: null, until: NOW + inMs },
	});
}

describe("a cue", () => {
	it.each<[title: string, before: Partial<Cue>, change: CueChange, after: Partial<Cue>]>([
		[
			"knows its room once its session was read",
			{},
			{ kind: "read", basis: onAir() },
			{ serverId: "server", roomId: "stage" },
		],
		[
			"knows that its session is over",
			{ message: shown },
			{ kind: "read", basis: over() },
			{ message: shown, serverId: "server", roomId: "stage", over: true },
		],
		[
			"is on again when its session is",
			{ roomId: "stage", over: true, callers: tom },
			{ kind: "read", basis: onAir() },
			{ serverId: "server", roomId: "stage", callers: tom },
		],
		[
			"remembers who came after hours",
			{},
			{ kind: "read", basis: over({ content: lastWord("2026-11-21", { names: tom }) }) },
			{ serverId: "server", roomId: "stage", over: true, callers: tom },
		],
		[
			"remembers them also when nobody wants to see it",
			{ callers: tom },
			{ kind: "read", basis: over({ content: null }) },
			{ serverId: "server", roomId: "stage", over: true, callers: tom },
		],
		[
			"is looked at again when what it says has run out",
			{},
			{ kind: "read", basis: lookedAgain(30) },
			{ serverId: "server", roomId: "stage", looksAt: NOW + 30 },
		],
		[
			"is looked at first where two things run out",
			{ looksAt: NOW + 10 },
			{ kind: "read", basis: lookedAgain(30) },
			{ serverId: "server", roomId: "stage", looksAt: NOW + 10 },
		],
		[
			"is looked at by itself no more, once that time has come and nothing runs out",
			{ looksAt: NOW },
			{ kind: "read", basis: onAir() },
			{ serverId: "server", roomId: "stage", looksAt: null },
		],
		[
			"forgets all of a session that is not stored any more",
			{ message: shown, named: false, roomId: "stage", callers: tom },
			{ kind: "read", basis: onAir({ session: null }) },
			{ over: true },
		],
		[
			"stays away from a place that is unfit, and knows that what stood there is gone and the host is told",
			{ message: shown, failures: 1 },
			{ kind: "unfit", target: office, fault: "public", taken: first.messageId },
			{ message: { is: "deleted", messageId: first.messageId }, shut: office, fault: "public", told: office },
		],
		[
			"is wanted as before where it is wanted, when it was taken away from elsewhere",
			{ message: shown, failures: 1 },
			{ kind: "taken away", messageId },
			{ message: { is: "deleted", messageId } },
		],
		[
			"is not shut any more once it may be permitted, and told all the same",
			{ shut: office, told: office },
			{ kind: "permitted" },
			{ told: office },
		],
		[
			"of direct messages stays shut, whatever is permitted on a server",
			{ shut: henrys },
			{ kind: "permitted" },
			{ shut: henrys },
		],
		[
			"knows the direct messages that are open",
			{},
			{ kind: "opened", hostId: "henry", channelId: "dm" },
			{ direct: { hostId: "henry", channelId: "dm" } },
		],
		[
			"is still to be stored when it was posted",
			{ failures: 2 },
			{ kind: "posted", place: first, words: plain("Maya is in") },
			{ message: { is: "posted", place: first, words: plain("Maya is in") } },
		],
		[
			"is shown once that is stored",
			{ message: { is: "posted", place: first, words: plain("Maya is in") } },
			{ kind: "stored" },
			{ message: shown },
		],
		[
			"says what it was made to say",
			{ failures: 2 },
			{ kind: "edited", messageId, words: plain("Maya is in") },
			{ message: shown },
		],
		["counts failures in a row", { failures: 2 }, { kind: "delayed", afterMs: 1, everywhere: false }, { failures: 3 }],
		[
			"is replaced when it was deleted",
			{ message: shown, failures: 2 },
			{ kind: "deleted", messageId },
			{ message: { is: "deleted", messageId }, replaced: true },
		],
		["names nobody once that was refused", { failures: 2 }, { kind: "unnamed" }, { named: false }],
		[
			"knows where it cannot be shown",
			{ message: shown, shut: lobby, failures: 2 },
			{ kind: "shut", target: office, fault: "refused" },
			{ message: shown, shut: office, fault: "refused", told: office },
		],
		[
			"needs no names any more when another session is held in its room",
			{ over: true, callers: tom },
			{ kind: "succeeded" },
			{ over: true },
		],
		[
			"stays as it is when nothing was done",
			{ message: shown, failures: 2 },
			{ kind: "left" },
			{ message: shown, failures: 2 },
		],
		["stays as it is when it was put off", { failures: 2 }, { kind: "put off" }, { failures: 2 }],
	])("%s", (_title, before, change, after) => expect(evolve(known(before), change)).toEqual(known(after)));

	it("is needed while its session is on, and then as long as it knows who came after hours", () => {
		expect(isNeeded(known())).toBe(true);
		expect(isNeeded(known({ over: true, callers: tom }))).toBe(true);
		expect(isNeeded(known({ over: true, looksAt: NOW }))).toBe(true);
		expect(isNeeded(known({ over: true }))).toBe(false);
	});
});
