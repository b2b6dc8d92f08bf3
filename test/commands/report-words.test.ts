import { describe, expect, it } from "vitest";
import { listText, numbersText } from "../../commands/report/card.ts";
import { type Attendee, numbersOf } from "../../src/after/numbers.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { sessionRow } from "../store/rows.ts";

const say = phrasesIn("en");
const sayInGerman = phrasesIn("de");
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 27, 18);

/** Somebody who stayed for so long and heard their name, but for what is said otherwise. */
function attendee(userId: string, lengthMs: number, but: Partial<Attendee> = {}): Attendee {
	const rest = { moment: "onTime", isReturning: false, isExpected: null, isQuiet: false } as const;
	const spans = [{ from: START, to: START + lengthMs }];
	return { userId, arrivedAt: START, ...rest, isGreetedByHand: false, heard: "name", spans, ...but };
}

function numbers(attendees: Attendee[], until = START + 60 * MINUTE, timeZone: string | null = null): string {
	const session = sessionRow({ opened_at: START, starts_at: START, closed_at: until });
	return numbersText({ session, until, numbers: numbersOf(attendees), attendees, nearMisses: [] }, timeZone, say);
}

describe("the numbers of a report", () => {
	it("have a sentence of their own for those who left at once", () => {
		const words = numbers([attendee("1", 10_000), attendee("2", 20_000), attendee("3", 50 * MINUTE)]);
		expect(words).toContain("More than half of them stayed for less than a minute.");
		expect(words).not.toContain("or longer");
	});

	it.each(["nothing", "not yet"] as const)(
		"do not say that nothing went wrong below somebody who heard %s",
		(heard) => {
			const words = numbers([attendee("1", MINUTE), attendee("2", MINUTE, { heard })]);
			expect(words.split("\n").at(-1)).toBe("Nothing else went wrong that I know of.");
			expect(
				numbers([attendee("1", MINUTE)])
					.split("\n")
					.at(-1),
			).toBe("Nothing went wrong that I know of.");
		},
	);

	it.each([
		["the same day", 2, null, "t"],
		["the next day", 7, null, "F"],
		["the next day by the clocks of its host", 2, "Asia/Tokyo", "t"],
		["the next day, though not by the clocks of its host", 7, "America/New_York", "t"],
		["days later at the same time", 48, null, "F"],
	])("show with its date an end that is on another day: %s", (_, hours, timeZone, style) => {
		const until = START + hours * 60 * MINUTE;
		expect(numbers([], until, timeZone)).toContain(` – <t:${until / 1_000}:${style}>`);
	});
});

describe("the list of a report", () => {
	it.each([500, 3_000])("says how many of %i are not in it, however short its lines", (count) => {
		const attendees = Array.from({ length: count }, (_, n) => attendee(`${n}`, 0, { spans: [] }));
		const words = listText(attendees, 3_300, () => "Al", say) ?? "";
		const shown = words.split("\n").filter((line) => line === "Al").length;
		const rest = count - shown;
		expect(rest === 0 ? words : words.split("\n").at(-1)).toContain(
			rest === 0 ? "Al" : say("report.moreAttendees", { count: rest }),
		);
		expect(words.length).toBeLessThanOrEqual(3_300);
	});
});

describe("German words", () => {
	it("speak of several people as several, and greet the guest, not as one", () => {
		expect(sayInGerman("report.erase.attendances", { count: 1 })).toBe("dass 1 Person da war oder leitete");
		expect(sayInGerman("report.erase.attendances", { count: 5 })).toBe("dass 5 Personen da waren oder leiteten");
		expect(sayInGerman("cue.panelist.question", { name: "Eva", at: "gleich" })).toBe(
			"Gehört **Eva** zum Podium? Wenn niemand antwortet, bekommt **Eva** gleich den Gruß für Gäste.",
		);
	});
});
