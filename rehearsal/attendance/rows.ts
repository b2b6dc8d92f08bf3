import { CsvError, parse } from "csv-parse/sync";
import { recognise } from "./columns.ts";
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
 * Splits text into rows; the delimiter (tab, semicolon or comma) is the one under which most column headers make sense.
 *
 * Throws `AttendanceRefused` where a quote is opened and not closed.
 */
export function readRows(text: string): CsvRow[] {
	const rows: CsvRow[] = [];
	let line = 1;
	try {
		parse(text, {
			delimiter: delimiterOf(text),
			record_delimiter: "\n",
			relax_column_count: true,
			// Zoom does not double the quotes inside a name; a quote that swallows lines is looked for below.
			relax_quotes: true,
			ltrim: true,
			max_record_size: text.length + 1,
			on_record(cells: string[], info) {
				const swallowing = cells.findIndex((cell) => cell.startsWith('"') && cell.includes("\n"));
				if (swallowing !== -1) throw refusal([openQuote(line, swallowing + 1)]);
				rows.push({ line, cells: cells.map(cleanCell) });
				line = info.lines + 1;
				return null;
			},
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw refusal([openQuote(line, Number(error.column) + 1)]);
	}
	return rows;
}

function openQuote(line: number, column: number): FileProblem {
	return { line, sentence: `line ${line}, column ${column}: expected a closing quote ("), found none` };
}

/** Unwraps what spreadsheets and exports put around a value: `="…"` (Webex), stray quotes, `--` for nothing (Zoom). */
function cleanCell(cell: string): string {
	const bare = cell
		.trim()
		.replace(/^=?"(.*)"$/s, "$1")
		.trim();
	return bare === "--" ? "" : bare;
}

const DELIMITERS = ["\t", ";", ","];
const LINES_LOOKED_AT = 200;

function delimiterOf(text: string): string {
	const lines = text.split("\n", LINES_LOOKED_AT);
	const declared = /^sep=([\t;,])$/i.exec(lines[0] ?? "")?.[1];
	if (declared) return declared;
	const scored = DELIMITERS.map((delimiter) => ({
		delimiter,
		known: Math.max(...lines.map((line) => recognise(line.split(delimiter).map(cleanCell)).size)),
		// Without known headers the usual delimiter is only needed to list the headers that were found.
		wide: (lines[0] ?? "").split(delimiter).length,
	}));
	scored.sort((a, b) => b.known - a.known || b.wide - a.wide);
	return scored[0]?.delimiter ?? ",";
}
