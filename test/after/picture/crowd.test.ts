import { describe, expect, it } from "vitest";
import { crowdOf, inOrder, mostIn } from "../../../src/after/picture/crowd.ts";

/** One guest who was in the room at these times. */
function guest(...stays: [from: number, to: number][]) {
	return { arrivedAt: stays[0]?.[0] ?? 0, spans: stays.map(([from, to]) => ({ from, to })) };
}

const FOREVER = Number.POSITIVE_INFINITY;

describe("how many are in the room at most", () => {
	it.each([
		{ who: "nobody", guests: [], most: 0 },
		{ who: "one", guests: [guest([1, 5])], most: 1 },
		{ who: "two who meet", guests: [guest([1, 5]), guest([4, 9])], most: 2 },
		{ who: "one who comes as the other goes", guests: [guest([1, 5]), guest([5, 9])], most: 1 },
		{ who: "one who comes back in the same instant", guests: [guest([1, 5], [5, 9])], most: 1 },
		{ who: "one who came and went in the same instant", guests: [guest([1, 9]), guest([5, 5])], most: 2 },
		{ who: "guests in any order", guests: [guest([40, 90]), guest([9, 50]), guest([100, 110])], most: 2 },
	])("$who: $most", ({ guests, most }) => {
		expect(mostIn(inOrder(crowdOf(guests)), [FOREVER])).toEqual([most]);
	});

	it("is told for each span of time, and a short visit is seen in its span", () => {
		const crowd = inOrder(crowdOf([guest([5, 60]), guest([12, 13]), guest([20, 30])]));
		expect(mostIn(crowd, [5, 10, 20, 30, 40])).toEqual([0, 1, 2, 2, 2]);
		expect(mostIn(crowd, [10, 12, 14, 16, 18])).toEqual([1, 1, 2, 1, 1]);
	});
});

it("counts as an arrival only the first time that somebody came", () => {
	expect(inOrder(crowdOf([guest([20, 50]), guest([10, 25], [30, 40])])).arrivals).toEqual(Float64Array.of(10, 20));
});
