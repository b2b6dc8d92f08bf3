import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterNaming, type Gate, gateAfter, passage } from "../../src/delivery/pace.ts";
import type { Pace } from "../../src/store/schema.ts";
import { seeded } from "../lab/bench/random.ts";
import { paced } from "./paced.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NOON = Date.UTC(2026, 10, 21, 12);
const PACES: readonly Pace[] = ["calm", "swift", "15", "30", "60"];

/** The gate of a channel in a quiet hour that has just had so many posts, one person in each. */
function gateThatPosted(times: number, now = 0): Gate {
	let gate = gateAfter([], { now: NOON, steady: now });
	for (let post = 0; post < times; post++) gate = posted(gate, now);
	return gate;
}

/** The gate after a post that names so many people. */
const posted = (gate: Gate, at: number, people = 1) => afterNaming(gate, { at, people });

/** What the gate does with those who wait, all for hosts of one pace. */
function at(gate: Gate, pace: Pace, now: number, { people = 1, followers = 0 } = {}) {
	return passage(gate, { paces: [pace], people, followers }, now);
}

const OPEN = { is: "open" };
const held = (until: number) => ({ is: "held", until });

describe("a calm channel", () => {
	it("lets six messages out at once and then one each twenty seconds", () => {
		expect(at(gateThatPosted(5), "calm", 0)).toEqual(OPEN);
		const empty = gateThatPosted(6);
		expect(at(empty, "calm", 0)).toEqual(held(20 * SECOND));
		expect(at(empty, "calm", 19_999)).toEqual(held(20 * SECOND));
		expect(at(empty, "calm", 20 * SECOND)).toEqual(OPEN);
		expect(at(posted(empty, 20 * SECOND), "calm", 20 * SECOND)).toEqual(held(40 * SECOND));
	});

	it("fills up to six and no further, however long nothing is said", () => {
		let gate = gateThatPosted(6);
		for (let opening = 0; opening < 6; opening++) {
			expect(at(gate, "calm", 60 * MINUTE)).toEqual(OPEN);
			gate = posted(gate, 60 * MINUTE);
		}
		expect(at(gate, "calm", 60 * MINUTE)).toEqual(held(60 * MINUTE + 20 * SECOND));
	});

	it("opens for twenty people who wait, and owes nothing for it", () => {
		const empty = gateThatPosted(6);
		expect(at(empty, "calm", 15 * SECOND, { people: 19 })).toEqual(held(20 * SECOND));
		expect(at(empty, "calm", 15 * SECOND, { people: 20 })).toEqual(OPEN);
		expect(at(posted(empty, 15 * SECOND), "calm", 15 * SECOND)).toEqual(held(35 * SECOND)); // never below zero
	});

	it("is open while sixty people were named within the last five seconds", () => {
		const crowd = [30, 24].reduce((gate, people) => posted(gate, 100, people), gateThatPosted(6));
		expect(at(crowd, "calm", 4_999)).toEqual(OPEN); // with the six
		expect(at(crowd, "calm", 5_000)).toEqual(held(20_100));
		expect(at(posted(gateThatPosted(6), 100, 53), "calm", 4_999)).toEqual(held(20_100)); // one too few
		expect(at(gateThatPosted(6), "calm", 4_999)).toEqual(held(20 * SECOND));
	});
});

describe("a channel", () => {
	it.each(["15", "30", "60"] as const)(
		"with one post each %s seconds opens that often, for a crowd as well",
		(pace) => {
			const opened = posted(gateThatPosted(0), 0, 200);
			const next = Number(pace) * SECOND;
			expect(at(opened, pace, next - 1, { people: 500 })).toEqual(held(next));
			expect(at(opened, pace, next)).toEqual(OPEN);
			expect(at(gateThatPosted(0), pace, 0)).toEqual(OPEN);
		},
	);

	it("that is swift is always open", () => {
		expect(at(gateThatPosted(100), "swift", 0)).toEqual(OPEN);
	});

	it("lets those follow, while it is closed, who waited when it opened", () => {
		for (const pace of ["calm", "60"] as const) {
			expect(at(gateThatPosted(6), pace, 0, { people: 9, followers: 3 })).toEqual({ is: "followed" });
		}
	});

	it("that several hosts share opens for the most hurried of them", () => {
		const shared = (...paces: Pace[]) => passage(gateThatPosted(6), { paces, people: 2, followers: 0 }, 0);
		expect(shared("60", "calm")).toEqual(held(20 * SECOND));
		expect(shared("calm", "15", "60")).toEqual(held(15 * SECOND));
		expect(shared("60", "swift")).toEqual(OPEN);
	});
});

