import { describe, expect, it } from "vitest";
import type { UndatedEntry } from "./diary-entry.ts";
import {
	begin,
	cancels,
	cast,
	closes,
	joins,
	leaves,
	maya,
	modelFor,
	modelOf,
	movesTo,
	opens,
	settled,
	sunil,
} from "./told.ts";

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

/** A session in which both were greeted long ago, and what happens when it is over. */
const met: Told = [...begin, [20, joins(maya)], [21, joins(sunil)], [22, settled], [100, closes], [101, settled]];
/** The co-host takes over, and Maya is there to see whom she is greeted by. */
const byCohost = (seconds: number): Told => [
	[seconds, leaves("Host 1x1")],
	[seconds, joins("Host 1x2")],
	[seconds, opens("Host 1x2")],
	[seconds + 4, joins(maya)],
	[seconds + 5, settled],
];
const byHost = (seconds: number): Told => [
	[seconds, opens()],
	[seconds + 4, joins(maya)],
	[seconds + 5, settled],
];
const ONCE = { least: 1, most: 1 };
const TWICE = { least: 2, most: 2 };
const EITHER = { least: 1, most: 2 };

describe("Model, when a stage opens again", () => {
	it.each<[string, Told, typeof ONCE]>([
		["by its host", byHost(200), ONCE],
		["by its host, with nobody there", [[110, leaves(maya)], [110, leaves(sunil)], ...byHost(200)], ONCE],
		["by its host after more than five minutes", byHost(500), TWICE],
		["by a co-host, with everybody there", byCohost(200), ONCE],
		["by a co-host, with half of them there", [[110, leaves(maya)], ...byCohost(200)], ONCE],
		["by a co-host, with nobody there", [[110, leaves(maya)], [110, leaves(sunil)], ...byCohost(200)], TWICE],
		["by a co-host after more than five minutes", byCohost(500), TWICE],
	])("%s, greets anew only in another session", (_, then, range) => {
		expect(modelOf(...met, ...then).greetings(maya)).toEqual(range);
	});

	it("counts only those who had not gone before its end", () => {
		const told: Told = [
			...begin,
			[20, joins(maya)],
			[21, joins(sunil)],
			[22, settled],
			[90, leaves(maya)],
			[100, closes],
			[101, settled],
			...byCohost(200),
		];
		expect(modelOf(...told).greetings(maya)).toEqual(ONCE);
	});

	it("leaves open whether it is the same where it hangs on who comes a moment later, or was hardly greeted", () => {
		const gone: Told = [
			[110, leaves(maya)],
			[110, leaves(sunil)],
		];
		const atOnce: Told = [...gone, ...byCohost(200).slice(0, 3), [201, joins(maya)], [205, settled]];
		expect(modelOf(...met, ...atOnce).greetings(maya)).toEqual(EITHER);
		const hardly: Told = [
			...begin,
			[20, joins(maya)],
			[60, settled],
			[95, joins(sunil)],
			[96, settled],
			[100, closes],
			[101, settled],
			[110, leaves(maya)],
			...byCohost(200),
		];
		expect(modelOf(...hardly).greetings(maya)).toEqual(EITHER);
	});

	it("leaves it open of an audience of nobody", () => {
		const told: Told = [
			...begin,
			[20, joins(maya)],
			[22, settled],
			[90, leaves(maya)],
			[100, closes],
			[101, settled],
			...byCohost(200),
		];
		expect(modelOf(...told).greetings(maya)).toEqual(EITHER);
	});

	it("is another session in any case for another event, however soon", () => {
		const [first, , last] = begin;
		const told: Told = [
			first,
			[1, joins("Host 1x1")],
			[1, opens("Host 1x1", 0)],
			last,
			[20, joins(maya)],
			[21, settled],
			[100, closes],
			[101, opens("Host 1x1", 0)],
			[106, settled],
		];
		expect(modelFor({ ...cast, kind: "event" }, ...told).greetings(maya)).toEqual(TWICE);
	});

	it("thanks everybody once who was there at the end, however often the session opens again", () => {
		expect(modelOf(...met).thanks(maya)).toEqual(ONCE);
		expect(modelOf(...met, ...byHost(200), [300, closes], [301, settled]).thanks(maya)).toEqual(ONCE);
		expect(modelOf(...met, ...byHost(500), [600, closes], [601, settled]).thanks(maya)).toEqual(TWICE);
	});

	it("does not expect thanks from a bot that did not see the end", () => {
		const away: Told = [
			...begin,
			[20, joins(maya)],
			[22, settled],
			[50, { is: "killed" }],
			[100, closes],
			[110, { is: "up" }],
			[114, settled],
		];
		expect(modelOf(...away).thanks(maya)).toEqual({ least: 0, most: 1 });
	});
});

describe("Model, when a stage opens again in a room where something is scheduled", () => {
	const [bot = ""] = cast.bots;
	const [up, ...opening] = begin;
	/** The same, where a bot has scheduled something for a time in seconds: whoever opens the stage leads. */
	const metBefore = (starts: number, ...meanwhile: Told): Told => {
		return [up, [0, movesTo(starts)], ...opening, ...meanwhile, ...met.slice(begin.length)];
	};
	const greetings = (...told: Told) => modelFor({ ...cast, kind: "ahead", maker: bot }, ...told).greetings(maya);
	/** Another host, before nobody of its audience: without anything scheduled, another session in any case. */
	const byAnother = (seconds: number): Told => [[110, leaves(maya)], [110, leaves(sunil)], ...byCohost(seconds)];

	it.each<[string, Told, typeof ONCE]>([
		["both times", [...metBefore(1_800), ...byAnother(200)], ONCE],
		["both times, however long ago it closed", [...metBefore(1_800), ...byAnother(1_200)], ONCE],
		["both times, though it was moved in between", [...metBefore(1_800), [105, movesTo(900)], ...byAnother(200)], ONCE],
		["the first time, and too late for it the second", [...metBefore(180), ...byAnother(200)], TWICE],
		["only the second time", [...metBefore(5_400), [105, movesTo(1_800)], ...byAnother(200)], TWICE],
		["the first time, before it was cancelled", [...metBefore(1_800), [105, cancels], ...byAnother(200)], TWICE],
	])("ahead of it %s, greets anew only in another session", (_, told, range) => {
		expect(greetings(...told)).toEqual(range);
	});

	it("goes on with the session that was held for it, though another was held in between", () => {
		const between: Told = [[105, cancels], ...byAnother(200), [300, closes], [301, settled]];
		const again: Told = [
			[310, leaves(maya)],
			[500, movesTo(1_800)],
			[700, leaves("Host 1x2")],
			[700, joins("Host 1x1")],
			...byHost(700),
		];
		expect(greetings(...metBefore(1_800), ...between, ...again)).toEqual(TWICE);
		expect(greetings(...metBefore(1_800), ...between, [310, leaves(maya)], ...again.slice(2))).toEqual({
			least: 3,
			most: 3,
		});
	});

	it("leaves it open where nobody can tell whether it was ahead of it", () => {
		const moved: Told = [...metBefore(5_400, [10, movesTo(1_800)]), ...byAnother(200)];
		expect(greetings(...moved)).toEqual(EITHER);
		const untold: Told = [...metBefore(1_800), [105, movesTo(7_200, "lost")], ...byAnother(200)];
		expect(greetings(...untold)).toEqual(EITHER);
	});
});
