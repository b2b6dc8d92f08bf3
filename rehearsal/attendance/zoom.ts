import { AttendanceRefused, type Role } from "./attendance.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Facts } from "./facts.ts";
import { assume, type Ledger } from "./ledger.ts";
import { quoted } from "./problems.ts";
import { cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import type { Section } from "./vocabulary/meanings.ts";
import { headerWord, tellsOriginalName } from "./words.ts";

/** The sections of a webinar's attendee report. */
const OF_WEBINARS = new Set<Section | null>(["hosts", "panelists", "others"]);

/** Whether a file is one of Zoom's: it alone writes "(Original Name)" into the header of the name. */
export function isZoom({ tables, timeless, headings, loose }: Sheet): boolean {
	const headers = [...tables, ...timeless].map(({ header }) => header);
	return (
		[...tables, ...timeless].some(({ section }) => OF_WEBINARS.has(section)) ||
		headings.some((heading) => /^(attendee report|host details)$/i.test(heading)) ||
		[...headers, ...loose].some(({ cells }) => cells.some((cell) => headerWord(cell) && tellsOriginalName(cell)))
	);
}

/** Reads everyone in Zoom's report. Throws `AttendanceRefused` when the section with the attendees is missing. */
export function readZoom(sheet: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	const { tables } = sheet;
	const isWebinar = tables.some(({ section }) => OF_WEBINARS.has(section));
	if (isWebinar && !tables.some(({ section }) => section === "attendees")) throw noAttendees(sheet);
	if (tables.length === 0) {
		throw new AttendanceRefused(
			'this list of participants has no "Join Time" column: in Zoom, clear "Show unique users" and export it again',
		);
	}
	const roles = rolesOf(tables, ledger);
	const entries = tables.flatMap((table, index) => readEntries(table, roles[index] ?? null, ledger));
	return isWebinar
		? entries
		: entries.map((entry) => (isMeetingHost(entry, facts) ? { ...entry, role: "host" } : entry));
}

/** What everyone in each table was. In a language we have no words for, the order of Zoom's sections tells. */
function rolesOf(tables: Table[], ledger: Ledger): (Role | null)[] {
	const known = tables.map(({ section }) => roleIn(section));
	if (tables.length < 2 || tables.some(({ section }) => section !== null)) return known;
	const widest = Math.max(...tables.map(({ header }) => header.cells.length));
	const attendees = tables.findLastIndex(({ header }) => header.cells.length === widest);
	if (attendees === 0) return known;
	const headings = tables.slice(0, attendees).map(({ heading }) => quoted(heading));
	assume(
		ledger,
		`The sections ${headings.join(", ")} stand before the attendees': taken for the host and the panelists.`,
	);
	return tables.map((_table, index) => (index === 0 ? "host" : index < attendees ? "panelist" : "attendee"));
}

function roleIn(section: Section | null): Role | null {
	if (section === "hosts") return "host";
	if (section === "panelists") return "panelist";
	return section === null || section === "attendees" ? null : "attendee";
}

/** A meeting's report does not mark the host; what it says of the meeting names them or gives their email. */
function isMeetingHost(entry: Entry, facts: Facts): boolean {
	const email = facts.get("hostEmail")?.text.toLowerCase();
	if (email && entry.email !== null) return entry.email === email;
	return entry.name === facts.get("hostName")?.text;
}

function noAttendees({ headings, tables }: Sheet): AttendanceRefused {
	const found = (headings.length > 0 ? headings : tables.map(({ header }) => cellAt(header, 0))).map(quoted).join(", ");
	return new AttendanceRefused(
		`expected the section "Attendee Details" with a "Join Time" column, found only ${found}: in Zoom, export the webinar's attendee report`,
	);
}
