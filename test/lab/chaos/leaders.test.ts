import { expect, it } from "vitest";
import { drawLeading, Leaders } from "./leaders.ts";
import type { Action, Cast } from "./plan.ts";
import { cast, maya } from "./told.ts";

const opening: Action = { do: "open", host: "Host 1x1", packet: "sent" };
const joining: Action = { do: "join", who: maya, room: "room", speaker: false, packet: "sent" };

/** What happens in each of these webinars, in which Maya comes again and again. */
const trials = Array.from({ length: 200 }, (_, index) => {
	const one: Cast = { ...cast, trial: index + 1 };
	const led = { ...one, leading: drawLeading(3, one) };
	const leaders = new Leaders(3, led);
	return { led, beats: [[opening], ...Array<Action[]>(15).fill([joining])].map((actions) => leaders.weave(actions)) };
});

it("leaves most webinars to Byname, and changes nothing in them", () => {
	const left = trials.filter(({ led }) => led.leading === null);
	expect(left.length).toBeGreaterThan(80);
	expect(left.length).toBeLessThan(160);
	for (const { beats } of left) expect(beats.flat()).toEqual([opening, ...Array(15).fill(joining)]);
});

it("has leaders do all that there is to do, and say hello before Byname would greet, at that very time and after it", () => {
	const actions = trials.flatMap(({ beats }) => beats.flat());
	const kinds = new Set(actions.map((action) => (action.do === "panel" ? action.changes.join() : action.do)));
	for (const kind of ["hello", "add", "add,remove", "remove", "hand over", "ask to greet"])
		expect(kinds).toContain(kind);
	const sides = trials.flatMap(({ led, beats }) =>
		beats.flat().flatMap((action) => (action.do === "hello" ? sideOf(action, led) : [])),
	);
	expect(new Set(sides)).toEqual(new Set(["before -1", "at 0", "after 1"]));
});

/** When a hello is said to be said, and on which side of the timer's end it is. */
function sideOf({ when, afterMs }: Extract<Action, { do: "hello" }>, { leading }: Cast): string[] {
	const timerMs = (leading?.firstSeconds ?? 0) * 1_000;
	return timerMs === 0 ? [] : [`${when} ${Math.sign(afterMs - timerMs)}`];
}
