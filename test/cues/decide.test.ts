import { describe, expect, it } from "vitest";
import { type CueWords, NOTHING_TO_DO } from "../../src/cue-words.ts";
import type { CueBasis } from "../../src/cues/basis.ts";
import type { Cue, CueMessage } from "../../src/cues/cue.ts";
import { type CueTask, decide } from "../../src/cues/decide.ts";
import type { CueTarget } from "../../src/cues/target.ts";
import { nonceFrom } from "../../src/nonce.ts";
import {
	annas,
	FIRST_AT,
	first,
	henrys,
	known,
	lastWord,
	lobby,
	MINUTE,
	office,
	onAir,
	over,
	plain,
	second,
} from "./given.ts";

type Case = [title: string, cue: Partial<Cue>, basis: CueBasis, task: CueTask];

const leave: CueTask = { do: "leave" };
const putOff: CueTask = { do: "put off" };

/** The message that stands first says so. */
function says(text: string): { message: CueMessage } {
	return { message: { is: "shown", messageId: first.messageId, words: plain(text) } };
}

/** Says that Kim is in, who has chosen that name. */
const offering: CueWords = {
	text: "Kim is in",
	...NOTHING_TO_DO,
	control: {
		sessionId: "pottery",
		label: "Not this name: Kim",
		names: [{ userId: "kim", mark: "m", name: "Kim", onDiscord: "" }],
	},
};

/** Posts "Maya is in" in a channel, in silence, as the cue of the session that is on. */
function posts(
	channelId: string,
	{ after = "", instead = null as CueBasis["stored"], target = office as CueTarget } = {},
): CueTask {
	const nonce = nonceFrom(`cue pottery ${channelId} ${after}`);
	return { do: "post", target, post: { channelId, words: plain("Maya is in"), nonce, silent: true }, instead };
}

/** Edits the message that stands first, in the office. */
function edits(text: string, target: CueTarget = office): CueTask {
	return { do: "edit", target, within: office, place: first, words: plain(text) };
}

/** Tells with a sound, in the office, who came after hours. */
function tells({ after = "" } = {}): CueTask {
	const nonce = nonceFrom(`cue pottery office ${after}`);
	const post = { channelId: "office", words: plain("over, Tom came by"), nonce, silent: false };
	return { do: "post", target: office, post, instead: null };
}

describe("deciding about a cue", () => {
	it.each<Case>([
		["a session that is gone is left alone", {}, onAir({ session: null, target: null }), putOff],
		["a host who wants none gets none", {}, onAir({ target: null }), putOff],
		["and is left with none that stands", {}, onAir({ target: null, stored: first }), { do: "withdraw", place: first }],
		[
			"that is taken away once",
			{ message: { is: "deleted", messageId: first.messageId } },
			onAir({ target: null, stored: first }),
			putOff,
		],
		["but with the last word of a session that is over", {}, over({ target: null, stored: first }), putOff],
		["nothing is said while nobody can tell who is in", {}, onAir({ content: null }), putOff],
		["nothing is tried where it cannot be shown", { shut: office }, onAir(), putOff],
		["another channel is another place", { shut: lobby }, onAir(), posts("office")],
		[
			"a new message is stored before all else",
			{ message: { is: "posted", place: second, words: plain("") }, shut: office },
			onAir({ target: null }),
			{ do: "store", place: second },
		],
	])("%s", (_title, cue, basis, task) => expect(decide(known(cue), basis)).toEqual(task));
});

describe("deciding whether a host is to hear of somebody", () => {
	const words = plain("Maya is in");
	const edit: CueTask = { do: "edit", target: office, within: office, place: first, words };
	const nonce = nonceFrom(`cue pottery office ${first.messageId}`);
	const post = { channelId: "office", words, nonce, silent: false };
	const nudge: CueTask = { do: "post", target: office, post, instead: first };
	it.each<[string, { came: number | null; at: number }, CueTask]>([
		["not while nobody waits for them", { came: null, at: 10 }, edit],
		["when somebody has come since the last message, which has stood for two minutes", { came: 5, at: 5 }, nudge],
		["just as the two minutes are over", { came: 1, at: 2 }, nudge],
		["not within two minutes of the last message", { came: 1, at: 1.99 }, edit],
		["not for who was there when the last message was made", { came: -1, at: 10 }, edit],
	])("%s", (_title, { came, at }, task) => {
		const callsFor = came === null ? null : FIRST_AT + came * MINUTE;
		const content = { kind: "running", words, callsFor, until: null } as const;
		const basis = onAir({ stored: first, content, now: FIRST_AT + at * MINUTE });
		expect(decide(known(), basis)).toEqual(task);
	});
});

