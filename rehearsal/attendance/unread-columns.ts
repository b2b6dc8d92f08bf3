import { quoted } from "./problems.ts";
import { cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import { couldBeMoment } from "./times.ts";
import { headerWord, isNothing } from "./words.ts";

/** A column with so few different words tells people into groups. */
const MOST_WORDS = 5;
const LONGEST_WORD = 30;
const ROWS_LOOKED_AT = 1_000;

/**
 * Names the columns that are not understood and could tell who is host or who only waited: a few words that return.
 * Silently passed over, they would make a host a guest.
 */
export function unreadColumns({ tables }: Sheet): string[] {
	const named = tables.flatMap((table) =>
		table.header.cells.flatMap((header, index) => groupsIn(table, header, index)),
	);
	return [...new Set(named)];
}

function groupsIn({ rows, columns }: Table, header: string, index: number): string[] {
	if (header === "" || headerWord(header) !== null || [...columns.values()].includes(index)) return [];
	const cells = rows
		.slice(0, ROWS_LOOKED_AT)
		.map((row) => cellAt(row, index))
		.filter((cell) => !isNothing(cell));
	const words = [...new Set(cells)];
	const isGrouping = words.length > 0 && words.length <= MOST_WORDS && cells.length > words.length;
	if (!isGrouping || words.some((word) => word.length > LONGEST_WORD || couldBeMoment(word))) return [];
	return [
		`The column ${quoted(header)} (${words.map(quoted).join(", ")}) was not understood. If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".`,
	];
}