describe("after a restart, a channel", () => {
	const restarted = (...ago: number[]) => {
		const posts = ago.map((ms) => ({ at: NOON - ms, people: 10 }));
		return gateAfter(posts, { now: NOON, steady: 7 * SECOND });
	};

	it("counts what was posted before", () => {
		const steadyTrickle = restarted(100_000, 80_000, 60_000, 40_000, 20_000, 1_000);
		expect(at(steadyTrickle, "calm", 7 * SECOND)).toEqual(held(26 * SECOND));
		expect(at(restarted(1_000), "calm", 7 * SECOND)).toEqual(OPEN);
		expect(at(restarted(1_000), "60", 7 * SECOND)).toEqual(held(66 * SECOND));
	});

	it("does not ask in which order it is told of them", () => {
		const ago = [100_000, 80_000, 60_000, 40_000, 20_000, 1_000];
		expect(restarted(...ago.toReversed())).toEqual(restarted(...ago));
	});

	it("knows the crowd that was just named", () => {
		const crowd = restarted(...Array<number>(6).fill(110_000), 4_000, 3_000, 2_000, 1_500, 1_000, 500);
		expect(at(crowd, "calm", 7 * SECOND)).toEqual(OPEN);
		expect(at(crowd, "calm", 9 * SECOND).is).toBe("held");
	});

	it("takes what seems to lie ahead for just posted, by a clock that was fast", () => {
		expect(at(restarted(-60 * MINUTE), "60", 7 * SECOND)).toEqual(held(67 * SECOND));
	});

	it("of which nothing was heard lately has its whole bucket", () => {
		for (const pace of PACES) expect(at(restarted(), pace, 7 * SECOND)).toEqual(OPEN);
	});
});

/** People who come independently of each other, evenly likely at any time; or one after the other, evenly. */
function trickle(people: number, lastsMs: number, seed: number | null): number[] {
	const random = seed === null ? null : seeded(seed);
	const times = Array.from({ length: people }, (_, n) => (random ? random() : n / people) * lastsMs);
	return times.toSorted((a, b) => a - b);
}

describe("a trickle over eight minutes", () => {
	it.each([
		[60, 32],
		[600, 40],
		[3_000, 180],
	])("of %i people makes at most %i calm posts, and nobody waits longer than 21 s", (people, most) => {
		for (const seed of [null, 1, 2, 3, 4, 5]) {
			const { posts, worst } = paced(trickle(people, 8 * MINUTE, seed), "calm");
			expect(posts.length).toBeLessThanOrEqual(most);
			expect(worst).toBeLessThanOrEqual(21 * SECOND);
		}
	});
});

describe("a crowd", () => {
	const CROWDS = [20, 30, 50, 70, 85].flatMap((perSecond) =>
		[150, 300, 1_500].map((people) => ({ people, lastsMs: (people / perSecond) * SECOND })),
	);
	it.each([
		...CROWDS,
		{ people: 200, lastsMs: 0 },
		{ people: 1_000, lastsMs: 10 * SECOND },
		{ people: 10_000, lastsMs: 2 * MINUTE },
	])("of $people within $lastsMs ms is served calmly as fast as swiftly, to its last guest", ({ people, lastsMs }) => {
		const comings = trickle(people, lastsMs, null);
		const holds = 110;
		const [calm, swift] = [paced(comings, "calm", { holds }), paced(comings, "swift", { holds })];
		expect(calm.worst).toBeLessThanOrEqual(swift.worst + 50);
		expect(calm.worst).toBeLessThanOrEqual(1_500);
	});

	it("that comes while the bucket is empty is as well, but for who comes before it is one", () => {
		const before = [0, 1, 2, 3, 4, 5, 6, 7].map((second) => second * SECOND);
		const crowd = trickle(300, 5 * SECOND, null).map((ms) => 9 * SECOND + ms);
		const { delays } = paced([...before, ...crowd], "calm");
		expect(Math.max(...delays.slice(-300))).toBeLessThanOrEqual(1_500);
	});
});

describe("whoever comes, and however", () => {
	const comings = fc
		.array(fc.tuple(fc.integer({ min: 0, max: 60 * SECOND }), fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
		.map((groups) => {
			let now = 0;
			return groups.flatMap(([pauseMs, people]) => {
				now += pauseMs;
				return Array<number>(people).fill(now);
			});
		});

	it("waits at most for as long as the host's pace says, and then for Discord's", () => {
		const longest: Record<Pace, number> = {
			calm: 20 * SECOND,
			swift: 0,
			"15": 15 * SECOND,
			"30": 30 * SECOND,
			"60": 60 * SECOND,
		};
		fc.assert(
			fc.property(comings, fc.constantFrom(...PACES), fc.integer({ min: 4, max: 90 }), (times, pace, holds) => {
				const { worst } = paced(times, pace, { holds });
				const { worst: alone } = paced(times, "swift", { holds });
				// As many wait together then as one message takes a second to carry away.
				expect(worst).toBeLessThanOrEqual(longest[pace] + alone + SECOND * (1 + Math.ceil(times.length / holds)));
			}),
		);
	});

	it("waits at most 21 s in a calm room when those who wait fit into a message", () => {
		fc.assert(
			fc.property(comings, (times) => {
				expect(paced(times, "calm", { holds: 2_400 }).worst).toBeLessThanOrEqual(21 * SECOND);
			}),
		);
	});

	it("is told at most so often", () => {
		fc.assert(
			fc.property(comings, fc.constantFrom("15", "30", "60"), (times, pace) => {
				const { posts } = paced(times, pace, { holds: 2_400 });
				for (const [index, { at }] of posts.slice(1).entries()) {
					expect(at - (posts[index]?.at ?? 0)).toBeGreaterThanOrEqual(Number(pace) * SECOND);
				}
			}),
		);
	});

	it("is named once", () => {
		fc.assert(
			fc.property(comings, fc.constantFrom(...PACES), (times, pace) => {
				const { posts } = paced(times, pace, { holds: 7 });
				expect(posts.reduce((sum, { people }) => sum + people, 0)).toBe(times.length);
			}),
		);
	});
});
