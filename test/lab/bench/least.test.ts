import { describe, expect, it } from "vitest";
import { type ArrivingName, type ChannelLimits, leastPossible } from "./least.ts";

const limits: ChannelLimits = { burst: 5, refillMs: 1_000, answerMs: 100, units: 100 };

function atOnce(count: number, units = 10): ArrivingName[] {
	return Array.from({ length: count }, () => ({ at: 0, units }));
}

describe("leastPossible", () => {
	it("takes half an answer for somebody who comes alone", () => {
		expect(leastPossible([{ at: 7, units: 10 }], limits)).toEqual({ posts: 1, delays: [50] });
	});

	it("names a crowd that fits in one post", () => {
		expect(leastPossible(atOnce(10), limits)).toEqual({ posts: 1, delays: Array(10).fill(50) });
	});

	it("has one post under way at a time", () => {
		expect(leastPossible(atOnce(12), limits)).toEqual({ posts: 2, delays: [...Array(10).fill(50), 150, 150] });
	});

	it("lets who comes while a post is under way wait for its answer", () => {
		const people = [
			{ at: 0, units: 10 },
			{ at: 20, units: 10 },
		];
		expect(leastPossible(people, limits).delays).toEqual([50, 130]);
	});

	it("posts once a second when the burst is used up", () => {
		const { posts, delays } = leastPossible(atOnce(7, 100), limits);
		expect(posts).toBe(7);
		expect(delays).toEqual([50, 150, 250, 350, 450, 1_050, 2_050]);
	});

	it("has the whole burst again after a pause", () => {
		const people = [0, 0, 0, 0, 0, 10_000, 10_000].map((at) => ({ at, units: 100 }));
		expect(leastPossible(people, limits).delays.slice(5)).toEqual([50, 150]);
	});

	it("gathers who comes while the channel is closed into one post", () => {
		const people = [...atOnce(5, 100), { at: 500, units: 10 }, { at: 700, units: 10 }, { at: 900, units: 10 }];
		expect(leastPossible(people, limits)).toMatchObject({ posts: 6, delays: { 5: 550, 6: 350, 7: 150 } });
	});

	it("lets a name that is too long for any post go alone", () => {
		expect(leastPossible(atOnce(2, 500), limits)).toEqual({ posts: 2, delays: [50, 150] });
	});

	it("has nothing to say to nobody", () => {
		expect(leastPossible([], limits)).toEqual({ posts: 0, delays: [] });
	});
});
