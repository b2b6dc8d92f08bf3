import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

const read = (...lines: string[]) => readAttendance(new TextEncoder().encode(lines.join("\n")), "list.csv");
const day = (clock: string) => Date.parse(`2000-01-01T${clock}Z`);
const names = (...lines: string[]) => read(...lines).people.map(({ name }) => name);

describe("a list with a name and a join time", () => {
	it("reads dates, a leave time and a role", () => {
		const attendance = read(
			"Participant;Role;Joined;Left",
			"Hannah;Host;2026-03-03 09:50;2026-03-03 11:00",
			"Rafael;Co-host;2026-03-03 09:51;2026-03-03 11:00",
			"Maya;Guest;2026-03-03 10:02:11;2026-03-03 10:58",
		);
		expect(attendance).toMatchObject({ source: "CSV", title: null, host: "Hannah", staff: ["Hannah", "Rafael"] });
		expect(attendance.endsAt).toBe(Date.parse("2026-03-03T11:00Z"));
		expect(attendance.people.at(-1)?.stays).toEqual([
			{ enteredAt: Date.parse("2026-03-03T10:02:11Z"), leftAt: Date.parse("2026-03-03T10:58Z") },
		]);
	});

	it.each([
		["first and last name", "First Name,Last Name,Time", "Ann,Lee,10:02", "Ann Lee"],
		["a first name beside the full one", "First Name,Name,Time", "Ann,Ann Lee,10:02", "Ann Lee"],
		["a name and a surname in Spanish", "Nombre,Apellidos,Hora de entrada", "José,Núñez,10:02", "José Núñez"],
		["a surname and a first name in French", "Nom,Prénom,Arrivée", "Dubois,Renée,10:02", "Renée Dubois"],
		[
			"a first name only where the display name is empty",
			"Display Name,First Name,Last Name,Time",
			",Ann,Lee,10:02",
			"Ann Lee",
		],
		["Japanese headers", "氏名,参加時刻", "田中 陽子,10:02", "田中 陽子"],
	])("reads %s", (_what, header, row, name) => {
		expect(names(header, row)).toEqual([name]);
	});

	it("prefers the join time to other times", () => {
		expect(read("Timestamp,Name,Join Time", "08:00,Ann,10:02").people[0]?.stays[0]?.enteredAt).toBe(day("10:02"));
	});

	it("reads times of day that are written with a dot", () => {
		const { people, assumptions } = read("# start: 10.00", "Name,Joined", "Ann,9.57", "Ben,10.01 Uhr", "Cy,10.25");
		expect(people.map(({ stays }) => stays[0]?.enteredAt)).toEqual([day("09:57"), day("10:01"), day("10:25")]);
		expect(assumptions).toEqual([]);
	});

	it("reads a number in a column of minutes as one, with a dot or not", () => {
		const { startsAt, people, assumptions } = read("Name,Minutes", "Ann,9.50", "Ben,10");
		expect(people.map(({ stays }) => (stays[0]?.enteredAt ?? 0) - startsAt)).toEqual([570_000, 600_000]);
		expect(assumptions).toEqual([]);
	});

	it("says so when numbers elsewhere were read as minutes", () => {
		expect(read("Name,Joined", "Ann,-3", "Ben,12.5").assumptions).toEqual([
			'Join times such as "-3" were read as minutes from the start.',
		]);
	});

	it("reads minutes from the start", () => {
		const { startsAt, people } = read("Name,Minute", "Ann,-3", "Ben,12.5");
		expect(people.map(({ stays }) => (stays[0]?.enteredAt ?? 0) - startsAt)).toEqual([-180_000, 750_000]);
	});

	it("follows times of day over midnight", () => {
		const { people, startsAt } = read("Name,Joined,Left", "Cy,00:05,00:40", "Ann,23:55,00:30", "Ben,23:58,");
		expect(startsAt).toBe(day("00:00") + 24 * 3600_000);
		expect(people.map(({ name, stays }) => [name, stays[0]?.enteredAt])).toEqual([
			["Ann", day("23:55")],
			["Ben", day("23:58")],
			["Cy", day("00:05") + 24 * 3600_000],
		]);
	});

	it("takes whoever has no join time for a no-show", () => {
		expect(read("Name,Joined", "Ann,10:02", "Pia,", "Eve,--").noShows).toEqual(["Pia", "Eve"]);
	});

	it("takes whoever is marked absent for a no-show", () => {
		expect(read("Name,Attended,Joined", "Ann,yes,10:02", "Pia,no,10:00").noShows).toEqual(["Pia"]);
	});

	it("merges overlapping stays and keeps separate ones", () => {
		const { people } = read("Name,Joined,Left", "Ann,10:30,10:40", "Ann,10:00,10:10", "Ann,10:05,10:20");
		expect(people[0]?.stays).toEqual([
			{ enteredAt: day("10:00"), leftAt: day("10:20") },
			{ enteredAt: day("10:30"), leftAt: day("10:40") },
		]);
	});

	it("ends an open stay with the leave of the same person's next one", () => {
		const { people } = read("Name,Joined,Left", "Ann,10:00,", "Ann,10:20,10:40");
		expect(people[0]?.stays).toEqual([{ enteredAt: day("10:00"), leftAt: day("10:40") }]);
	});

	it("reads dates in the order that keeps the session together", () => {
		const { people, assumptions } = read("Name,Joined", "Ann,03/04/2026 23:55", "Ben,04/04/2026 00:05");
		expect(people[0]?.stays[0]?.enteredAt).toBe(Date.parse("2026-04-03T23:55Z"));
		expect(assumptions?.join()).not.toContain("Dates such as");
	});

	it("says so when the order of day and month was a guess", () => {
		expect(read("Name,Joined", "Ann,03/04/2026 10:02 AM").assumptions).toContain(
			"Dates such as 03/04/2026 can be read in two ways; they were read month first.",
		);
	});

	it("counts who is once a guest and once a host as a host", () => {
		const { people } = read("Name,Role,Joined,Left", "Ann,Guest,10:00,10:05", "Ann,Host,10:06,11:00");
		expect(people.map(({ name, role }) => [name, role])).toEqual([["Ann", "host"]]);
	});

	it("treats names of object members as names", () => {
		expect(names("Name,Joined,__proto__", "__proto__,10:01,x", "constructor,10:02,y")).toEqual([
			"__proto__",
			"constructor",
		]);
	});

	it("takes terminal escapes out of names", () => {
		expect(names("Name,Joined", "Ann\u001b[31m Lee,10:01")).toEqual(["Ann [31m Lee"]);
	});
});

