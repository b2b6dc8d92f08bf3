import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

const read = (text: string) => readAttendance(new TextEncoder().encode(text), "zoom.csv");
const time = (clock: string) => Date.parse(`2026-03-03T${clock}Z`);

const ATTENDEES =
	"Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Join Time,Leave Time,Time in Session (minutes)";

function webinar(...attendees: string[]): string {
	return [
		"\ufeffAttendee Report,",
		'Report Generated:,"Mar 04, 2026 8:12 AM"',
		"Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered",
		'"Names, and why",847 5521 9036,"Mar 03, 2026 10:00 AM", 60, 4',
		"Host Details,",
		"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)",
		'Yes,Hannah,hannah@example.com,"Mar 03, 2026 10:00:00","Mar 03, 2026 11:00:00",60',
		"Panelist Details,",
		"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)",
		'Yes,Rafael,rafael@example.com,"Mar 03, 2026 10:01:00","Mar 03, 2026 11:00:00",59',
		"No,Ines,ines@example.com,--,--,--",
		"Attendee Details,",
		ATTENDEES,
		...attendees,
	].join("\r\n");
}

function attendee(name: string, email: string, join: string, leave = "11:00:00", [first, last] = ["", ""]): string {
	return `Yes,${name},${first},${last},${email},"Feb 20, 2026 08:00:00","Mar 03, 2026 ${join}","Mar 03, 2026 ${leave}",1`;
}

describe("a webinar's attendee report of Zoom", () => {
	it("gives title, host, start and end", () => {
		const attendance = read(webinar(attendee("Maya", "maya@example.com", "10:02:11")));
		expect(attendance).toMatchObject({ source: "Zoom", title: "Names, and why", host: "Hannah" });
		expect(attendance).toMatchObject({ startsAt: time("10:00:00"), endsAt: time("11:00:00"), assumptions: [] });
	});

	it("gives hosts and panelists as staff, also those who stayed away", () => {
		const attendance = read(webinar(attendee("Maya", "maya@example.com", "10:02:11")));
		expect(attendance.staff).toEqual(["Hannah", "Rafael", "Ines"]);
		expect(attendance.people.map(({ name, role }) => [name, role])).toEqual([
			["Hannah", "host"],
			["Rafael", "panelist"],
			["Maya", "attendee"],
		]);
	});

	it("counts a panelist who comes in by the attendees' link as a panelist", () => {
		const attendance = read(webinar(attendee("Rafael O.", "Rafael@Example.com", "09:58:00", "10:00:30")));
		const { name, role, stays } = attendance.people[0] ?? {};
		expect({ name, role, stays: stays?.length }).toEqual({ name: "Rafael", role: "panelist", stays: 2 });
	});

	it("puts the rows of one email together", () => {
		const attendance = read(
			webinar(
				attendee("Maya P", "maya@example.com", "10:20:00", "10:40:00"),
				attendee("Maya", "maya@example.com", "10:02:00", "10:14:00"),
			),
		);
		expect(attendance.people.at(-1)).toEqual({
			name: "Maya P",
			role: "attendee",
			stays: [
				{ enteredAt: time("10:02:00"), leftAt: time("10:14:00") },
				{ enteredAt: time("10:20:00"), leftAt: time("10:40:00") },
			],
		});
	});

	it("keeps two people of one name apart by their emails", () => {
		const rows = [attendee("Tom", "tom@example.com", "10:01:00"), attendee("Tom", "tom.b@example.com", "10:01:00")];
		expect(read(webinar(...rows)).people.filter(({ name }) => name === "Tom")).toHaveLength(2);
	});

	it("lists who registered and did not come", () => {
		const rows = [attendee("Maya", "maya@example.com", "10:02:11"), "No,Pia,Pia,Novak,pia@example.com,--,--,--,--"];
		expect(read(webinar(...rows)).noShows).toEqual(["Pia"]);
	});

	it("leaves out the registered name that Zoom adds after a renaming, and no other brackets", () => {
		const attendance = read(
			webinar(
				attendee("Sunil (Sunil Deshmukh)", "s@example.com", "10:25:00", "11:00:00", ["Sunil", "Deshmukh"]),
				attendee("Kai (they/them)", "k@example.com", "10:26:00", "11:00:00", ["Kai", "Nakamura"]),
			),
		);
		expect(attendance.people.slice(-2).map(({ name }) => name)).toEqual(["Sunil", "Kai (they/them)"]);
	});

	it("takes the quarter hour the crowd came for when the room was opened well before it", () => {
		const crowd = ["14:40", "14:50", "14:55", "15:02", "15:04", "24:00"];
		const attendance = read(webinar(...crowd.map((clock, i) => attendee(`P${i}`, `p${i}@example.com`, `10:${clock}`))));
		expect(attendance.startsAt).toBe(time("10:15:00"));
		expect(attendance.assumptions).toEqual([
			"The room was opened at 10:00; most people came around 10:15, so it starts there.",
		]);
	});

	it("does not take an hour that lies far from the opening", () => {
		const late = [1, 2, 3, 4, 5].map((i) => attendee(`P${i}`, `p${i}@example.com`, `12:00:0${i}`, "12:30:00"));
		expect(read(webinar(...late)).startsAt).toBe(time("10:00:00"));
	});

	it("greets those who only dialled in", () => {
		const report = [
			webinar(attendee("Maya", "maya@example.com", "10:02:11")),
			"Other Attended,",
			"User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name",
			'15550100,"Mar 03, 2026 10:06:00","Mar 03, 2026 10:59:00",53,',
		].join("\r\n");
		expect(read(report).people.at(-1)).toMatchObject({ name: "15550100", role: "attendee" });
	});

	it("takes a scheduled start as it stands", () => {
		const report = webinar(attendee("Maya", "maya@example.com", "10:02:11")).replace("Actual Start", "Scheduled Start");
		expect(read(report.replace("10:00 AM", "9:52 AM")).startsAt).toBe(time("09:52:00"));
	});

	it("refuses a report without the section of the attendees and names the sections it found", () => {
		const [report = ""] = webinar().split("Attendee Details");
		expect(() => read(report)).toThrow(
			'zoom.csv: expected the section "Attendee Details" with a "Join Time" column, found only "Attendee Report", "Host Details", "Panelist Details"',
		);
	});

	it("names line, column and header of a join time that is none, and counts the other problems", () => {
		const rows = [
			attendee("Maya", "m@example.com", "10:02:11").replace("Mar 03, 2026 10:02:11", "soon"),
			"Yes,,,,,,,,",
		];
		expect(() => read(webinar(...rows))).toThrow(
			/^zoom.csv: line 14, column 7 \("Join Time"\): expected a date and time such as 2026-03-03 10:02:11, found "soon" \(and 1 more problem\)$/,
		);
	});

	it("counts whoever attended without a join time as there, nobody knows when", () => {
		const { people, noShows, untimed, assumptions } = read(webinar("Yes,Maya,,,m@example.com,--,--,--,--"));
		expect({ people: people.map(({ name }) => name), noShows, untimed }).toEqual({
			people: ["Hannah", "Rafael"],
			noShows: [],
			untimed: ["Maya"],
		});
		expect(assumptions).toContain('The file does not say when these came, so they are not in the replay: "Maya".');
	});

	it("refuses a leave before the join", () => {
		expect(() => read(webinar(attendee("Maya", "m@example.com", "10:02:11", "10:01:00")))).toThrow(
			'line 14, column 8 ("Leave Time"): expected a date and time such as 2026-03-03 10:02:11 that is not before the join (Mar 03, 2026 10:02:11), found "Mar 03, 2026 10:01:00"',
		);
	});
});

