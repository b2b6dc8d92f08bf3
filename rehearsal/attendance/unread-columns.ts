import { quoted } from "./problems.ts";
import { cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import { couldBeMoment, readMoment } from "./times.ts";
import { headerWord, isNothing } from "./words.ts";

/** A column with so few different words tells people into groups. */
const MOST_WORDS = 5;
const LONGEST_WORD = 30;
const ROWS_LOOKED_AT = 1_000;

/**
 * Names the columns that are not understood and could tell who is host or who only waited, by a few words that return, or
 * when people left, by times. Silently passed over, they would make a host a guest, and keep everybody to the end.
 */
export function unreadColumns({ tables }: Sheet): string[] {
	const named = tables.flatMap((table) =>
		table.header.cells.flatMap((header, index) => {
			if (header === "" || headerWord(header) !== null || [...table.columns.values()].includes(index)) return [];
			const cells = cellsOf(table, index);
			return [...timesIn(table, header, cells), ...groupsIn(table, header, cells)];
		}),
	);
	return [...new Set(named)];
}

function cellsOf({ rows }: Table, index: number): string[] {
	return rows
		.slice(0, ROWS_LOOKED_AT)
		.map((row) => cellAt(row, index))
		.filter((cell) => !isNothing(cell));
}

/** Where the leaves are known, other times are of something else. */
function timesIn({ columns }: Table, header: string, cells: string[]): string[] {
	if (columns.has("leave") || cells.length === 0 || !cells.every(isTime)) return [];
	return [`${notUnderstood(header, cells)} If it tells when people left, call it "Leave Time".`];
}

function isTime(cell: string): boolean {
	const moment = readMoment(cell, "day first") ?? readMoment(cell, "month first");
	return moment?.kind === "date" || moment?.kind === "time";
}

function groupsIn({ rows }: Table, header: string, cells: string[]): string[] {
	const words = [...new Set(cells)];
	// What is said of everybody tells nobody apart.
	const isOfAll = words.length === 1 && cells.length === Math.min(rows.length, ROWS_LOOKED_AT);
	const isGrouping = words.length > 0 && words.length <= MOST_WORDS && cells.length > words.length && !isOfAll;
	if (!isGrouping || words.some((word) => word.length > LONGEST_WORD || couldBeMoment(word))) return [];
	return [`${notUnderstood(header, cells)} If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".`];
}

function notUnderstood(header: string, cells: string[]): string {
	const words = [...new Set(cells)];
	const more = words.length > MOST_WORDS ? " and more" : "";
	return `The column ${quoted(header)} (${words.slice(0, MOST_WORDS).map(quoted).join(", ")}${more}) was not understood.`;
}
