import { expect, it } from "vitest";
import { mostAtOnce } from "../../src/after/presence.ts";

it.each<[what: string, stays: [number, number][], most: number]>([
	["nobody", [], 0],
	[
		"one after the other",
		[
			[0, 5],
			[5, 9],
		],
		1,
	],
	[
		"who has not left stays",
		[
			[0, Number.POSITIVE_INFINITY],
			[7, Number.POSITIVE_INFINITY],
		],
		2,
	],
	[
		"a crowd that thins out before the next",
		[
			[0, 3],
			[1, 3],
			[2, 3],
			[4, 9],
			[5, 9],
		],
		3,
	],
])("counts how many were in at once: %s", (_, stays, most) => {
	expect(mostAtOnce(stays.map(([from, to]) => ({ from, to })))).toBe(most);
});