describe("the start of a plain list", () => {
	const ROWS = ["Name,Joined", "Ann,09:56", "Ben,09:59", "Cy,10:00", "Dee,10:01", "Eve,10:25", "Flo,10:40"];

	it("is no date that is days away from when people came, wherever that stands", () => {
		const attendance = read("# start: 1772560320", "Name,Timestamp", "Ana,01/01/1970 00:00", "Ben,01/01/1970 00:02");
		expect(attendance.startsAt).toBe(0);
		expect(attendance.assumptions?.join()).toContain("days away from when people came");
	});

	it("is the quarter hour around which most people came", () => {
		const attendance = read(...ROWS);
		expect(attendance.startsAt).toBe(day("10:00"));
		expect(attendance.assumptions).toEqual(["The file gives no start; most people came around 10:00."]);
	});

	it("is what a comment says, together with title, host and end", () => {
		const attendance = read("# start: 9:50 AM", "# title: Names, and why", "# host: Ann", "# end: 11:00", ...ROWS);
		expect(attendance).toMatchObject({ title: "Names, and why", host: "Ann", staff: ["Ann"], assumptions: [] });
		expect(attendance).toMatchObject({ startsAt: day("09:50"), endsAt: day("11:00") });
	});

	it("is what a comment below the headers says", () => {
		expect(read("Name,Joined", "# start: 10:30", "Ann,10:02").startsAt).toBe(day("10:30"));
	});

	it("lies on the day after, and so does the end, when the session runs over midnight", () => {
		const { startsAt, endsAt } = read("# start: 00:00", "# end: 00:45", "Name,Joined", "Ann,23:55", "Ben,00:02");
		expect([startsAt, endsAt]).toEqual([day("00:00") + 24 * 3600_000, day("00:45") + 24 * 3600_000]);
	});

	it("is not told by a time of day where the joins are minutes", () => {
		expect(read("# start: 10:00", "Name,Minute", "Ann,2").startsAt).toBe(read("Name,Minute", "Ann,2").startsAt);
	});

	it("is refused as minutes where the joins are times", () => {
		expect(() => read("# start: 5", ...ROWS)).toThrow('line 1, column 1 ("# start"): expected a time of day');
	});

	it("is what a column says", () => {
		expect(read("Name,Joined,Meeting Start Time", "Ann,10:02,09:40").startsAt).toBe(day("09:40"));
	});

	it("is put on the day of the joins when it is a time of day", () => {
		expect(read("# start: 10:00", "Name,Joined", "Ann,2026-03-03 10:02").startsAt).toBe(
			Date.parse("2026-03-03T10:00Z"),
		);
	});

	it("is followed by an hour when nobody's leave is known", () => {
		expect(read(...ROWS).endsAt).toBe(day("11:00"));
	});

	it("is refused when it is no time", () => {
		expect(() => read("# start: soon", ...ROWS)).toThrow(
			'line 1, column 1 ("# start"): expected a time of day such as 10:02 or 10:02:11, found "soon"',
		);
	});
});

