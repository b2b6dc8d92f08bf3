import { AttendanceRefused, type Role } from "./attendance.ts";
import { hasJoin } from "./columns.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Facts } from "./facts.ts";
import type { Ledger } from "./ledger.ts";
import { quoted } from "./problems.ts";
import type { Sheet } from "./sheet.ts";

const WEBINAR = /^(host|panell?ist|attendee) details$|^attendee report$/i;

/**
 * Whether a file is one of Zoom's: a webinar's attendee report with its sections, or a meeting's participants.
 *
 * Zoom alone writes "(Original Name)" into the header of the name.
 */
export function isZoom({ tables, headings, loose }: Sheet): boolean {
	if (headings.some((heading) => WEBINAR.test(heading))) return true;
	return [...tables.map((table) => table.header), ...loose].some(({ cells }) =>
		cells.some((cell) => /\(original name\)/i.test(cell)),
	);
}

/** Reads everyone in Zoom's report. Throws `AttendanceRefused` when the section with the attendees is missing. */
export function readZoom(sheet: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	const isWebinar = sheet.headings.some((heading) => WEBINAR.test(heading));
	if (isWebinar && !sheet.tables.some(({ heading }) => /^attendee details$/i.test(heading))) throw noAttendees(sheet);
	if (!sheet.tables.some(({ columns }) => hasJoin(columns))) {
		throw new AttendanceRefused(
			'this list of participants has no "Join Time" column: in Zoom, clear "Show unique users" and export it again',
		);
	}
	const entries = sheet.tables.flatMap((table) => readEntries(table, roleIn(table.heading), ledger));
	return isWebinar
		? entries
		: entries.map((entry) => (isMeetingHost(entry, facts) ? { ...entry, role: "host" } : entry));
}

function roleIn(heading: string): Role {
	if (/^host/i.test(heading)) return "host";
	return /^panel/i.test(heading) ? "panelist" : "attendee";
}

/** A meeting's report does not mark the host; the lines above the list name them or give their email. */
function isMeetingHost(entry: Entry, facts: Facts): boolean {
	const email = facts.get("hostEmail")?.text.toLowerCase();
	return email ? entry.email === email : entry.name === facts.get("host")?.text;
}

function noAttendees({ headings }: Sheet): AttendanceRefused {
	const found = headings.map(quoted).join(", ");
	return new AttendanceRefused(
		`expected the section "Attendee Details" with a "Join Time" column, found only ${found}: in Zoom, export the webinar's attendee report`,
	);
}
