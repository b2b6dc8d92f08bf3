import { expect, it } from "vitest";
import { crowdOf } from "../../../src/after/picture/crowd.ts";
import { pack, unpack } from "../../../src/after/picture/packed.ts";

it("is the same order when it has been unpacked", () => {
	const attendees = [
		{ arrivedAt: 1_764_266_400_001, spans: [{ from: 1_764_266_400_001, to: 1_764_266_460_000 }] },
		{ arrivedAt: 1_764_266_400_002, spans: [] },
		{ arrivedAt: 3, spans: [1, 4].map((from) => ({ from, to: from + 2 })) },
	];
	const order = {
		title: "Two\nlines and “נמל”",
		startsAt: 1,
		openedAt: 2,
		endsAt: null,
		now: 3,
		timeZone: null,
		language: "he",
		crowd: crowdOf(attendees),
		words: { start: "a", end: "b", arrivals: "c", most: "d", nobody: "e" },
	};
	expect(unpack(pack(order))).toEqual(order);
});
