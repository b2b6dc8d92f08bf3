import { describe, expect, it } from "vitest";
import { readAttendance } from "../../rehearsal/attendance/read.ts";
import { explained } from "../../rehearsal/explanation.ts";

const explain = (name: string, ...lines: string[]) =>
	explained(name, readAttendance(new TextEncoder().encode(lines.join("\n")), name));

describe("explained", () => {
	it("says what each column was taken for, who came, and what was left open", () => {
		const text = explain(
			"names.csv",
			"Name;Email;Role;Joined;Left;Phone;Mood",
			"Hannah;;Host;2026-03-03 17:50;2026-03-03 19:00;;calm",
			"Maya;maya@example.org;;2026-03-03 17:58;2026-03-03 19:00;;merry",
			"Tom;;;2026-03-03 18:02;2026-03-03 19:00;;merry",
			"Zoë;;;2026-03-03 18:01;2026-03-03 19:00;;calm",
			"Total;4",
		);
		expect(text).toBe(
			[
				"names.csv: read as a list, UTF-8, cells between semicolons",
				"",
				"  Headers in line 1, 4 rows:",
				'    "Name": the name (such as "Hannah")',
				'    "Email": the address, which tells people of one name apart (such as "maya@example.org")',
				'    "Role": who is host, on stage or a guest (such as "Host")',
				'    "Joined": when they came (such as "2026-03-03 17:50")',
				'    "Left": when they left (such as "2026-03-03 19:00")',
				'    "Phone": not needed',
				'    "Mood": NOT UNDERSTOOD (such as "calm")',
				"",
				"  Title: not given. Host: Hannah. Starts 2026-03-03 18:00, ends 2026-03-03 19:00.",
				"  3 guests, 1 on stage, 0 no-shows.",
				'  ! The column "Mood" ("calm", "merry") was not understood. If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".',
				"  ! The file gives no start; most people came around 18:00.",
				"",
				"  Passed over, as it is no attendance:",
				"    line 6: Total, 4",
				"",
			].join("\n"),
		);
	});

	it("names the sections of a report", () => {
		const text = explain(
			"teams.csv",
			"1. Zusammenfassung",
			"Besprechungstitel\tNamen und warum",
			"Startzeit\t03.03.26, 18:00:00",
			"",
			"2. Teilnehmer",
			"Name\tErster Beitritt\tLetztes Verlassen\tRolle",
			"Helga\t03.03.26, 17:50:00\t03.03.26, 19:05:00\tOrganisator",
			"Ana\t03.03.26, 17:52:10\t03.03.26, 19:04:00\tTeilnehmer",
		);
		expect(text).toBe(
			[
				"teams.csv: read as a report of Teams, UTF-8, cells between tabs",
				"",
				'  Headers in line 6 under "2. Teilnehmer", 2 rows:',
				'    "Name": the name (such as "Helga")',
				'    "Erster Beitritt": when they came (such as "03.03.26, 17:50:00")',
				'    "Letztes Verlassen": when they left (such as "03.03.26, 19:05:00")',
				'    "Rolle": who is host, on stage or a guest (such as "Organisator")',
				"",
				"  Title: Namen und warum. Host: Helga. Starts 2026-03-03 18:00, ends 2026-03-03 19:05.",
				"  1 guest, 1 on stage, 0 no-shows.",
				"",
			].join("\n"),
		);
	});

	it("says that one name stands on each line where that is all", () => {
		expect(explain("names.txt", "Maya", "Tom Becker")).toBe(
			[
				"names.txt: read as a list, UTF-8, one name a line",
				"",
				"  Title: not given. Host: not given. Starts 12:00, ends 13:00.",
				"  2 guests, 0 on stage, 0 no-shows.",
				"  ! The file has names and no times: everybody comes at the start.",
				"",
			].join("\n"),
		);
	});

	it("says what each column of a list without headers was taken for", () => {
		expect(explain("list.csv", "Maya,9:57", "Tom,10:02")).toContain(
			'  Without headers, 2 rows:\n    column 1: the name (such as "Maya")\n    column 2: when they came (such as "9:57")\n',
		);
	});

	it("lets no escape of a file reach the terminal", () => {
		const text = explain("list.csv", "Name,Joined,\u001b[31mRed", "Maya,10:01,\u001b[2J");
		expect(text).toContain("NOT UNDERSTOOD");
		expect(text).not.toMatch(/[^\P{Cc}\n]/u);
	});
});
