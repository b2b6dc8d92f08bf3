import { type ReadingOfDates, readingOfDates } from "./dates.ts";
import { type Place, type Problem, problemAt } from "./problems.ts";
import { cellAt, type Row } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import { EXPECTED, type Kind, type Moment, readMoment } from "./times.ts";

/** How the times of one file are read, and what was found wrong with it on the way. */
export interface Ledger {
	dates: ReadingOfDates;
	kind: Kind;
	problems: Problem[];
	assumptions: string[];
}

/** Opens the ledger of a file: its first readable join time decides how it tells time. */
export function openLedger(rows: Row[], sheet: Sheet): Ledger {
	const joins: string[] = [];
	const moments: string[] = [];
	for (const { columns, rows } of sheet.tables) {
		for (const row of rows) {
			joins.push(cellAt(row, columns.get("join")));
			moments.push(cellAt(row, columns.get("join")), cellAt(row, columns.get("leave")));
		}
	}
	const dates = readingOfDates(
		rows.flatMap((row) => row.cells),
		moments,
	);
	const kinds = joins.map((cell) => readMoment(cell, dates.order)?.kind);
	const assumptions = dates.isGuess
		? [`Dates such as 03/04/2026 can be read in two ways; they were read ${dates.order}.`]
		: [];
	return { dates, kind: kinds.find((kind) => kind !== undefined) ?? "date", problems: [], assumptions };
}

/** Where a cell of a table stands in the file; `index` counts from 0. */
export function placeOf(row: Row, index: number, header: Row): Place {
	return { line: row.line, column: index + 1, header: cellAt(header, index) };
}

/** Reads a time told the way the file tells time; notes a problem and returns null otherwise. */
export function readTime(text: string, place: Place, ledger: Ledger): number | null {
	const moment = readMoment(text, ledger.dates.order);
	if (moment?.kind === ledger.kind) return moment.at;
	ledger.problems.push(problemAt(place, EXPECTED[ledger.kind], text));
	return null;
}

/**
 * Reads a time that stands outside the tables, which may be a time of day where the tables have dates, or the reverse.
 *
 * Minutes and times of day have no common start: where the tables count minutes, a time of day gives null.
 */
export function readOuterTime(text: string, place: Place, ledger: Ledger): Moment | null {
	const moment = readMoment(text, ledger.dates.order);
	if (moment && (moment.kind === ledger.kind || (moment.kind !== "minutes" && ledger.kind !== "minutes")))
		return moment;
	if (!moment || moment.kind === "minutes") ledger.problems.push(problemAt(place, EXPECTED[ledger.kind], text));
	return null;
}
