import { AttendanceRefused } from "./attendance.ts";
import { plainHeader } from "./columns.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Ledger } from "./ledger.ts";
import { personKey } from "./people.ts";
import { quoted } from "./problems.ts";
import { cellAt } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import { readActions } from "./teams-actions.ts";

/** Whether a file is one of Teams': the sections are numbered, older ones have a summary or a list of actions. */
export function isTeams({ tables, headings, loose }: Sheet): boolean {
	if (headings.some((heading) => /^(\d\. |meeting summary$)/i.test(heading))) return true;
	const headers = [...tables.map((table) => table.header), ...loose];
	return headers.some(({ cells }) => cells.some((cell) => /^(user action|participant id \(upn\))$/i.test(cell)));
}

/** Reads everyone in Teams' report. Throws `AttendanceRefused` when the section with the participants is missing. */
export function readTeams({ tables, headings }: Sheet, ledger: Ledger): Entry[] {
	if (tables.length === 0) {
		const found = headings.length === 0 ? "none" : headings.map(quoted).join(", ");
		throw new AttendanceRefused(
			`expected the section "2. Participants" with the columns "Name" and "First Join", found ${found}`,
		);
	}
	const isActivity = (heading: string) => /activit/i.test(heading);
	const stays: Entry[] = [];
	const participants: Entry[] = [];
	for (const table of tables) {
		if (table.columns.has("action")) stays.push(...readActions(table, ledger));
		else (isActivity(table.heading) ? stays : participants).push(...readEntries(table, null, ledger));
	}
	// "2. Participants" gives one span per person; the activities tell the stays within it.
	const told = new Set(stays.map(personKey));
	const spans = participants.map((entry) => (told.has(personKey(entry)) ? { ...entry, enteredAt: null } : entry));
	return presentersAsGuests([...spans, ...stays].map(withoutGuestMark), tables.some(hasAttendees), ledger);
}

function hasAttendees({ rows, columns }: Sheet["tables"][number]): boolean {
	return !columns.has("role") || rows.some((row) => plainHeader(cellAt(row, columns.get("role"))) === "attendee");
}

/** In a meeting where nobody was made an attendee, Teams lists every guest as a presenter: that is its default. */
function presentersAsGuests(entries: Entry[], hasAttendees: boolean, ledger: Ledger): Entry[] {
	if (hasAttendees || !entries.some((entry) => entry.role === "panelist")) return entries;
	ledger.assumptions.push("Teams lists nobody as an attendee, so its presenters are taken for guests.");
	return entries.map((entry) => (entry.role === "panelist" ? { ...entry, role: "attendee" } : entry));
}

function withoutGuestMark(entry: Entry): Entry {
	return { ...entry, name: entry.name.replace(/ \((guest|unverified|external)\)$/i, "") };
}
