import { describe, expect, it } from "vitest";
import { allowanceAt, FULL_ALLOWANCE, roundOf, type Unnamed } from "../../src/discord/member-round.ts";

/** So many people who wait on a server. */
function people(serverId: string, count: number, isUrgent = true): Unnamed[] {
	return Array.from({ length: count }, (_, index) => ({ serverId, userId: String(index), isUrgent }));
}

/** One on each of so many servers, who is not urgent. */
const creators = (count: number) => Array.from({ length: count }, (_, index) => people(`s${index}`, 1, false));

/** Who is where, as `"server count"`. */
function groups(unnamed: readonly Unnamed[]): string[] {
	return [...Map.groupBy(unnamed, ({ serverId }) => serverId)].map(([serverId, { length }]) => `${serverId} ${length}`);
}

describe("a round of requests for members", () => {
	it.each<[string, Unnamed[][], number, { requests: string[]; oneByOne?: string[]; waiting?: string[] }]>([
		["asks for nobody when nobody waits", [], 50, { requests: [] }],
		["asks once for each server", [people("a", 1), people("b", 2), people("a", 3)], 50, { requests: ["a 4", "b 2"] }],
		["asks for 100 people at a time", [people("a", 201)], 50, { requests: ["a 100", "a 100", "a 1"] }],
		[
			"asks first where most people wait, and for a few elsewhere one by one",
			[people("a", 9), people("b", 40), people("c", 1)],
			1,
			{ requests: ["b 40"], oneByOne: ["a 9", "c 1"] },
		],
		["lets ten and more wait for the next round", [people("a", 120)], 1, { requests: ["a 100"], waiting: ["a 20"] }],
		[
			"asks for a few one by one when no request is left",
			[people("a", 9), people("b", 10)],
			0,
			{ requests: [], oneByOne: ["a 9"], waiting: ["b 10"] },
		],
		[
			"lets those wait who are not urgent, and keeps 25 requests for those who are",
			creators(28),
			27,
			{
				requests: ["s0 1", "s1 1"],
				waiting: creators(28)
					.slice(2)
					.map(([one]) => `${one?.serverId} 1`),
			},
		],
		[
			"asks first for those who are urgent, and with them for the others of their server",
			[people("a", 40, false), people("b", 1), people("b", 100, false), people("c", 1)],
			2,
			{ requests: ["b 100", "c 1"], waiting: ["a 40", "b 1"] },
		],
		[
			"asks one by one only for those who are urgent",
			[people("a", 1), people("a", 2, false), people("b", 2, false)],
			0,
			{ requests: [], oneByOne: ["a 1"], waiting: ["a 2", "b 2"] },
		],
	])("%s", (_title, unnamed, most, { requests, oneByOne = [], waiting = [] }) => {
		const round = roundOf(unnamed.flat(), most);
		expect(round.requests.flatMap(groups)).toEqual(requests);
		expect(groups(round.oneByOne)).toEqual(oneByOne);
		expect(groups(round.waiting)).toEqual(waiting);
	});
});

describe("the allowance of a connection", () => {
	it.each([
		["is 50 requests at first", FULL_ALLOWANCE, 7_000, 50],
		["grows by one a second", { requests: 0, at: 7_000 }, 9_500, 2.5],
		["grows to 50 again", { requests: 3, at: 7_000 }, 100_000, 50],
	])("%s", (_title, before, now, requests) => {
		expect(allowanceAt(before, now)).toEqual({ requests, at: now });
	});
});