describe("a meeting's list of participants of Zoom", () => {
	const SUMMARY = [
		"Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants",
		"812 3456 7890,Office hours,03/03/2026 05:55:00 PM,03/03/2026 07:00:00 PM,hannah@example.com,65,3",
		"",
	];
	const HEADER = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room";

	it("takes the host from the lines above the list", () => {
		const attendance = read(
			[
				...SUMMARY,
				HEADER,
				"Hannah L,hannah@example.com,03/03/2026 05:55:00 PM,03/03/2026 07:00:00 PM,65,No,No",
				"Ana,,03/03/2026 06:10:00 PM,03/03/2026 06:40:00 PM,30,Yes,No",
			].join("\n"),
		);
		expect(attendance).toMatchObject({ source: "Zoom", title: "Office hours", host: "Hannah L", staff: ["Hannah L"] });
		expect(attendance).toMatchObject({ startsAt: time("17:55:00"), endsAt: time("19:00:00") });
	});

	it("puts the rows of one name together where there is no email", () => {
		const attendance = read(
			[
				HEADER,
				"Ana,,03/03/2026 06:10:00 PM,03/03/2026 06:40:00 PM,30,Yes,No",
				"ana,,03/03/2026 06:42:00 PM,03/03/2026 07:00:00 PM,18,Yes,No",
			].join("\n"),
		);
		expect(attendance.people.map(({ name, stays }) => [name, stays.length])).toEqual([["Ana", 2]]);
	});

	it("does not count the waiting room as a stay", () => {
		const attendance = read(
			[
				HEADER,
				"Ana,,03/03/2026 06:08:00 PM,03/03/2026 06:10:00 PM,2,Yes,Yes",
				"Ana,,03/03/2026 06:10:00 PM,03/03/2026 06:40:00 PM,30,Yes,No",
			].join("\n"),
		);
		expect(attendance.people[0]?.stays).toEqual([{ enteredAt: time("18:10:00"), leftAt: time("18:40:00") }]);
	});

	it("says what to do about a list of unique users, which has no join times", () => {
		expect(() => read("Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna,,30,Yes")).toThrow(
			'zoom.csv: this list of participants has no "Join Time" column: in Zoom, clear "Show unique users"',
		);
	});
});
