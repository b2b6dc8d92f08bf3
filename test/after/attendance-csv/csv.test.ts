import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { attendance, bytesOf, listed, MINUTE, NOON } from "./attendance.ts";

/** The rows of the attendees as a parser that is not ours reads them, by their headers. */
function attendeesIn(file: Buffer): Record<string, string>[] {
	const rows: string[][] = parse(file, { bom: true, relax_column_count: true });
	const from = rows.findIndex(([first]) => first === "Attendee Details");
	const [headers = [], ...people] = rows.slice(from + 1);
	return people.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ""])));
}

function nameIn(file: Buffer): string | undefined {
	return attendeesIn(file)[0]?.["User Name (Original Name)"];
}

describe("the file of a session", () => {
	it("has the shape of Zoom's attendee report, with what Zoom has not behind", () => {
		const file = attendance({
			title: "Names, and why",
			panel: [listed("175928847299117002", "Rafael", [-9, 60])],
			attendees: [
				listed("175928847299117010", "Maya", [-2, 14], [20, 60]),
				{ ...listed("175928847299117011", "Tom", [12, 58]), isQuiet: true },
			],
			noShows: [listed("175928847299117012", "Pia")],
		});
		expect(bytesOf(file).toString()).toBe(
			[
				"\ufeffAttendee Report,",
				"Report Generated:,2026-03-03 15:00:00 +01:00",
				"Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration,Actual End Time,Start Counted From,Time Zone",
				'"Names, and why",<#175928847299117000>,2026-03-03 12:50:00 +01:00,70,3,--,2,3,2,No,2026-03-03 14:00:00 +01:00,2026-03-03 13:00:00 +01:00,Europe/Berlin',
				"Host Details,",
				"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,First Name,Discord ID",
				"--,Henry,,--,--,--,--,,Henry,<@175928847299117001>",
				"Panelist Details,",
				"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,First Name,Discord ID",
				"Yes,Rafael,,2026-03-03 12:51:00 +01:00,2026-03-03 14:00:00 +01:00,69,--,,Rafael,<@175928847299117002>",
				"Attendee Details,",
				"Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,Quiet,Discord ID",
				"Yes,Maya,Maya,,,--,,2026-03-03 12:58:00 +01:00,2026-03-03 13:14:00 +01:00,16,--,,No,<@175928847299117010>",
				"Yes,Maya,Maya,,,--,,2026-03-03 13:20:00 +01:00,2026-03-03 14:00:00 +01:00,40,--,,No,<@175928847299117010>",
				"Yes,Tom,Tom,,,--,,2026-03-03 13:12:00 +01:00,2026-03-03 13:58:00 +01:00,46,--,,Yes,<@175928847299117011>",
				"No,Pia,Pia,,,--,,--,--,--,--,,No,<@175928847299117012>",
				"",
			].join("\r\n"),
		);
	});

	it("has who has left the server by id, which no spreadsheet rounds", () => {
		const gone = attendance({ attendees: [listed("175928847299117010", null, [0, 60])] });
		expect(nameIn(bytesOf(gone))).toBe("ID 175928847299117010");
	});

	it("says of a session that is on what is known so far", () => {
		const running = attendance({ closedAt: null, attendees: [listed("175928847299117010", "Maya", [-2, null])] });
		expect(attendeesIn(bytesOf(running))).toMatchObject([
			{ "Join Time": "2026-03-03 12:58:00 +01:00", "Leave Time": "--", "Time in Session (minutes)": "--" },
		]);
		expect(bytesOf(running).toString()).toContain("12:50:00 +01:00,130,--");
	});

	it("is whole with nobody in it, and without a host", () => {
		const nobody = attendance({ host: null, attendees: [] });
		expect(attendeesIn(bytesOf(nobody))).toEqual([]);
	});

	it.each([
		["=HYPERLINK(…)", '=HYPERLINK("https://example.org","Maya")', `'=HYPERLINK("https://example.org","Maya")`],
		["plus", "+1 Maya", "'+1 Maya"],
		["minus", "-2+3", "'-2+3"],
		["at", "@SUM(A1)", "'@SUM(A1)"],
		["wide signs", "＝1＋1", "'＝1＋1"],
		["a tab, as nothing but a tidied name may hold none", "\t=1", "'\t=1"],
		["a return", "\r=1", "'\r=1"],
		["an apostrophe that hides one", "'=1", "''=1"],
		["an apostrophe alone", "'t Hooft", "'t Hooft"],
		["an equals sign within", "Maya = me", "Maya = me"],
	])("runs no formula in a name: %s", (_, name, cell) => {
		const file = bytesOf(attendance({ attendees: [listed("175928847299117010", name, [0, 60])] }));
		expect(nameIn(file)).toBe(cell);
		expect(attendeesIn(file)[0]?.["First Name"]).toBe(cell);
	});

	it("runs none in the title, which is one line", () => {
		const [, , , topic] = parse(bytesOf(attendance({ title: '=1+1\n"quoted", \u202eورشة' })), {
			bom: true,
			relax_column_count: true,
		}) as string[][];
		expect(topic?.[0]).toBe('\'=1+1 "quoted", ورشة');
	});
});

describe("times in the file", () => {
	const joinsIn = (timeZone: string | null, minutes: number[]) => {
		const stays = minutes.map((minute): [number, number] => [minute, minute + 1]);
		const file = attendance({ timeZone, attendees: [listed("175928847299117010", "Maya", ...stays)] });
		return attendeesIn(bytesOf(file)).map((row) => row["Join Time"]);
	};

	it.each([
		[null, "2026-03-03 12:00:00 +00:00"],
		["Mars/Olympus", "2026-03-03 12:00:00 +00:00"],
		["America/St_Johns", "2026-03-03 08:30:00 -03:30"],
		["Asia/Kathmandu", "2026-03-03 17:45:00 +05:45"],
		["Pacific/Kiritimati", "2026-03-04 02:00:00 +14:00"],
	])("are those of clocks in %s", (zone, shown) => {
		expect(joinsIn(zone, [0])).toEqual([shown]);
	});

	it("go over midnight, over days, and through the hour that comes twice", () => {
		const untilOctober = (Date.UTC(2026, 9, 25, 0, 59) - NOON) / MINUTE;
		expect(joinsIn("Europe/Berlin", [11 * 60, 3 * 24 * 60, untilOctober, untilOctober + 1])).toEqual([
			"2026-03-04 00:00:00 +01:00",
			"2026-03-06 13:00:00 +01:00",
			"2026-10-25 02:59:00 +02:00",
			"2026-10-25 02:00:00 +01:00",
		]);
	});
});

describe("how many were in at once", () => {
	it.each([
		[
			"somebody whose stays overlap is one",
			[listed("1", "Maya", [0, 20], [10, 30]), listed("2", "Tom", [15, 40])],
			"2",
		],
		["somebody who left in the moment in which they came was there", [listed("1", "Maya", [5, 5])], "1"],
		[
			"who leaves as another comes is not counted beside them",
			[listed("1", "Maya", [0, 5]), listed("2", "Tom", [5, 9])],
			"1",
		],
	])("%s", (_, attendees, most) => {
		const lines = parse(bytesOf(attendance({ attendees })), { bom: true, relax_column_count: true }) as string[][];
		expect(lines[3]?.[8]).toBe(most);
	});
});
