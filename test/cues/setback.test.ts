import { describe, expect, it } from "vitest";
import type { Cue } from "../../src/cues/cue.ts";
import type { CueRemoval, CueRequest, CueWithdrawal } from "../../src/cues/decide.ts";
import { type CueSetback, setbackOf } from "../../src/cues/setback.ts";
import type { Failure } from "../../src/outcome.ts";
import { first, henrys, known, office, plain } from "./given.ts";

const opening: CueRequest = { do: "open", target: henrys };
const posting: CueRequest = {
	do: "post",
	target: office,
	post: { channelId: "office", words: plain(""), nonce: "", silent: true },
	instead: null,
};
const editing: CueRequest = { do: "edit", target: office, within: office, place: first, words: plain("") };

function refused(status: number, code = 0): Failure {
	return { kind: "refused", status, code, reason: "" };
}
const unknown: Failure = { kind: "unknown", reason: "timeout" };
const later = (afterMs: number, everywhere = false): CueSetback => ({ kind: "delayed", afterMs, everywhere });
const removing: CueRemoval = { do: "remove", target: office, place: first };
const withdrawing: CueWithdrawal = { do: "withdraw", place: first };
const deleted: CueSetback = { kind: "deleted", messageId: first.messageId };
const shut: CueSetback = { kind: "shut", target: office, fault: "refused" };
const unwanted: CueSetback = { ...shut, fault: null };

describe("what a failure means for a cue", () => {
	it.each<
		[
			title: string,
			cue: Partial<Cue>,
			request: CueRequest | CueRemoval | CueWithdrawal,
			failure: Failure,
			setback: CueSetback,
		]
	>([
		["an unknown outcome is tried again", {}, editing, unknown, later(500)],
		["and again later, when it has failed before", { failures: 2 }, editing, unknown, later(2_000)],
		["a limit is waited for", {}, posting, { kind: "limited", retryAfterMs: 7_000, global: false }, later(7_000)],
		[
			"a global limit is waited for by all",
			{},
			posting,
			{ kind: "limited", retryAfterMs: 7_000, global: true },
			later(7_000, true),
		],
		["a deleted message is posted anew", {}, editing, refused(404, 10008), deleted],
		["so is one in an archived thread", {}, editing, refused(400, 50083), deleted],
		["a second deleted one is not", { replaced: true }, editing, refused(404, 10008), unwanted],
		["nor is one that was deleted before it was known", { failures: 1 }, posting, refused(404, 10008), unwanted],
		["a first one cannot have been deleted", {}, posting, refused(404, 10008), later(500)],
		["one that is not to be posted into an archived thread is not", {}, posting, refused(400, 50083), shut],
		["one that could not be taken away is tried again", { failures: 1 }, removing, unknown, later(1_000)],
		["one that is not to be taken away from an archived thread stays", {}, removing, refused(400, 50083), shut],
		["one that nobody wants any more is tried again, too", {}, withdrawing, unknown, later(500)],
		[
			"but is left where Discord does not take it away",
			{},
			withdrawing,
			refused(403, 50013),
			{ kind: "taken away", messageId: first.messageId },
		],
		["an unknown reason is none to change the words", {}, editing, refused(400, 50109), shut],
		["refused words do without names", {}, editing, refused(400, 200000), { kind: "unnamed" }],
		[
			"refused words without names are not said",
			{ named: false },
			editing,
			refused(400, 200000),
			{ ...shut, fault: "words" },
		],
		["a forbidden channel is shut", {}, posting, refused(403, 50013), shut],
		["a channel that is gone is shut", {}, editing, refused(404, 10003), shut],
		[
			"a host who takes no direct messages is left alone",
			{},
			opening,
			refused(403, 50007),
			{ kind: "shut", target: henrys, fault: "direct" },
		],
	])("%s", (_title, cue, request, failure, setback) => {
		expect(setbackOf(known(cue), request, failure)).toEqual(setback);
	});
});