describe("deciding about a cue while the session is on", () => {
	const stored = first;
	it.each<Case>([
		["posts the first message", {}, onAir(), posts("office")],
		["edits the one that stands, whatever it says after a restart", {}, onAir({ stored }), edits("Maya is in")],
		["edits the one that says something else", says("nobody is in"), onAir({ stored }), edits("Maya is in")],
		["leaves the one that says so already", says("Maya is in"), onAir({ stored }), leave],
		[
			"edits the one below which something else can be done",
			says("Kim is in"),
			onAir({ stored, content: { kind: "running", words: offering, callsFor: null, until: null } }),
			{ do: "edit", target: office, within: office, place: first, words: offering },
		],
		[
			"edits the one another process has posted since",
			says("Maya is in"),
			onAir({ stored: second }),
			{ do: "edit", target: office, within: office, place: second, words: plain("Maya is in") },
		],
		[
			"posts anew what was deleted",
			{ message: { is: "deleted", messageId: first.messageId } },
			onAir({ stored }),
			posts("office", { after: first.messageId }),
		],
		[
			"edits what another process posted in place of the deleted one",
			{ message: { is: "deleted", messageId: second.messageId } },
			onAir({ stored }),
			edits("Maya is in"),
		],
		[
			"follows the host to another channel, and leaves none behind",
			says("Maya is in"),
			onAir({ stored, target: lobby }),
			posts("lobby", { after: first.messageId, instead: first, target: lobby }),
		],
		["opens direct messages first", {}, onAir({ target: henrys }), { do: "open", target: henrys }],
		[
			"posts in direct messages that are open",
			{ direct: { hostId: "henry", channelId: "dm" } },
			onAir({ target: henrys }),
			posts("dm", { target: henrys }),
		],
		[
			"tells nobody in the direct messages of another host",
			{ direct: { hostId: "henry", channelId: "dm" } },
			onAir({ target: annas }),
			{ do: "open", target: annas },
		],
	])("%s", (_title, cue, basis, task) => expect(decide(known(cue), basis)).toEqual(task));
});

describe("deciding about a cue once the session is over", () => {
	const stored = first;
	const sameDay = lastWord("2026-11-21");
	const nextDay = lastWord("2026-11-22");
	const inDirect = { ...first, channelId: "dm" };
	it.each<Case>([
		["has the last word in the message that stands", {}, over({ stored }), edits("over")],
		[
			"has it there although the host wants cues elsewhere now",
			{},
			over({ stored, target: henrys }),
			edits("over", henrys),
		],
		[
			"has it in the direct messages that are open",
			{ direct: { hostId: "henry", channelId: "dm" } },
			over({ stored: inDirect, target: lobby }),
			{ do: "edit", target: lobby, within: henrys, place: inDirect, words: plain("over") },
		],
		["has no last word where nothing stands", {}, over(), leave],
		["leaves the last word alone once it is said", says("over"), over({ stored }), leave],
		[
			"tells of callers in the same message on the same day",
			says("over"),
			over({ stored, content: sameDay }),
			edits("over, Tom came by"),
		],
		[
			"leaves the message alone that may know more names",
			{},
			over({ stored, content: lastWord("2026-11-21", { forgotten: true }) }),
			leave,
		],
		[
			"tells of callers on another day in a new message",
			says("over"),
			over({ stored, content: nextDay }),
			tells({ after: first.messageId }),
		],
		[
			"tells of them even if it does not know their names",
			{},
			over({ stored, content: lastWord("2026-11-22", { forgotten: true }) }),
			tells({ after: first.messageId }),
		],
		[
			"counts days as the host does",
			{},
			over({ stored, content: nextDay, timeZone: "Asia/Tokyo" }),
			edits("over, Tom came by"),
		],
		["tells of callers where nothing stands", {}, over({ content: sameDay }), tells()],
		["opens direct messages only for something to tell", {}, over({ target: henrys }), leave],
		[
			"opens direct messages to tell of callers",
			{},
			over({ target: henrys, content: sameDay }),
			{ do: "open", target: henrys },
		],
	])("%s", (_title, cue, basis, task) => expect(decide(known(cue), basis)).toEqual(task));
});
