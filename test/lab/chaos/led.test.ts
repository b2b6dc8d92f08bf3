import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import { checkTrial, type SeenPost } from "./check.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Booked } from "./hellos.ts";
import type { Cast } from "./plan.ts";
import {
	begin,
	closes,
	cast as guests,
	joins,
	leads,
	leaves,
	led,
	maya,
	modelFor,
	opens,
	postAt,
	settled,
	sunil,
	timeAt,
} from "./told.ts";

type Told = readonly (readonly [seconds: number, UndatedEntry])[];

/** The hosts say hello themselves, and leave nobody to Byname for ten seconds. */
const leading = { firstSeconds: 10, waitsForAll: true, lateAfterMinutes: 5, coHosts: [] };
const cast: Cast = { ...guests, leading };

function post(content: string, seconds: number, composed = seconds): SeenPost {
	return { content, changes: [], ...postAt(seconds), composedAt: timeAt(composed), pings: 0 };
}

const toMaya = says("onTime", [maya]);
const toBoth = says("onTime", [maya, sunil]);
const thanksMaya = says("thanks", [maya]);
const comes: Told = [
	[20, joins(maya)],
	[21, settled],
];
const stored = (hello: Booked["hello"]): Booked[] => [{ session: "s", who: maya, hello }];

/** What is found wrong, by kind, in a room that saw these posts; `booked` is what is stored of hellos in the end. */
function faultsIn(told: Told, posts: readonly SeenPost[], booked: readonly Booked[] = [], of = cast): string {
	const model = modelFor(of, ...begin, ...told, [200, settled]);
	model.hellos.learn(booked);
	const { due: _due, greeted: _greeted, ...lists } = checkTrial(of, model, posts);
	return Object.entries(lists)
		.filter(([, list]) => list.length > 0)
		.map(([kind]) => kind)
		.join();
}

describe("checkTrial, of a hello", () => {
	const hello: Told = [...comes, [25, leads(1, "hello", maya)]];
	const quietly: Told = [...hello, [26, led(1, "quietly")]];

	it.each<[string, Told, SeenPost[], Booked[], string]>([
		["lets a person greet in Byname's place", quietly, [], stored("said"), ""],
		["finds Byname's greeting after it", quietly, [post(toMaya, 31)], stored("said"), "doubled"],
		["finds Byname's greeting before it", quietly, [post(toMaya, 24)], stored("said"), "doubled"],
		["lets both greet where Byname was about to", quietly, [post(toMaya, 27, 24)], stored("too"), ""],
		["finds that Byname does not, which was said to", quietly, [], stored("too"), "lost"],
		["lets nobody off who is greeted by neither", quietly, [], [], "lost"],
		["lets Byname greet where a kill came before anything was booked", hello, [post(toMaya, 31)], [], ""],
		["finds who is lost in such a kill", hello, [], [], "lost"],
		["finds who is greeted twice after such a kill", hello, [post(toMaya, 31)], stored("said"), "doubled"],
		["takes a refusal for nothing", [...hello, [26, led(1, "other")]], [], [], "lost"],
		[
			"finds another answer than is stored",
			[...hello, [26, led(1, "said")]],
			[post(toMaya, 27)],
			stored("too"),
			"wrong",
		],
	])("%s", (_, told, posts, booked, faults) => {
		expect(faultsIn(told, posts, booked)).toBe(faults);
	});

	it("takes what was said beside Byname for said where Discord refused Byname's own", () => {
		const refused: Told = [...comes, [22, { is: "action", action: { do: "deny" }, startsAt: null }]];
		expect(faultsIn([...refused, [25, leads(1, "hello", maya)]], [], stored("too"))).toBe("");
	});
});

describe("checkTrial, of the panel", () => {
	const named: Told = [
		[10, leads(1, "add", maya)],
		[11, led(1)],
	];
	const taken: Told = [
		[12, leads(2, "remove", maya)],
		[13, led(2)],
	];
	const namedLater: Told = [...comes, [25, leads(1, "add", maya)], [26, led(1)]];
	const ends: Told = [
		[100, closes],
		[101, settled],
	];
	const [first = "", second = ""] = cast.hosts;

	it.each<[string, Told, SeenPost[], string]>([
		["wants no greeting for who was named before they came", [...named, ...comes], [], ""],
		["finds their greeting", [...named, ...comes], [post(toMaya, 31)], "panel"],
		["finds their thanks", [...named, ...comes, ...ends], [post(thanksMaya, 102)], "panel"],
		["finds the greeting of who was named while it waited", namedLater, [post(toMaya, 31)], "panel"],
		["lets a greeting stand that came before they were named", namedLater, [post(toMaya, 24)], ""],
		["lets a message go on that others are in", [...namedLater, [20, joins(sunil)]], [post(toBoth, 31, 24)], ""],
		["finds one for them alone that goes on", namedLater, [post(toMaya, 31, 24)], "panel"],
		["leaves open whether who was named without an answer is greeted", [[10, leads(1, "add", maya)], ...comes], [], ""],
		["lets them be greeted, too", [[10, leads(1, "add", maya)], ...comes], [post(toMaya, 31)], ""],
		["takes a refusal for nothing", [[10, leads(1, "add", maya)], [11, led(1, "other")], ...comes], [], "lost"],
		[
			"leaves open whether the other of two processes has done what one refuses",
			[[8, { is: "up" }], [10, leads(1, "add", maya)], [11, led(1, "other")], ...comes],
			[],
			"",
		],
		["wants who was taken off before they came greeted", [...named, ...taken, ...comes], [], "lost"],
		["finds nothing wrong with that greeting", [...named, ...taken, ...comes], [post(toMaya, 31)], ""],
		[
			"wants who was taken off after they came thanked",
			[...named, ...comes, [30, leads(2, "remove", maya)], [31, led(2)], ...ends],
			[],
			"lost",
		],
		[
			"finds a greeter among the guests",
			[[10, leads(1, "greets", maya)], [11, led(1)], ...comes],
			[post(toMaya, 31)],
			"panel",
		],
		[
			"finds the host among the guests to whom it was handed",
			[
				[10, leads(1, "hand over", second)],
				[11, led(1)],
				[20, joins(second)],
				[21, settled],
			],
			[post(says("onTime", [second]), 31)],
			"panel",
		],
	])("%s", (_, told, posts, faults) => {
		expect(faultsIn(told, posts)).toBe(faults);
	});

	it("has co-hosts on it where their host leads, and nowhere else", () => {
		const of = { ...cast, leading: { ...leading, coHosts: [maya] } };
		expect(faultsIn(comes, [], [], of)).toBe("");
		expect(faultsIn(comes, [post(toMaya, 31)], [], of)).toBe("panel");
		const byAnother = [
			...([
				[6, closes],
				[7, settled],
				[8, leaves(first)],
			] as const),
			...([
				[400, joins(second)],
				[401, opens(second)],
				[410, settled],
				[420, joins(maya)],
				[421, settled],
			] as const),
		];
		expect(faultsIn(byAnother, [], [], of)).toBe("lost");
		expect(faultsIn(byAnother, [post(toMaya, 431)], [], of)).toBe("");
	});
});
