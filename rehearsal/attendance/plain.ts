import { AttendanceRefused } from "./attendance.ts";
import { hasJoin, hasName, recognise } from "./columns.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Facts } from "./facts.ts";
import { type Ledger, placeOf } from "./ledger.ts";
import { quoted } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Reads everyone in a list with a name and a join time.
 *
 * The start may stand in a `# start:` line or in a column, the title likewise; both are added to `facts`.
 * Throws `AttendanceRefused` when no row of headers names a person and a time.
 */
export function readPlain({ tables, loose }: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	if (tables.length === 0) throw noColumn(loose);
	noteStart(tables, facts);
	const host = facts.get("host")?.text;
	const entries = tables.flatMap((table) => readEntries(table, null, ledger));
	return entries.map((entry) => (entry.name === host ? { ...entry, role: "host" } : entry));
}

function noteStart(tables: Sheet["tables"], facts: Facts): void {
	const opened = facts.get("opened");
	// Here "start" was written by hand or by a scheduler: it is the announced one.
	if (opened && !facts.has("scheduled")) facts.set("scheduled", opened);
	facts.delete("opened");
	for (const { header, columns, rows } of tables) {
		for (const [field, fact] of [
			["starts", "scheduled"],
			["title", "title"],
		] as const) {
			const index = columns.get(field);
			const row = rows.find((row) => cellAt(row, index) !== "");
			if (index === undefined || !row || facts.has(fact)) continue;
			facts.set(fact, { text: cellAt(row, index), place: placeOf(row, index, header) });
		}
	}
}

function noColumn(loose: CsvRow[]): AttendanceRefused {
	const rows = loose.filter((row) => !row.cells[0]?.startsWith("#"));
	const [likeliest] = rows.toSorted((a, b) => recognise(b.cells).size - recognise(a.cells).size);
	if (!likeliest) return new AttendanceRefused("the file has no headers: expected a list of names and join times");
	const columns = recognise(likeliest.cells);
	const missing = [
		...(hasName(columns) ? [] : ['a name ("Name", "First Name" and "Last Name")']),
		...(hasJoin(columns) ? [] : ['a join time ("Join Time", "Joined", "Time")']),
	];
	const found = likeliest.cells.filter(Boolean).slice(0, 12).map(quoted).join(", ");
	return new AttendanceRefused(
		`line ${likeliest.line}: expected column headers that include ${missing.join(" and ")}, found ${found}`,
	);
}
