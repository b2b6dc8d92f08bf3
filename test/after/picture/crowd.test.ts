import { describe, expect, it } from "vitest";
import { crowdOf, mostAtOnce, mostIn } from "../../../src/after/picture/crowd.ts";

/** Stays as they are told in a table: who, from when, until when. */
function stays(...rows: [userId: string, enteredAt: number, leftAt: number | null][]) {
	return rows.map(([userId, enteredAt, leftAt]) => ({ userId, enteredAt, leftAt }));
}

describe("how many are in the room at most at once", () => {
	it.each([
		{ who: "nobody", given: stays(), most: 0 },
		{ who: "one who has gone", given: stays(["maya", 1, 5]), most: 1 },
		{ who: "one who is still there", given: stays(["maya", 1, null]), most: 1 },
		{ who: "two who meet", given: stays(["maya", 1, 5], ["sunil", 4, 9]), most: 2 },
		{ who: "one who comes as the other goes", given: stays(["maya", 1, 5], ["sunil", 5, 9]), most: 1 },
		{ who: "one who comes back in the same instant", given: stays(["maya", 1, 5], ["maya", 5, 9]), most: 1 },
		{ who: "one who came and went in the same instant", given: stays(["maya", 5, 5]), most: 1 },
		{ who: "stays in any order", given: stays(["sunil", 40, 90], ["maya", 9, 50], ["ana", 100, null]), most: 2 },
	])("$who: $most", ({ given, most }) => {
		expect(mostAtOnce(crowdOf(given))).toBe(most);
	});

	it("is told for each span of time, and a short visit is seen in its span", () => {
		const crowd = crowdOf(stays(["maya", 5, null], ["sunil", 12, 13], ["ana", 20, 30]));
		expect(mostIn(crowd, [5, 10, 20, 30, 40])).toEqual([0, 1, 2, 2, 2]);
		expect(mostIn(crowd, [10, 12, 14, 16, 18])).toEqual([1, 1, 2, 1, 1]);
	});
});

it("counts as an arrival only the first time that somebody came", () => {
	expect(crowdOf(stays(["maya", 30, 40], ["sunil", 20, null], ["maya", 10, 25])).arrivals).toEqual([10, 20]);
});
