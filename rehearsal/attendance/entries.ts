import type { Role } from "./attendance.ts";
import { joinColumn } from "./columns.ts";
import { assume, type Ledger, placeOf, readTime } from "./ledger.ts";
import { readEmail, readNaming } from "./naming.ts";
import { type CellPlace, problemAt, quoted } from "./problems.ts";
import { roleOf } from "./roles.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Table } from "./sheet.ts";
import { DAY_MS } from "./times.ts";
import { hasNotLeft, isNothing, says } from "./words.ts";

/** One row about one person. */
export interface Entry {
	name: string;
	/** The name they registered under, where they showed another. */
	original: string | null;
	email: string | null;
	role: Role;
	/** Null for someone who did not come, or of whom it is not known when. */
	enteredAt: number | null;
	leftAt: number | null;
	/** Whether they came, as far as the row tells. */
	wasThere: boolean;
	place: CellPlace;
}

type EntryStay = Pick<Entry, "enteredAt" | "leftAt" | "wasThere">;

/** Reads the rows of a table; `role` is what everyone in it was, or null when a column says so. */
export function readEntries(table: Table, role: Role | null, ledger: Ledger): Entry[] {
	return table.rows.flatMap((row) => readEntry(row, table, role, ledger) ?? []);
}

function readEntry(row: CsvRow, table: Table, role: Role | null, ledger: Ledger): Entry | null {
	const problems = ledger.problems.length;
	const naming = readNaming(row, table, ledger);
	const stay = readStay(row, table, ledger);
	if (naming === null || ledger.problems.length > problems) return null;
	return {
		name: naming.name,
		original: naming.original,
		email: readEmail(row, table),
		role: role ?? naming.role ?? readRole(row, table, ledger),
		...stay,
		place: placeOf(row, joinColumn(table.columns) ?? 0, table.header),
	};
}

/** Reads what a row says somebody was; a role that is not known is named, and taken for a guest's. */
export function readRole(row: CsvRow, { columns, header }: Table, ledger: Ledger): Role {
	if (says(cellAt(row, columns.get("hostName")), "yes")) return "host";
	const cell = cellAt(row, columns.get("role"));
	const role = roleOf(isNothing(cell) ? "" : cell);
	if (role === null) {
		const column = quoted(cellAt(header, columns.get("role")));
		assume(ledger, `The role ${quoted(cell)} in the column ${column} is not known: taken for a guest's.`);
	}
	return role ?? "attendee";
}

const AWAY: EntryStay = { enteredAt: null, leftAt: null, wasThere: false };

function readStay(row: CsvRow, table: Table, ledger: Ledger): EntryStay {
	const { columns, header } = table;
	const [join, leave] = [joinColumn(columns) ?? 0, columns.get("leave")];
	const [joined, left] = [cellAt(row, join), cellAt(row, leave)];
	// Zoom also counts the waiting room as a stay; whoever got no further was not in the room.
	if (isAway(row, table, ledger) || isWaiting(row, table, ledger)) return AWAY;
	if (isNothing(joined)) return { ...AWAY, wasThere: sawThem(row, table) };

	const enteredAt = readTime(joined, placeOf(row, join, header), ledger);
	const leftAt = hasNotLeft(left) || leave === undefined ? null : readTime(left, placeOf(row, leave, header), ledger);
	if (enteredAt === null || leftAt === null || leftAt >= enteredAt) return { enteredAt, leftAt, wasThere: true };
	// A time of day has no date: who comes at 23:50 and leaves at 00:10 stayed twenty minutes.
	if (ledger.kind === "time") return { enteredAt, leftAt: leftAt + DAY_MS, wasThere: true };
	const expected = `${ledger.expected} that is not before the join (${joined})`;
	ledger.problems.push(problemAt(placeOf(row, leave ?? 0, header), expected, left));
	return AWAY;
}

function isAway(row: CsvRow, { columns, header }: Table, ledger: Ledger): boolean {
	const attended = cellAt(row, columns.get("attended"));
	if (isNothing(attended) || says(attended, "yes")) return false;
	if (says(attended, "no")) return true;
	if (/[1-9]/.test(attended)) return false;
	const column = quoted(cellAt(header, columns.get("attended")));
	assume(ledger, `${quoted(attended)} in the column ${column} is neither yes nor no: who has a join time was there.`);
	return false;
}

function isWaiting(row: CsvRow, { columns, header }: Table, ledger: Ledger): boolean {
	const waiting = cellAt(row, columns.get("waiting"));
	if (isNothing(waiting) || says(waiting, "no")) return false;
	if (says(waiting, "yes")) return true;
	const column = quoted(cellAt(header, columns.get("waiting")));
	assume(ledger, `${quoted(waiting)} in the column ${column} is neither yes nor no: read as no.`);
	return false;
}

/** Without a join time, a leave, a duration or a "yes" tells that somebody was there. */
function sawThem(row: CsvRow, { columns }: Table): boolean {
	const [left, lasted] = [cellAt(row, columns.get("leave")), cellAt(row, columns.get("duration"))];
	if (!isNothing(left) || (!isNothing(lasted) && /[1-9]/.test(lasted))) return true;
	return says(cellAt(row, columns.get("attended")), "yes");
}
