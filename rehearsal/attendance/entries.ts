import type { Role } from "./attendance.ts";
import { type Ledger, placeOf, readTime } from "./ledger.ts";
import { type CellPlace, problemAt } from "./problems.ts";
import { roleOf } from "./roles.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Table } from "./sheet.ts";
import { DAY_MS } from "./times.ts";

/** One row about one person; `enteredAt` is null for someone who registered and did not come. */
export interface Entry {
	name: string;
	email: string | null;
	role: Role;
	enteredAt: number | null;
	leftAt: number | null;
	place: CellPlace;
}

/** Reads the rows of a table; `role` is what everyone in it was, or null when a column says so. */
export function readEntries(table: Table, role: Role | null, ledger: Ledger): Entry[] {
	return table.rows.flatMap((row) => readEntry(row, table, role, ledger) ?? []);
}

function readEntry(row: CsvRow, table: Table, role: Role | null, ledger: Ledger): Entry | null {
	const { columns } = table;
	const problems = ledger.problems.length;
	const name = readName(row, table, ledger);
	const stay = readStay(row, table, ledger);
	if (name === null || ledger.problems.length > problems) return null;
	return {
		name,
		email: readEmail(cellAt(row, columns.get("email"))),
		role: role ?? roleOf(cellAt(row, columns.get("role"))),
		...stay,
		place: placeOf(row, columns.get("join") ?? 0, table.header),
	};
}

/** Reads who a row is about: the display name, or first and last name where there is none. */
export function readName(row: CsvRow, { columns, header }: Table, ledger: Ledger): string | null {
	const at = columns.get("name") ?? columns.get("first") ?? columns.get("last") ?? 0;
	const shown = cellAt(row, columns.get("name"));
	const [first, last] = [cellAt(row, columns.get("first")), cellAt(row, columns.get("last"))];
	const registered = [first, last].filter(Boolean).join(" ");
	if ([shown, first, last].some((part) => part.includes("\n"))) {
		ledger.problems.push(problemAt(placeOf(row, at, header), "a name on one line", shown || registered));
		return null;
	}
	const name = tidy(columns.has("first") && columns.has("last") ? withoutOriginal(shown, registered) : shown);
	if (!name && registered) return tidy(registered);
	if (!name) {
		ledger.problems.push(problemAt(placeOf(row, at, header), "a name", ""));
		return null;
	}
	// A surname may stand in a column of its own beside "Nombre" or "Nom"; a full name already has it.
	const halves = columns.has("first") === columns.has("last") ? [] : [first, name, last];
	return halves.length === 0 || name.includes(registered) ? name : tidy(halves.join(" "));
}

/** Zoom adds the registered name in brackets when someone renames themselves: "Sunil (Sunil Deshpande)". */
function withoutOriginal(shown: string, registered: string): string {
	const suffix = ` (${registered})`;
	return registered && shown.endsWith(suffix) ? shown.slice(0, -suffix.length) : shown;
}

/** Names go to a terminal: control characters, which may be escapes, become spaces. */
function tidy(name: string): string {
	return name
		.replace(/\p{Cc}/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function readEmail(cell: string): string | null {
	return cell.includes("@") ? cell.toLowerCase() : null;
}

function readStay(row: CsvRow, { columns, header }: Table, ledger: Ledger): Pick<Entry, "enteredAt" | "leftAt"> {
	const [join, leave] = [columns.get("join") ?? 0, columns.get("leave")];
	const [joined, left] = [cellAt(row, join), cellAt(row, leave)];
	const attended = cellAt(row, columns.get("attended")).toLowerCase();
	const isAway = attended ? /^(no|n|false|0|absent|no[- ]show|did not attend)$/.test(attended) : joined === "";
	// Zoom also counts the waiting room as a stay; whoever got no further was not in the room.
	const isWaiting = cellAt(row, columns.get("waiting")).toLowerCase() === "yes";
	if (isAway || isWaiting) return { enteredAt: null, leftAt: null };

	const enteredAt = readTime(joined, placeOf(row, join, header), ledger);
	const leftAt = left === "" || leave === undefined ? null : readTime(left, placeOf(row, leave, header), ledger);
	if (enteredAt === null || leftAt === null || leftAt >= enteredAt) return { enteredAt, leftAt };
	// A time of day has no date: who comes at 23:50 and leaves at 00:10 stayed twenty minutes.
	if (ledger.kind === "time") return { enteredAt, leftAt: leftAt + DAY_MS };
	const expected = `${ledger.expected} that is not before the join (${joined})`;
	ledger.problems.push(problemAt(placeOf(row, leave ?? 0, header), expected, left));
	return { enteredAt: null, leftAt: null };
}
