import { describe, expect, it } from "vitest";
import { type ArrivingName, fewestPosts, type Limits, leastPossible } from "./least.ts";

const limits: Limits = { burst: 5, refillMs: 1_000, perSecond: 50, answerMs: 100, units: 100 };

const leastInOne = (people: ArrivingName[]) => leastPossible([people], limits);

function atOnce(count: number, units = 10): ArrivingName[] {
	return Array.from({ length: count }, () => ({ at: 0, units }));
}

describe("leastPossible", () => {
	it("takes half an answer for somebody who comes alone", () => {
		expect(leastInOne([{ at: 7, units: 10 }])).toEqual({ posts: 1, delays: [50] });
	});

	it("names a crowd that fits in one post", () => {
		expect(leastInOne(atOnce(10))).toEqual({ posts: 1, delays: Array(10).fill(50) });
	});

	it("has one post under way at a time", () => {
		expect(leastInOne(atOnce(12))).toEqual({ posts: 2, delays: [...Array(10).fill(50), 150, 150] });
	});

	it("lets who comes while a post is under way wait for its answer", () => {
		const people = [
			{ at: 0, units: 10 },
			{ at: 20, units: 10 },
		];
		expect(leastInOne(people).delays).toEqual([50, 130]);
	});

	it("posts once a second when the burst is used up", () => {
		const { posts, delays } = leastInOne(atOnce(7, 100));
		expect(posts).toBe(7);
		expect(delays).toEqual([50, 150, 250, 350, 450, 1_050, 2_050]);
	});

	it("has the whole burst again after a pause", () => {
		const people = [0, 0, 0, 0, 0, 10_000, 10_000].map((at) => ({ at, units: 100 }));
		expect(leastInOne(people).delays.slice(5)).toEqual([50, 150]);
	});

	it("gathers who comes while the channel is closed into one post", () => {
		const people = [...atOnce(5, 100), { at: 500, units: 10 }, { at: 700, units: 10 }, { at: 900, units: 10 }];
		expect(leastInOne(people)).toMatchObject({ posts: 6, delays: { 5: 550, 6: 350, 7: 150 } });
	});

	it("lets a name that is too long for any post go alone", () => {
		expect(leastInOne(atOnce(2, 500))).toEqual({ posts: 2, delays: [50, 150] });
	});

	it("has nothing to say to nobody", () => {
		expect(leastInOne([])).toEqual({ posts: 0, delays: [] });
	});

	it("shares what Discord allows over all rooms, and posts where somebody has waited longest", () => {
		const rooms = [3, 0, 2, 1].map((at) => [{ at, units: 10 }]);
		expect(leastPossible(rooms, { ...limits, perSecond: 2 })).toEqual({ posts: 4, delays: [1_048, 50, 1_048, 50] });
	});

	it("lets rooms have their posts under way side by side", () => {
		expect(leastPossible([atOnce(12), atOnce(12)], limits)).toEqual({
			posts: 4,
			delays: [...Array(10).fill(50), 150, 150, ...Array(10).fill(50), 150, 150],
		});
	});
});

describe("fewestPosts", () => {
	const patience = { waitMs: 1_000, units: 20 };

	it("lets each wait for company as long as they may", () => {
		const people = [0, 1_000, 1_001].map((at) => ({ at, units: 10 }));
		expect(fewestPosts(people, patience)).toEqual({ posts: 2, delays: [1_000, 0, 1_000] });
	});

	it("has a post leave as soon as no more names fit", () => {
		const people = [0, 100, 200].map((at) => ({ at, units: 10 }));
		expect(fewestPosts(people, patience)).toEqual({ posts: 2, delays: [200, 100, 1_000] });
	});
});
