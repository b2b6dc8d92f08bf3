import { describe, expect, it } from "vitest";
import { evolve, type Room } from "../../src/rooms/room.ts";
import type { Done } from "../../src/rooms/step.ts";
import { awaiting, endedByHost, idle, NOON, on, pottery, session, settling, townHall } from "./given.ts";

describe("what is true once it has been done", () => {
	const opened: Done = {
		did: "open",
		session: session(),
		wasOpen: false,
		keptBy: townHall,
		emptySince: null,
		atOpening: new Set(["maya"]),
		settlesAt: 2_000,
	};
	const noted = (parts: Partial<Extract<Done, { did: "note" }>>): Done => {
		return { did: "note", change: {}, reason: townHall, emptySince: null, ...parts };
	};
	it.each<[what: string, given: Room, done: Done, then: Room]>([
		["a session that opened settles", idle, opened, settling(["maya"])],
		["nobody has come to what is on", idle, { did: "leave closed", reason: townHall, endedByHost: false }, awaiting],
		["its host has ended it", idle, { did: "leave closed", reason: townHall, endedByHost: true }, endedByHost],
		["nothing is on", idle, { did: "leave closed", reason: null, endedByHost: false }, idle],
		["what was on is over", on(), { did: "close", byHost: false, next: null }, idle],
		["a deserted session awaits somebody", on(), { did: "close", byHost: false, next: townHall }, awaiting],
		["an ended one does not", on(), { did: "close", byHost: true, next: townHall }, endedByHost],
		["an ended one that nothing kept open is over", on(), { did: "close", byHost: true, next: null }, idle],
		["it is another's", on(), noted({ change: { hostId: "henry" } }), on({ session: session({ hostId: "henry" }) })],
		["its room is empty", on(), noted({ emptySince: NOON }), on({ emptySince: NOON })],
		["what keeps it open has changed", on(), noted({ reason: pottery }), on({ reason: pottery })],
		["nothing is on any more that was awaited", awaiting, noted({ reason: null }), idle],
		["nothing is on any more that was ended", endedByHost, noted({ reason: null }), idle],
		["what was ended goes on", endedByHost, noted({}), endedByHost],
		["it is known who leads it", settling(["maya"]), { did: "compare", change: {}, unnamed: new Set() }, on()],
		[
			"of some it is not known who they are",
			settling(["maya", "tom"]),
			{ did: "compare", change: {}, unnamed: new Set(["tom", "sunil"]) },
			settling(["tom"]),
		],
		["it has not settled yet", settling(["maya"]), { did: "compare", change: {}, unnamed: null }, settling(["maya"])],
		[
			"another process left a note",
			on(),
			{ did: "compare", change: { note: "slide 12" }, unnamed: null },
			on({ session: session({ note: "slide 12" }) }),
		],
		["nothing of note", on(), { did: "nothing of note" }, on()],
		["a session that is over was compared", idle, { did: "compare", change: {}, unnamed: null }, idle],
	])("%s", (_what, given, done, then) => {
		expect(evolve(given, done)).toEqual(then);
	});
});
