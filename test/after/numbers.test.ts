import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attendee, numbersOf } from "../../src/after/numbers.ts";
import { joined, type Span } from "../../src/after/presence.ts";

const MINUTE = 60_000;
/** Five minutes before midnight in the night in which Berlin puts its clocks back: nothing of that shows in numbers. */
const START = Date.UTC(2026, 9, 24, 21, 55);

/** Spans of minutes, as in "0-10 20-25". */
function spansOf(minutes: string): Span[] {
	const each = minutes.split(" ").filter(Boolean);
	return each.map((span) => {
		const [from = 0, to = 0] = span.split("-").map(Number);
		return { from: START + from * MINUTE, to: START + to * MINUTE };
	});
}

/** Somebody who came, in the room at these minutes. */
function attendee(minutes: string, parts: Partial<Attendee> = {}): Attendee {
	return {
		...{ userId: "maya", arrivedAt: START, moment: "onTime", isReturning: false, isExpected: null, isQuiet: false },
		...{ isGreetedByHand: false, heard: "name" },
		spans: joined(spansOf(minutes)),
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

	it.each<[what: string, people: string[], most: number, medianMinutes: number | null]>([
		["one who stays", ["0-30"], 1, 30],
		["one who comes back", ["0-10 20-25"], 1, 15],
		["one whose times overlap, as two processes saw them", ["0-20 10-30"], 1, 30],
		["one who comes as another leaves", ["0-10", "10-40"], 1, 30],
		["two who are there together", ["0-10", "9-10"], 2, 10],
		["three, over midnight and a change of clocks", ["0-60", "10-300", "299-301"], 2, 60],
		["one who stays for three days", ["0-4320"], 1, 4320],
		["one who is gone in the same millisecond", ["5-5"], 1, 0],
		["one of whom no stay is stored", [""], 0, null],
	])("tell how many were there at once, and how long half of them stayed: %s", (_, people, most, minutes) => {
		const { mostAtOnce, medianStayMs } = numbersOf(people.map((each) => attendee(each)));
		expect([mostAtOnce, medianStayMs]).toEqual([most, minutes === null ? null : minutes * MINUTE]);
	});

	it("count who heard their name once, whoever said it", () => {
		const people = [
			attendee("", { heard: "name" }),
			attendee("", { heard: "name", isGreetedByHand: true }),
			attendee("", { heard: "nothing", isGreetedByHand: true }),
			attendee("", { heard: "unnamed", isGreetedByHand: true }),
			attendee("", { heard: "unnamed", isQuiet: true }),
			attendee("", { heard: "not yet" }),
			attendee("", { heard: "nothing" }),
		];
		expect(numbersOf(people)).toMatchObject({ came: 7, heard: 4, byHand: 3, unnamed: 1, waiting: 1 });
	});

	it("count moments, who had been here before, and who was expected where that is known", () => {
		const people = [
			attendee("", { moment: "early", isExpected: true }),
			attendee("", { moment: "late", isReturning: true, isExpected: false }),
			attendee("", { moment: "late", isReturning: true }),
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
				const { mostAtOnce, medianStayMs } = numbersOf(
					stays.map((all) => attendee(all.map((span) => span.join("-")).join(" "))),
				);
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
	it.each([
		["", ""],
		["60-120 0-1", "0-1 60-120"],
		["0-9 9-12", "0-12"],
		["0-9 2-3", "0-9"],
		["7-5", "7-7"],
	])("%j are %j", (spans, all) => {
		expect(joined(spansOf(spans))).toEqual(spansOf(all));
	});
});
