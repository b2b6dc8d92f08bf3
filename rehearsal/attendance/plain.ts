import { AttendanceRefused } from "./attendance.ts";
import { hasName, joinColumn, knownHeaders, recognise } from "./columns.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Facts } from "./facts.ts";
import type { Ledger } from "./ledger.ts";
import { quoted } from "./problems.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Reads everyone in a list with a name and a join time.
 *
 * A start that stands in a `# start:` line or a column was written by hand or by a scheduler: it is the announced one.
 * Throws `AttendanceRefused` when no row of headers names a person and a time.
 */
export function readPlain(sheet: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	if (sheet.tables.length === 0) throw noColumn(sheet);
	const starts = facts.get("starts");
	if (starts && !facts.has("scheduled")) facts.set("scheduled", starts);
	facts.delete("starts");
	const host = facts.get("hostName")?.text;
	const entries = sheet.tables.flatMap((table) => readEntries(table, null, ledger));
	return entries.map((entry) => (entry.name === host ? { ...entry, role: "host" } : entry));
}

/** The least that a list needs. */
const LIKE_THIS = 'write at least two lines such as "Name,Joined" and "Maya,9:57"';

function noColumn({ loose, timeless, passed }: Sheet): AttendanceRefused {
	const rows = [...timeless.map(({ header }) => header), ...loose, ...passed].filter(
		(row) => !row.cells[0]?.startsWith("#"),
	);
	const [likeliest] = rows.toSorted((a, b) => knownHeaders(b.cells) - knownHeaders(a.cells));
	if (!likeliest) return new AttendanceRefused(`the file has no headers: ${LIKE_THIS}`);
	const columns = recognise(likeliest);
	const missing = [
		...(hasName(columns) ? [] : ['a name ("Name", "First Name" and "Last Name")']),
		...(joinColumn(columns) === undefined ? ['a join time ("Join Time", "Joined", "Time")'] : []),
	];
	const found = likeliest.cells.filter(Boolean).slice(0, 12).map(quoted).join(", ");
	const what = missing.length > 0 ? missing.join(" and ") : "a name and a join time, in a list of attendance";
	return new AttendanceRefused(
		`line ${likeliest.line}: expected column headers that include ${what}, found ${found}; ${LIKE_THIS}`,
	);
}
