import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import type { SeenPost } from "./check.ts";
import type { DiaryEntry, UndatedEntry } from "./diary-entry.ts";
import { expectedReports } from "./expected-reports.ts";
import { checkReports } from "./report-check.ts";
import type { Reported } from "./report-ranges.ts";
import {
	act,
	begin,
	cast,
	closes,
	deletes,
	isTold,
	joins,
	leads,
	leaves,
	led,
	maya,
	modelFor,
	opens,
	postAt,
	presses,
	settled,
	sunil,
	timeAt,
} from "./told.ts";

const tom = "Guest 1x3";
const three = { ...cast, guests: [maya, sunil, tom] };

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

/** Maya stays for a minute, and Sunil, who comes meanwhile, to the end. */
const story: Told = [
	...begin,
	[20, joins(maya)],
	[21, settled],
	[60, joins(sunil)],
	[61, settled],
	[80, leaves(maya)],
	[260, closes],
	[262, settled],
	[400, { is: "over" }],
];
const posts = [hello(maya, 21), hello(sunil, 61)];
const RIGHT: Reported = { came: 2, heard: 2, byHand: 0, returning: 0, mostAtOnce: 2, medianStayMs: 200_000 };

function hello(who: string, seconds: number): SeenPost {
	return { content: says("onTime", [who]), changes: [], ...postAt(seconds), composedAt: null, pings: 0 };
}

/** What comes of a report of the session, given what happened and what was seen. */
function verdictOn(told: Told, seen: readonly SeenPost[], numbers: Partial<Reported>) {
	const diary = told.map(([seconds, entry]) => ({ ...entry, at: timeAt(seconds) }) as DiaryEntry);
	const report = { session: "s", roomId: "1", openedAt: timeAt(1), numbers: { ...RIGHT, ...numbers } };
	return checkReports([report], expectedReports(modelFor(three, ...told), diary, seen));
}

/** The story with something that happens meanwhile. */
function storyWith(...more: Told): Told {
	return [...story, ...more].toSorted(([a], [b]) => a - b);
}

describe("checkReports", () => {
	it("finds nothing wrong with the numbers of what happened, and says that each was compared to the one", () => {
		const { wrong, compared } = verdictOn(story, posts, {});
		expect(wrong).toEqual([]);
		expect(Object.values(compared)).toEqual(Array(6).fill({ compared: 1, toTheOne: 1 }));
	});

	it("takes what somebody stayed before they asked to be forgotten for erased", () => {
		const told: Told = [
			...begin,
			[20, joins(tom)],
			[20, joins(maya)],
			[20, joins(sunil)],
			[21, settled],
			[60, leaves(maya)],
			[100, presses(sunil, "forget")],
			[101, isTold(sunil)],
			[110, leaves(sunil)],
			[120, closes],
			[122, settled],
			[140, opens()],
			[143, settled],
			[150, joins(sunil)],
			[151, settled],
			[260, closes],
			[262, settled],
			[400, { is: "over" }],
		];
		const greeted = [hello(maya, 21), hello(sunil, 21), hello(tom, 21)];
		const numbers = { came: 3, heard: 2, mostAtOnce: 2, medianStayMs: 110_000 };
		expect(verdictOn(told, greeted, numbers).wrong).toEqual([]);
		expect(verdictOn(told, greeted, { ...numbers, medianStayMs: 90_000 }).wrong).not.toEqual([]);
	});

	it.each<[keyof Reported, number | null]>([
		["came", 1],
		["came", 3],
		["heard", 1],
		["heard", 3],
		["byHand", 1],
		["returning", 1],
		["mostAtOnce", 1],
		["mostAtOnce", 3],
		["medianStayMs", 60_000],
		["medianStayMs", 260_000],
		["medianStayMs", null],
	])("finds that %s is not %s", (what, number) => {
		expect(verdictOn(story, posts, { [what]: number }).wrong).toEqual([
			expect.stringContaining(`${what} is ${number} instead of`),
		]);
	});

	it.each<[string, Told, readonly SeenPost[], Partial<Reported>, Partial<Reported>]>([
		["whom nobody greeted", story, posts.slice(1), { heard: 1 }, { heard: 2 }],
		[
			"whom a person greeted",
			storyWith([62, leads(1, "hello", maya)], [63, led(1, "said")]),
			posts.slice(1),
			{ byHand: 1 },
			{ heard: 1 },
		],
		[
			"who was quiet as they were greeted, whatever they said afterwards",
			storyWith([15, presses(maya, "quiet")], [16, isTold(maya)], [150, presses(maya, "named")], [151, isTold(maya)]),
			[hello("", 21), hello(sunil, 61)],
			{ heard: 1 },
			{ heard: 2 },
		],
		[
			"who was named, and is quiet by now",
			storyWith([150, presses(maya, "quiet")], [151, isTold(maya)]),
			posts,
			{ heard: 2 },
			{ heard: 1 },
		],
	])("counts anew %s", (_, told, seen, right, wrong) => {
		expect(verdictOn(told, seen, right).wrong).toEqual([]);
		expect(verdictOn(told, seen, { ...right, ...wrong }).wrong).not.toEqual([]);
	});

	it("takes for possible what nobody saw: when somebody went while the wire was cut", () => {
		const blind = storyWith([79, { is: "dropped" }], [180, { is: "back", fresh: false }], [182, settled]);
		for (const medianStayMs of [200_000, 198_000]) expect(verdictOn(blind, posts, { medianStayMs }).wrong).toEqual([]);
		expect(verdictOn(blind, posts, { medianStayMs: 300_000 }).wrong).not.toEqual([]);
	});

	it("takes for possible what a process believes that did not hear of a leaving, though one beside it knows better", () => {
		const unheard = story.filter(([seconds]) => seconds !== 80);
		const told = [...unheard, [80, act({ do: "leave", who: maya, packet: "lost" })] as const];
		const inOrder = (...more: Told) => [...told, ...more].toSorted(([a], [b]) => a - b);
		for (const medianStayMs of [200_000, 240_000]) {
			expect(verdictOn(inOrder([90, { is: "up" }]), posts, { medianStayMs }).wrong).toEqual([]);
		}
		const anew = inOrder([85, { is: "dropped" }], [90, { is: "back", fresh: true }]);
		expect(verdictOn(anew, posts, { medianStayMs: 240_000 }).wrong).not.toEqual([]);
	});

	it("leaves open whether a greeting counts whose room was deleted before anybody heard what became of it", () => {
		const deleted = storyWith([262, deletes]);
		for (const heard of [0, 1, 2]) expect(verdictOn(deleted, posts, { heard }).wrong).toEqual([]);
		const long = storyWith([700, deletes]).map(
			([seconds, entry]) => [entry.is === "over" ? 800 : seconds, entry] as const,
		);
		expect(verdictOn(long, posts, { heard: 1 }).wrong).not.toEqual([]);
	});

	it("leaves out a session of which nobody knows enough, and counts it", () => {
		const unsure = story.filter(([, entry]) => entry.is !== "settled");
		const { reports, compared, wrong } = verdictOn(unsure, posts, { came: 9 });
		expect([reports, compared.came.compared, wrong]).toEqual([1, 0, []]);
	});
});
