import { CsvError, parse } from "csv-parse/sync";
import { type FileProblem, refusal } from "./problems.ts";

/** One record of the file; `line` is where it begins. Cells are trimmed, and empty when the export prints `--`. */
export interface CsvRow {
	line: number;
	cells: string[];
}

/** The cell at `index`, counted from 0; empty where the row is too short or there is no such column. */
export function cellAt(row: CsvRow, index: number | undefined): string {
	return (index === undefined ? undefined : row.cells[index]) ?? "";
}

/** Whether there is nothing in the row. */
export function isBlank(row: CsvRow): boolean {
	return row.cells.every((cell) => cell === "");
}

/**
 * Splits text into rows at `delimiter`.
 *
 * Throws `AttendanceRefused` where a quote is opened and not closed.
 */
export function readRows(text: string, delimiter: string): CsvRow[] {
	const rows: CsvRow[] = [];
	let line = 0;
	// Webex wraps values as ="…", so that spreadsheets leave them alone: the quote has to stand first in its cell.
	const unwrapped = text.includes('="') ? text.replace(/(^|[\t;,\n])="/g, '$1"') : text;
	try {
		parse(`${usualRow(unwrapped, delimiter)}\n${unwrapped}`, {
			delimiter,
			record_delimiter: "\n",
			relax_column_count: true,
			// Zoom does not double the quotes inside a name; a quote that swallows lines is looked for below.
			relax_quotes: true,
			ltrim: true,
			on_record(cells: string[], info) {
				const swallowing = cells.findIndex((cell) => cell.startsWith('"') && cell.includes("\n"));
				if (swallowing !== -1) throw refusal([openQuote(line, swallowing + 1)]);
				for (let index = 0; index < cells.length; index++) cells[index] = cleanCell(cells[index] ?? "");
				if (line > 0) rows.push({ line, cells });
				line = info.lines;
				return null;
			},
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw refusal([openQuote(line, Number(error.column) + 1)]);
	}
	return rows;
}

const LINES_LOOKED_AT = 500;

/**
 * An empty row of as many cells as most rows have. The parser makes an error, and a stack with it, of each row that is not as
 * long as the first one: of an export that begins with something else, that took longer than all the rest.
 */
function usualRow(text: string, delimiter: string): string {
	const counts = new Map<number, number>();
	for (const line of text.split("\n", LINES_LOOKED_AT)) {
		const delimiters = line.split(delimiter).length - 1;
		counts.set(delimiters, (counts.get(delimiters) ?? 0) + 1);
	}
	const [[usual] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
	return delimiter.repeat(usual);
}

function openQuote(line: number, column: number): FileProblem {
	return { line, sentence: `line ${line}, column ${column}: expected a closing quote ("), found none` };
}

/** Unwraps what spreadsheets and exports put around a value: `="…"` (Webex), stray quotes, `--` for nothing (Zoom). */
export function cleanCell(cell: string): string {
	const trimmed = cell.trim();
	const bare = trimmed.includes('"') ? trimmed.replace(/^=?"(.*)"$/s, "$1").trim() : trimmed;
	return bare === "--" ? "" : bare;
}