describe("a list that cannot be read", () => {
	it.each([
		[
			"no name column",
			["Who is it,Joined", "Ann,10:02"],
			/^list.csv: line 1: expected column headers that include a name \(.*\), found "Who is it", "Joined"; write at least two lines such as "Name,Joined" and "Maya,9:57"$/,
		],
		[
			"no join time column",
			["Name,Email", "Ann,a@example.com"],
			/^list.csv: line 1: expected column headers that include a join time \(.*\), found "Name", "Email"; write at least two lines such as "Name,Joined" and "Maya,9:57"$/,
		],
		[
			"nobody came",
			["Name,Joined", "Ann,"],
			/^list.csv: expected at least one person with a join time, found nobody who came$/,
		],
		["a row without a name", ["Name,Joined", ",10:02"], /line 2, column 1 \("Name"\): expected a name, found nothing$/],
		[
			"a name on two lines",
			["Name,Joined", '"Ann', 'Lee",10:02'],
			/line 2, column 1 \("Name"\): expected a name on one line, found "Ann Lee"$/,
		],
		[
			"no time that can be read",
			["Name,Joined", "Ann,at ten"],
			/line 2, column 2 \("Joined"\): expected a time such as 9:57, 9:57 AM or 2026-03-03 09:57, found "at ten"$/,
		],
		[
			"another way of telling time",
			["Name,Joined", "Ann,10:02", "Ben,2026-03-03 10:02"],
			/line 3, column 2 \("Joined"\): expected a time of day/,
		],
		[
			"a day that does not exist",
			["Name,Joined", "Ann,2026-03-03 10:02", "Ben,2026-02-30 10:02"],
			/line 3, column 2 .* found "2026-02-30 10:02"$/,
		],
		[
			"several sessions",
			["Name,Joined", "Ann,2026-03-03 10:02", "Ben,2026-03-10 10:02"],
			/line 3, column 2 \("Joined"\): expected one session/,
		],
	])("is refused for %s", (_why, lines, sentence) => {
		expect(() => read(...lines)).toThrow(sentence);
	});

	it("is told the problem that stands first in it", () => {
		expect(() => read("# start: soon", "Name,Joined", "Ann,later")).toThrow(/line 1, [^\n]* \(and 1 more problem\)$/);
	});

	it("costs no time for being one endless cell", () => {
		expect(() => read("(".repeat(500_000))).toThrow("line 1: expected column headers");
	}, 5000);

	it("cannot smuggle terminal escapes into the sentence", () => {
		expect(() => read("Name,Joined", "Ann,\u001b[31mred")).toThrow(/found "\[31mred"$/);
	});

	it("is quoted in part when a cell is long", () => {
		expect(() => read("Name,Joined", `Ann,${"x".repeat(500)}`)).toThrow(/found "x{60}…"$/);
	});
});
