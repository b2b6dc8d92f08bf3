import { type Columns, hasJoin, hasName, recognise } from "./columns.ts";
import { type CsvRow, isBlank } from "./rows.ts";

/** A header row and what stands below it, under the heading of its section ("Attendee Details", "2. Participants"). */
export interface Table {
	heading: string;
	header: CsvRow;
	columns: Columns;
	rows: CsvRow[];
}

/** A file taken apart: tables of people, the headings in order, and every row that belongs to no table. */
export interface Sheet {
	tables: Table[];
	headings: string[];
	loose: CsvRow[];
}

/** The sections of Zoom's and Teams' reports. */
const HEADING = /^(\d\. \S.*|\w+ details|other attended|attendee report|registration report|meeting summary)$/i;

/** A line such as `# start: 10:00`, which the replay of a list written by hand may need. */
const COMMENT = /^#\s*\p{L}[^:]*:/u;

/** Finds the tables of people in a file: each begins with a row of headers that name a person and a join time. */
export function takeApart(rows: CsvRow[]): Sheet {
	const sheet: Sheet = { tables: [], headings: [], loose: [] };
	let heading = "";
	let table: Table | null = null;
	for (const row of rows) {
		if (isBlank(row)) continue;
		const [first = "", ...others] = row.cells;
		if (COMMENT.test(first)) {
			sheet.loose.push(row);
			continue;
		}
		if (HEADING.test(first) && others.every((cell) => cell === "")) {
			heading = first;
			table = null;
			sheet.headings.push(heading);
			continue;
		}
		const columns = recognise(row.cells);
		if (hasName(columns) && hasJoin(columns)) {
			table = { heading, header: row, columns, rows: [] };
			sheet.tables.push(table);
		} else if (table) table.rows.push(row);
		else sheet.loose.push(row);
	}
	return sheet;
}
