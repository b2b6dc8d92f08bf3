import { describe, expect, it } from "vitest";
import { readingOfDates } from "../../../rehearsal/attendance/dates.ts";
import { isOrdered, readMoment } from "../../../rehearsal/attendance/times.ts";

const at = (cell: string, order: "month first" | "day first" = "month first") => {
	const moment = readMoment(cell, order);
	return moment && new Date(moment.at).toISOString().slice(0, 19);
};

describe("readMoment", () => {
	it.each([
		["2026-03-04 10:02:11"],
		["2026-03-04T10:02:11.250Z"],
		["2026-03-04T12:02:11+02:00"],
		["2026-03-04T05:02:11-0500"],
		["2026/03/04 10:02:11"],
		["03/04/2026 10:02:11 AM"],
		["3/4/26, 10:02:11 AM"],
		["3/4/26, 10:02:11\u202fAM"],
		["\u200e3\u200e/\u200e4\u200e/\u200e2026 10:02:11 a.m."],
		["04.03.2026 10:02:11"],
		["Mar 4, 2026 10:02:11"],
		["March 4, 2026 at 5:02:11 AM EST"],
		["04.03.2026 11:02:11 MEZ"],
		["4 Mar 2026 15:32:11 UTC+5:30"],
		["March 4, 2026 at 10:02:11 AM HKT"],
		["4 Mar 2026 10:02:11"],
		["4-Mar-26 10:02:11"],
		["Wed, 4 Mar 2026 10:02:11"],
		["Wednesday, March 4, 2026 10:02:11 AM"],
		["04.03.2026 10.02.11"],
		["1772618531"],
		["1772618531000"],
	])("reads %j as a date and time", (cell) => {
		expect(at(cell)).toBe("2026-03-04T10:02:11");
	});

	it("reads the day first where the file does", () => {
		expect(at("03/04/2026 10:02:11", "day first")).toBe("2026-04-03T10:02:11");
	});

	it.each([
		["12:05 AM", "00:05:00"],
		["12:05 PM", "12:05:00"],
		["1:05 pm", "13:05:00"],
		["13:05 PM", "13:05:00"],
		["10h02", "10:02:00"],
		["10 AM", "10:00:00"],
		["9:57 Uhr", "09:57:00"],
		["9:57 AM EST", "09:57:00"],
		["９：５７", "09:57:00"],
	])("reads the time of day %s as %s", (cell, time) => {
		expect(at(cell)).toBe(`2000-01-01T${time}`);
	});

	it("reads minutes before and after the start", () => {
		const [early, late] = [readMoment("-3", "month first"), readMoment("12,5 min", "month first")];
		expect(early?.kind).toBe("minutes");
		expect((late?.at ?? 0) - (early?.at ?? 0)).toBe(15.5 * 60_000);
	});

	it.each([
		"soon",
		"",
		"2026-03-04",
		"2026-02-30 10:02:11",
		"31/31/2026 10:00",
		"25:00",
		"10:61",
		"10:02-10:55",
		"0957",
		"45719.4181",
		"Foo 4, 2026 10:02",
	])("reads %j as nothing", (cell) => {
		expect(readMoment(cell, "month first")).toBeNull();
	});
});

describe("isOrdered", () => {
	it("leaves out dates with dots, which are day first everywhere", () => {
		expect(isOrdered("03/04/2026 10:02")).toBe(true);
		expect(isOrdered("03.04.2026 10:02")).toBe(false);
	});
});

describe("readingOfDates", () => {
	it("settles the order by a number above 12 anywhere in the file", () => {
		expect(readingOfDates(["03/04/2026 10:02 AM", "25/02/2026 08:00 AM"], [])).toEqual({
			order: "day first",
			isGuess: false,
		});
		expect(readingOfDates(["03/04/2026 10:02", "02/25/2026 08:00"], [])).toEqual({
			order: "month first",
			isGuess: false,
		});
	});

	it("else takes the order under which joins and leaves lie closer together", () => {
		const overMidnight = ["03/04/2026 11:50 PM", "04/04/2026 12:10 AM"];
		expect(readingOfDates(overMidnight, overMidnight)).toEqual({ order: "day first", isGuess: false });
	});

	it("else takes AM and PM for month first and 24 hours for day first, and says that it guesses", () => {
		expect(readingOfDates(["03/04/2026 10:02 AM"], [])).toEqual({ order: "month first", isGuess: true });
		expect(readingOfDates(["03/04/2026 10:02"], [])).toEqual({ order: "day first", isGuess: true });
	});

	it("does not call it a guess when both orders give the same dates", () => {
		expect(readingOfDates(["03/03/2026 10:02 AM"], [])).toEqual({ order: "month first", isGuess: false });
	});
});
