import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attendee, numbersOf } from "../../src/after/numbers.ts";
import { joined, type Span } from "../../src/after/presence.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Five minutes before midnight in the night in which Berlin puts its clocks back: nothing of that shows in numbers. */
const START = Date.UTC(2026, 9, 24, 21, 55);

/** Somebody who came, in the room at these minutes. */
function attendee(minutes: readonly (readonly [from: number, to: number])[], parts: Partial<Attendee> = {}): Attendee {
	return {
		...{ userId: "maya", arrivedAt: START, moment: "onTime", isReturning: false, isExpected: null, isQuiet: false },
		...{ isGreetedByHand: false, heard: "name" },
		spans: joined(minutes.map(([from, to]) => ({ from: START + from * MINUTE, to: START + to * MINUTE }))),
		...parts,
	};
}

describe("the numbers of a session", () => {
	it("are none where nobody came", () => {
		expect(numbersOf([])).toEqual({
			came: 0,
			moments: { early: 0, onTime: 0, late: 0 },
			...{
				returning: 0,
				expected: null,
				heard: 0,
				byHand: 0,
				unnamed: 0,
				waiting: 0,
				mostAtOnce: 0,
				medianStayMs: null,
			},
		});
	});

	it.each<[what: string, people: Attendee[], most: number, medianMinutes: number | null]>([
		["one who stays", [attendee([[0, 30]])], 1, 30],
		["one who comes back", [attendee([[0, 10], [20, 25]])], 1, 15], // biome-ignore format: a line each
		["one whose times overlap, as two processes saw them", [attendee([[0, 20], [10, 30]])], 1, 30], // biome-ignore format: a line each
		["one who comes as another leaves", [attendee([[0, 10]]), attendee([[10, 40]])], 1, 30],
		["two who are there together", [attendee([[0, 10]]), attendee([[9, 10]])], 2, 10],
		["three, over midnight and a change of clocks", [attendee([[0, 60]]), attendee([[10, 300]]), attendee([[299, 301]])], 2, 60], // biome-ignore format: a line each
		["one who stays for three days", [attendee([[0, 3 * 24 * 60]])], 1, 3 * 24 * 60],
		["one who is gone in the same millisecond", [attendee([[5, 5]])], 1, 0],
		["one of whom no stay is stored", [attendee([])], 0, null],
	])("tell how many were there at once, and how long half of them stayed: %s", (_, people, most, minutes) => {
		const { mostAtOnce, medianStayMs } = numbersOf(people);
		expect([mostAtOnce, medianStayMs]).toEqual([most, minutes === null ? null : minutes * MINUTE]);
	});

	it("count who heard their name once, whoever said it", () => {
		const people = [
			attendee([], { heard: "name" }),
			attendee([], { heard: "name", isGreetedByHand: true }),
			attendee([], { heard: "nothing", isGreetedByHand: true }),
			attendee([], { heard: "unnamed", isGreetedByHand: true }),
			attendee([], { heard: "unnamed", isQuiet: true }),
			attendee([], { heard: "not yet" }),
			attendee([], { heard: "nothing" }),
		];
		expect(numbersOf(people)).toMatchObject({ came: 7, heard: 4, byHand: 3, unnamed: 1, waiting: 1 });
	});

	it("count moments, who had been here before, and who was expected where that is known", () => {
		const people = [
			attendee([], { moment: "early", isExpected: true }),
			attendee([], { moment: "late", isReturning: true, isExpected: false }),
			attendee([], { moment: "late", isReturning: true }),
		];
		expect(numbersOf(people)).toMatchObject({
			...{ moments: { early: 1, onTime: 0, late: 2 }, returning: 2, expected: 1 },
		});
	});

	it("are what a count minute by minute finds, whoever comes and goes", () => {
		const minute = fc.integer({ min: 0, max: 300 });
		const times = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(fc.array(times, { minLength: 1, maxLength: 30 }), (people) => {
				const stays = people.map((all) => all.map(([from, length]) => [from, from + length] as const));
				const { mostAtOnce, medianStayMs } = numbersOf(stays.map((all) => attendee(all)));
				const isIn = (all: (typeof stays)[0], at: number) => all.some(([from, to]) => from <= at && at < to);
				const minutes = Array.from({ length: 361 }, (_, at) => at);
				const inside = minutes.map((at) => stays.filter((all) => isIn(all, at)).length);
				const lengths = stays.map((all) => minutes.filter((at) => isIn(all, at)).length).sort((a, b) => a - b);
				const stayed = lengths.filter((length) => length * MINUTE >= (medianStayMs ?? 0)).length;
				expect(mostAtOnce).toBe(Math.max(...inside));
				expect(medianStayMs).toBe((lengths[lengths.length >> 1] ?? 0) * MINUTE);
				expect(stayed * 2).toBeGreaterThanOrEqual(lengths.length);
			}),
		);
	});
});

describe("the times that somebody was in a room", () => {
	it.each<[spans: Span[], joined: Span[]]>([
		[[], []],
		[[{ from: HOUR, to: 2 * HOUR }, { from: 0, to: 1 }], [{ from: 0, to: 1 }, { from: HOUR, to: 2 * HOUR }]], // biome-ignore format: a line each
		[[{ from: 0, to: 9 }, { from: 9, to: 12 }], [{ from: 0, to: 12 }]], // biome-ignore format: a line each
		[[{ from: 0, to: 9 }, { from: 2, to: 3 }], [{ from: 0, to: 9 }]], // biome-ignore format: a line each
		[[{ from: 7, to: 5 }], [{ from: 7, to: 7 }]],
	])("%j are %j", (spans, all) => {
		expect(joined(spans)).toEqual(all);
	});
});
