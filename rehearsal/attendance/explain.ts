import type { Explanation } from "./attendance.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import type { FileText } from "./text.ts";
import { headerWord } from "./words.ts";

const DELIMITERS: Record<string, string> = { "\t": "tabs", ";": "semicolons", ",": "commas" };

/** Says how a file was understood: its encoding, its tables and what each of their columns was taken for. */
export function explain({ encoding }: FileText, delimiter: string, { tables, passed }: Sheet): Explanation {
	return {
		encoding,
		delimiter: DELIMITERS[delimiter] ?? delimiter,
		tables: tables.map((table) => ({
			line: table.header.line,
			heading: table.heading,
			rows: table.rows.length,
			columns: columnsOf(table),
		})),
		passed: passed.map(({ line, cells }) => ({ line, text: cells.filter(Boolean).join(", ") })),
	};
}

function columnsOf({ header, columns, rows }: Table): Explanation["tables"][number]["columns"] {
	const taken = new Map([...columns].map(([field, index]) => [index, field]));
	const width = Math.max(header.cells.length, ...taken.keys().map((index) => index + 1));
	return Array.from({ length: width }, (_, index) => {
		const field = taken.get(index);
		const known = headerWord(cellAt(header, index))?.field;
		return {
			header: cellAt(header, index),
			example: exampleIn(rows, index),
			// A column that another one was preferred to is known as well, and not read.
			readAs: field !== undefined && field !== "other" ? field : null,
			isKnown: known !== undefined,
		};
	});
}

function exampleIn(rows: readonly CsvRow[], index: number): string {
	const row = rows.slice(0, 100).find((row) => cellAt(row, index) !== "");
	return row ? cellAt(row, index) : "";
}
