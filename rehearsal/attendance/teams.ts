import { readActions } from "./actions.ts";
import { AttendanceRefused } from "./attendance.ts";
import { type Entry, readEntries } from "./entries.ts";
import { nameKey } from "./identity.ts";
import { assume, type Ledger } from "./ledger.ts";
import { quoted } from "./problems.ts";
import { roleOf } from "./roles.ts";
import { cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import { headerWord } from "./words.ts";

/** Whether a file is one of Teams': the sections are numbered, older ones have a summary or a list of actions. */
export function isTeams({ tables, timeless, headings, loose }: Sheet): boolean {
	if (headings.some((heading) => /^(\d\. |meeting summary$)/i.test(heading))) return true;
	if (tables.some(({ columns }) => columns.has("action"))) return true;
	const headers = [...[...tables, ...timeless].map((table) => table.header), ...loose];
	return headers.some(({ cells }) =>
		cells.some((cell) => /\(upn\)/i.test(cell) || headerWord(cell)?.field === "account"),
	);
}

/** Reads everyone in Teams' report. Throws `AttendanceRefused` when the section with the participants is missing. */
export function readTeams({ tables, timeless, headings }: Sheet, ledger: Ledger): Entry[] {
	if (tables.length === 0) throw noParticipants(timeless, headings);
	const stays: Entry[] = [];
	const participants: Entry[] = [];
	for (const table of tables) {
		if (isOfActions(table)) stays.push(...readActions(table, ledger));
		else (table.section === "activities" ? stays : participants).push(...readEntries(table, null, ledger));
	}
	// "2. Participants" gives one span per person; the activities tell the stays within it.
	const [emails, names] = [new Set<string>(), new Set<string>()];
	for (const { email, name } of stays) {
		if (email !== null) emails.add(email);
		names.add(nameKey(name));
	}
	const isTold = ({ email, name }: Entry) =>
		email !== null && emails.size > 0 ? emails.has(email) : names.has(nameKey(name));
	const spans = participants.map((entry) => (isTold(entry) ? { ...entry, enteredAt: null } : entry));
	return presentersAsGuests([...spans, ...stays], tables.some(hasAttendees), ledger);
}

/** Whether a table has a row for each coming and going. */
export function isOfActions({ columns }: Table): boolean {
	return columns.has("action") && columns.has("moment");
}

function hasAttendees({ rows, columns }: Table): boolean {
	return !columns.has("role") || rows.some((row) => roleOf(cellAt(row, columns.get("role"))) === "attendee");
}

/** In a meeting where nobody was made an attendee, Teams lists every guest as a presenter: that is its default. */
function presentersAsGuests(entries: Entry[], hasAttendees: boolean, ledger: Ledger): Entry[] {
	if (hasAttendees || !entries.some((entry) => entry.role === "panelist")) return entries;
	assume(ledger, "Teams lists nobody as an attendee, so its presenters are taken for guests.");
	return entries.map((entry) => (entry.role === "panelist" ? { ...entry, role: "attendee" } : entry));
}

function noParticipants([timeless]: Table[], headings: string[]): AttendanceRefused {
	if (timeless) {
		const found = timeless.header.cells.filter(Boolean).map(quoted).join(", ");
		return new AttendanceRefused(
			`line ${timeless.header.line}: this report has no join times, found ${found}: somebody who manages Teams has them left out ("Attendance and engagement report" in the meeting policies)`,
		);
	}
	const found = headings.length === 0 ? "none" : headings.map(quoted).join(", ");
	return new AttendanceRefused(
		`expected the section "2. Participants" with the columns "Name" and "First Join", found ${found}`,
	);
}
