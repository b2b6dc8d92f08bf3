import type { Attendance, Explanation } from "./attendance/attendance.ts";
import { counted } from "./figures.ts";
import { harmless } from "./harmless.ts";

/** What each field is called for a reader. */
const NAMES: Record<string, string> = {
	name: "the name",
	first: "the first name",
	last: "the last name",
	email: "the address, which tells people of one name apart",
	account: "the account, where there is no address",
	join: "when they came",
	moment: "when it happened",
	leave: "when they left",
	duration: "how long they stayed, for who has no join time",
	role: "who is host, on stage or a guest",
	attended: "whether they came",
	action: "whether they came or left",
	waiting: "whether they only waited outside",
	title: "the title",
	starts: "the start",
	scheduled: "the start",
	opened: "when the room was opened",
	ends: "the end",
	minutes: "how long it lasted",
	hostName: "the host",
	hostEmail: "the host's address",
};

/** At most so many of the rows that were passed over are shown. */
const MOST_PASSED = 10;

/** Tells, in lines, how a file was understood: each column, who came, and what was left open. */
export function explained(file: string, attendance: Attendance): string {
	const { source, title, host, people, noShows, untimed = [], assumptions = [], explanation } = attendance;
	const guests = people.filter(({ role }) => role === "attendee").length;
	const lines = [
		`${file}: read as ${source === "CSV" ? "a list" : `a report of ${source}`}${explanation ? formOf(explanation) : ""}`,
		...(explanation?.tables ?? []).flatMap(tableLines),
		"",
		`  Title: ${title ?? "not given"}. Host: ${host ?? "not given"}. Starts ${shownTime(attendance.startsAt)}, ends ${shownTime(attendance.endsAt)}.`,
		`  ${counted(guests, "guest")}, ${people.length - guests} on stage, ${counted(noShows.length, "no-show")}${untimed.length > 0 ? `, ${untimed.length} there at unknown times` : ""}.`,
		...assumptions.map((sentence) => `  ! ${sentence}`),
		...passedLines(explanation?.passed ?? []),
	];
	return `${lines.map(harmless).join("\n")}\n`;
}

function formOf({ encoding, delimiter }: Explanation): string {
	return `, ${encoding.toUpperCase()}, ${delimiter === null ? "one name a line" : `cells between ${delimiter}`}`;
}

function tableLines({ line, heading, rows, columns }: Explanation["tables"][number]): string[] {
	const where = line === 0 ? "Without headers" : `Headers in line ${line}`;
	return [
		"",
		`  ${where}${heading ? ` under "${heading}"` : ""}, ${counted(rows, "row")}:`,
		...columns.map(({ header, example, readAs, isKnown }, index) => {
			const what = readAs === null ? (isKnown ? "not needed" : "NOT UNDERSTOOD") : (NAMES[readAs] ?? readAs);
			const sample = example === "" ? "" : ` (such as "${example.slice(0, 30)}")`;
			return `    ${header === "" ? `column ${index + 1}` : `"${header.slice(0, 50)}"`}: ${what}${sample}`;
		}),
	];
}

function passedLines(passed: Explanation["passed"]): string[] {
	if (passed.length === 0) return [];
	const shown = passed.slice(0, MOST_PASSED).map(({ line, text }) => `    line ${line}: ${text.slice(0, 60)}`);
	const more = passed.length > MOST_PASSED ? [`    and ${passed.length - MOST_PASSED} more`] : [];
	return ["", `  Passed over, as it is no attendance:`, ...shown, ...more];
}

function shownTime(at: number): string {
	return new Date(at).toISOString().slice(0, 16).replace("T", " ").replace("2000-01-01 ", "");
}
