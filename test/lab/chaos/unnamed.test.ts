import { expect, it } from "vitest";
import { assignUnnamed, type Open } from "./unnamed.ts";

const due = (who: string, least: number, most = least): Open => ({ who, least, most });

it.each<[string, string[][], Open[], { lost: string[]; surplus: number }]>([
	["one word for the one who is due", [["Maya"]], [due("Maya", 1)], { lost: [], surplus: 0 }],
	["no word for who is due", [], [due("Maya", 1)], { lost: ["Maya"], surplus: 0 }],
	["one word for two who are due", [["Maya", "Tom"]], [due("Maya", 1), due("Tom", 1)], { lost: ["Tom"], surplus: 0 }],
	["two words for one who is due once", [["Maya"], ["Maya"]], [due("Maya", 1)], { lost: [], surplus: 1 }],
	["a word for who may or may not be due", [["Maya"]], [due("Maya", 0, 1)], { lost: [], surplus: 0 }],
	["a word for who was named already", [["Maya"]], [due("Maya", 0)], { lost: [], surplus: 1 }],
	["a word that can mean nobody", [[]], [due("Maya", 0, 1)], { lost: [], surplus: 1 }],
	[
		"words that fit in one way alone",
		[["Maya", "Tom"], ["Maya"]],
		[due("Maya", 1), due("Tom", 1)],
		{ lost: [], surplus: 0 },
	],
	[
		"words that must not all go to whom they fit first",
		[
			["Maya", "Tom"],
			["Maya", "Tom"],
		],
		[due("Maya", 0, 2), due("Tom", 1)],
		{ lost: [], surplus: 0 },
	],
])("gives neutral words to people: %s", (_, words, people, { lost, surplus }) => {
	const misfit = assignUnnamed(words, people);
	expect(misfit.lost).toEqual(lost);
	expect(misfit.surplus).toHaveLength(surplus);
});
