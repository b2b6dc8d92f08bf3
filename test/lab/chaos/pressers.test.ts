import { expect, it } from "vitest";
import type { Action } from "./plan.ts";
import { Pressers } from "./pressers.ts";
import { cast } from "./told.ts";

const [maya = ""] = cast.guests;
const trials = Array.from({ length: 200 }, (_, trial) => ({ ...cast, trial: trial + 1 }));
const joining: Action = { do: "join", who: maya, room: "room", speaker: false, packet: "sent" };

/** What guests say in each of these webinars, in which Maya comes again and again. */
const woven = trials.map((one) => {
	const pressers = new Pressers(3, one);
	return Array.from({ length: 15 }, () => pressers.weave([joining]));
});
const pressesIn = (actions: readonly Action[]) => actions.filter((action) => action.do === "press");

it("lets guests of some webinars say all that there is to say, before they come and after it", () => {
	const all = woven.map((beats) => beats.flatMap(pressesIn));
	const pressing = all.filter((presses) => presses.length > 0).length;
	expect(pressing).toBeGreaterThan(40);
	expect(pressing).toBeLessThan(100);
	expect(new Set(all.flat().map(({ what }) => what)).size).toBe(5);
	const orders = new Set(woven.flat().map((actions) => actions.map((action) => action.do).join()));
	for (const order of ["press,join", "join,press", "post fault,join,press"]) expect(orders).toContain(order);
});

it("lets nobody choose more than three names, or have what holds everywhere forgotten on one server", () => {
	for (const beats of woven) {
		const each = Map.groupBy(beats.flatMap(pressesIn), ({ who }) => who);
		for (const presses of each.values()) {
			expect(presses.filter(({ what }) => what === "name").length).toBeLessThanOrEqual(3);
			expect(new Set(presses.map(({ everywhere }) => everywhere)).size).toBe(1);
			if (presses[0]?.everywhere) expect(presses.filter(({ what }) => what.startsWith("forget"))).toEqual([]);
		}
	}
});
