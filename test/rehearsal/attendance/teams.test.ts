import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

/** Teams writes UTF-16LE with a byte order mark and tabs. */
const read = (...lines: string[]) =>
	readAttendance(Uint8Array.from(Buffer.from(`\ufeff${lines.join("\r\n")}`, "utf16le")), "teams.csv");
const time = (clock: string) => Date.parse(`2024-02-03T${clock}Z`);

const SUMMARY = [
	"1. Summary",
	"Meeting title\tNames, and why",
	"Attended participants\t3",
	"Start time\t2/3/24, 3:57:00 PM",
	"End time\t2/3/24, 5:01:30 PM",
	"Meeting duration\t1h 4m 30s",
	"",
	"2. Participants",
	"Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
	"Hannah\t2/3/24, 3:57:00 PM\t2/3/24, 5:01:30 PM\t1h 4m\thannah@example.com\thannah@example.com\tOrganizer",
	"Rafael\t2/3/24, 3:58:00 PM\t2/3/24, 5:01:00 PM\t1h 3m\trafael@example.com\trafael@example.com\tPresenter",
];
const MAYA = "Maya (Guest)\t2/3/24, 3:59:12\u202fPM\t2/3/24, 5:00:00 PM\t40m\t\t\tAttendee";

describe("an attendance report of Teams", () => {
	it("gives title, host, start, end and staff", () => {
		const attendance = read(...SUMMARY, MAYA);
		expect(attendance).toMatchObject({ source: "Teams", title: "Names, and why", host: "Hannah" });
		expect(attendance).toMatchObject({ startsAt: time("15:57:00"), endsAt: time("17:01:30") });
		expect(attendance.staff).toEqual(["Hannah", "Rafael"]);
	});

	it("leaves out the mark behind a guest's name", () => {
		expect(read(...SUMMARY, MAYA).people.at(-1)).toEqual({
			name: "Maya",
			role: "attendee",
			stays: [{ enteredAt: time("15:59:12"), leftAt: time("17:00:00") }],
		});
	});

	it("takes the stays from the activities, not the one span of the participants", () => {
		const attendance = read(
			...SUMMARY,
			MAYA,
			"",
			"3. In-Meeting Activities",
			"Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
			"Maya (Guest)\t2/3/24, 3:59:12 PM\t2/3/24, 4:19:12 PM\t20m\t\tAttendee",
			"Maya (Guest)\t2/3/24, 4:40:00 PM\t2/3/24, 5:00:00 PM\t20m\t\tAttendee",
		);
		expect(attendance.people.at(-1)?.stays).toEqual([
			{ enteredAt: time("15:59:12"), leftAt: time("16:19:12") },
			{ enteredAt: time("16:40:00"), leftAt: time("17:00:00") },
		]);
		expect(attendance.people.map(({ name }) => name)).toContain("Rafael");
	});

	it("takes presenters for guests where nobody is listed as an attendee, and says so", () => {
		const attendance = read(...SUMMARY);
		expect(attendance.staff).toEqual(["Hannah"]);
		expect(attendance.assumptions).toContain(
			"Teams lists nobody as an attendee, so its presenters are taken for guests.",
		);
	});

	it("reads the report of 2021 with its meeting summary", () => {
		const attendance = read(
			"Meeting Summary",
			"Meeting Title\tNames",
			"Meeting Start Time\t2/3/2024, 4:00:00 PM",
			"Meeting End Time\t2/3/2024, 5:00:00 PM",
			"",
			"Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)",
			"Maya\t2/3/2024, 4:01:00 PM\t2/3/2024, 5:00:00 PM\t59m\tmaya@example.com\tAttendee\tmaya@example.com",
		);
		expect(attendance).toMatchObject({
			source: "Teams",
			title: "Names",
			startsAt: time("16:00:00"),
			endsAt: time("17:00:00"),
		});
	});

	it("builds stays from a list of who joined and left", () => {
		const attendance = read(
			"Full Name\tUser Action\tTimestamp",
			"Maya\tJoined\t2/3/2024, 4:01:00 PM",
			"Maya\tLeft\t2/3/2024, 4:10:00 PM",
			"Tom\tJoined before\t2/3/2024, 4:00:00 PM",
			"Maya\tJoined\t2/3/2024, 4:20:00 PM",
			"Eve\tLeft\t2/3/2024, 4:30:00 PM",
		);
		expect(attendance.people).toEqual([
			{ name: "Tom", role: "attendee", stays: [{ enteredAt: time("16:00:00"), leftAt: null }] },
			{ name: "Eve", role: "attendee", stays: [{ enteredAt: time("16:00:00"), leftAt: time("16:30:00") }] },
			{
				name: "Maya",
				role: "attendee",
				stays: [
					{ enteredAt: time("16:01:00"), leftAt: time("16:10:00") },
					{ enteredAt: time("16:20:00"), leftAt: null },
				],
			},
		]);
	});

	it("names the place of an action that is neither joining nor leaving", () => {
		expect(() => read("Full Name\tUser Action\tTimestamp", "Maya\tWaved\t2/3/2024, 4:01:00 PM")).toThrow(
			'teams.csv: line 2, column 2 ("User Action"): expected "Joined" or "Left", found "Waved"',
		);
	});

	it("refuses a report without participants", () => {
		expect(() => read(...SUMMARY.slice(0, 7))).toThrow(
			'teams.csv: expected the section "2. Participants" with the columns "Name" and "First Join", found "1. Summary"',
		);
	});
});
