import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import type { Coming } from "./hall.ts";
import { sumOf, tallyOf } from "./hall-tally.ts";

const maya = "Guest 1x1";
const tom = "Guest 1x2";

function coming(who: string, session: number, at: number): Coming {
	return { who, session, at, dueAt: at };
}

function greeting(at: number, ...names: string[]) {
	return { at, content: says("onTime", names) };
}

describe("tallyOf", () => {
	it("counts each greeting for the session that its person came to last", () => {
		const comings = [coming(maya, 0, 10), coming(tom, 0, 11), coming(maya, 2, 500)];
		const posts = [greeting(20, maya, tom), { at: 90, content: says("thanks", [maya]) }, greeting(540, maya)];
		expect(tallyOf(comings, posts, 1_000)).toEqual({ came: 3, greeted: 3, doubled: [], lost: [], worstMs: 40 });
	});

	it("finds who was greeted twice, although somebody else was not greeted at all", () => {
		const tally = tallyOf([coming(maya, 0, 10), coming(tom, 0, 10)], [greeting(20, maya), greeting(30, maya)], 1_000);
		expect(tally.doubled).toEqual([`${maya} is greeted 2 times in session 0`]);
		expect(tally.lost).toEqual([`${tom} came to session 0`]);
		expect(tally).toMatchObject({ came: 2, greeted: 1 });
	});

	it("finds who was greeted a second time in a later session and not in an earlier one", () => {
		const tally = tallyOf(
			[coming(maya, 0, 10), coming(maya, 2, 500)],
			[greeting(510, maya), greeting(520, maya)],
			1_000,
		);
		expect(tally.doubled).toHaveLength(1);
		expect(tally.lost).toEqual([`${maya} came to session 0`]);
	});

	it("misses nobody who came in the last moments", () => {
		expect(tallyOf([coming(maya, 0, 990)], [], 980)).toMatchObject({ came: 1, greeted: 0, lost: [] });
	});

	it("finds greetings for nobody, and thanks said twice", () => {
		const thanks = { content: says("thanks", [maya]) };
		const posts = [greeting(5, tom), { ...thanks, at: 30 }, { ...thanks, at: 40 }];
		const { doubled } = tallyOf([coming(maya, 0, 10), coming(tom, 0, 10)], [...posts, greeting(50, maya, tom)], 0);
		expect(doubled).toEqual([
			expect.stringContaining(`${tom} is greeted without having come`),
			expect.stringContaining(`${maya} is thanked again`),
		]);
	});

	it("leaves alone what is said to who finds the door closed", () => {
		const afterHours = { at: 5, content: says("afterHours", [maya]) };
		const tally = tallyOf([{ ...coming(maya, 1, 1), dueAt: 10 }], [afterHours, greeting(25, maya)], 1_000);
		expect(tally).toEqual({ came: 1, greeted: 1, doubled: [], lost: [], worstMs: 15 });
	});
});

it("sums up rooms", () => {
	const one = { came: 2, greeted: 1, doubled: ["a"], lost: [], worstMs: 5 };
	expect(sumOf([one, { ...one, doubled: [], lost: ["b"], worstMs: 9 }])).toEqual({
		came: 4,
		greeted: 2,
		doubled: ["a"],
		lost: ["b"],
		worstMs: 9,
	});
});
