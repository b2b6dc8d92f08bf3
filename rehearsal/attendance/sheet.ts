import { type Columns, hasJoin, hasName, joinColumn, knownHeaders, recognise } from "./columns.ts";
import { type CsvRow, cellAt, isBlank } from "./rows.ts";
import { couldBeMoment } from "./times.ts";
import type { Section } from "./vocabulary/meanings.ts";
import { isNothing, sectionOf, withoutBrackets, wordKey } from "./words.ts";

/** A header row and what stands below it, under the heading of its section ("Attendee Details", "2. Participants"). */
export interface Table {
	heading: string;
	/** What its section is about; null where there is no heading, or none we know. */
	section: Section | null;
	header: CsvRow;
	columns: Columns;
	rows: CsvRow[];
}

/** A file taken apart: tables of people, the headings in order, and every row that belongs to no table. */
export interface Sheet {
	/** Tables that say who came when. */
	tables: Table[];
	/** Tables of people without any time. */
	timeless: Table[];
	headings: string[];
	/** Rows about the webinar itself. */
	loose: CsvRow[];
	/** Sections and rows that are no attendance: polls, chat, questions, footers. */
	passed: CsvRow[];
}

/** A line such as `# start: 10:00`, which the replay of a list written by hand may need. */
const COMMENT = /^#\s*\p{L}[^:]*:/u;

/** Finds the tables of people in a file: each begins with a row of headers that name a person. */
export function takeApart(rows: CsvRow[]): Sheet {
	const place: Place = { heading: "", section: null, table: null, afterGap: false };
	const sheet: Sheet = { tables: [], timeless: [], headings: [], loose: [], passed: [] };
	const tables: Table[] = [];
	for (const [index, row] of rows.entries()) {
		if (isBlank(row)) place.afterGap = true;
		else {
			takeRow(row, rows.slice(index + 1, index + 4), place, sheet, tables);
			place.afterGap = false;
		}
	}
	for (const table of tables) table.columns = recognise(table.header, table.rows);
	return sortTables(tables, sheet);
}

/** Where in the file a row stands. */
interface Place {
	heading: string;
	section: Section | null;
	table: Table | null;
	/** A blank row, or more, stands right before. */
	afterGap: boolean;
}

function takeRow(row: CsvRow, next: CsvRow[], place: Place, sheet: Sheet, tables: Table[]): void {
	const [first = ""] = row.cells;
	if (COMMENT.test(first)) {
		sheet.loose.push(row);
	} else if (isHeading(row, next, place)) {
		Object.assign(place, { heading: first, section: sectionOf(first), table: null });
		sheet.headings.push(first);
	} else if (place.section === "none") {
		sheet.passed.push(row);
	} else if (isHeader(row)) {
		place.table = { ...place, header: row, columns: recognise(row), rows: [] };
		tables.push(place.table);
	} else if (place.table === null) {
		(tables.length === 0 || place.section === "summary" ? sheet.loose : sheet.passed).push(row);
	} else if (isNote(row, place.table)) {
		sheet.passed.push(row);
	} else if (place.afterGap && startsAnother(row, place.table)) {
		place.table = null;
		sheet.passed.push(row);
	} else place.table.rows.push(mended(row, place.table));
}

/** What is in brackets of a header may look like a time: "Joined (UTC+01:00)". */
const DATA = /@|\d{1,2}[:.h]\d{2}|\d{4}[-/.]\d/;

/** Whether a row names columns of people: a name, and something else that is known of somebody. */
function isHeader(row: CsvRow): boolean {
	if (row.cells.length > 1 && /^\d|@/.test(row.cells[1] ?? "")) return false;
	if (row.cells.some((cell) => DATA.test(withoutBrackets(cell)))) return false;
	const columns = recognise(row);
	if (!hasName(columns) || isAboutWebinar(columns)) return false;
	return (["join", "moment", "action", "email", "role", "attended", "duration"] as const).some((field) =>
		columns.has(field),
	);
}

/** Zoom's line of labels about a meeting counts the people in a column that may be called as their names are: "Teilnehmer". */
function isAboutWebinar(columns: Columns): boolean {
	return !hasJoin(columns) && columns.has("title") && columns.has("starts");
}

function isHeading(row: CsvRow, next: CsvRow[], { section, table, afterGap }: Place): boolean {
	const [first = "", ...others] = row.cells;
	if (first === "" || others.some((cell) => cell !== "") || first.length > 60) return false;
	const known = sectionOf(first);
	// In a table, a person may be called as a section is; a section has a header below it.
	const below = next.find((row) => !isBlank(row));
	const beginsTable = below !== undefined && looksLikeHeader(below);
	if (known !== null) return table === null || afterGap || beginsTable || known !== "none" || /^\d\. /.test(first);
	return (
		beginsTable && (table === null ? section !== null || next[0] === below : afterGap || knownHeaders(below.cells) > 1)
	);
}

function looksLikeHeader(row: CsvRow): boolean {
	const cells = row.cells.filter((cell) => cell !== "");
	return cells.length > 1 && cells.every((cell) => !DATA.test(withoutBrackets(cell)) && !/^\d+$/.test(cell));
}

const TOTALS = new Set(
	["total", "totals", "gesamt", "summe", "sum", "totale", "average", "count", "итого", "합계", "合計"].map(wordKey),
);

/** A footer or a note: one cell in a table of several, or a total. */
function isNote(row: CsvRow, { header, columns }: Table): boolean {
	const [first = ""] = row.cells;
	const join = cellAt(row, joinColumn(columns));
	if (couldBeMoment(join)) return false;
	if (TOTALS.has(wordKey(/^[^\s:]*/.exec(first)?.[0] ?? ""))) return true;
	const isAlone = row.cells.every((cell, index) => index === 0 || cell === "");
	if (isAlone && header.cells.filter(Boolean).length > 1) return row.cells.length === 1 || isSentence(first);
	const hasPerson = (["name", "first", "last", "email"] as const).some(
		(field) => cellAt(row, columns.get(field)) !== "",
	);
	return !hasPerson;
}

function isSentence(text: string): boolean {
	return /^[*†#]|[.:!]$/.test(text) || text.split(/\s+/).length > 6;
}

/** Whether a row below a gap is the first of something else: where a time should be, there is one of another header's words. */
function startsAnother(row: CsvRow, { columns }: Table): boolean {
	const join = cellAt(row, joinColumn(columns));
	return !isNothing(join) && !/\d/.test(join) && looksLikeHeader(row);
}

/** A comma in a name that is not quoted ("Smith, John") makes one cell too many. */
function mended(row: CsvRow, { header, columns }: Table): CsvRow {
	const [name, join] = [columns.get("name"), joinColumn(columns)];
	const isOneTooLong = row.cells.length === header.cells.length + 1;
	if (!isOneTooLong || name === undefined || join === undefined || join < name) return row;
	if (couldBeMoment(cellAt(row, join)) || !couldBeMoment(cellAt(row, join + 1))) return row;
	const whole = `${cellAt(row, name)}, ${cellAt(row, name + 1)}`;
	return { line: row.line, cells: [...row.cells.slice(0, name), whole, ...row.cells.slice(name + 2)] };
}

/** A table with some time of each person is one of attendance, unless others tell joins: then it lists what people did. */
function sortTables(tables: Table[], sheet: Sheet): Sheet {
	const timed = tables.filter(({ columns }) => hasJoin(columns));
	const dated = tables.filter(({ columns }) => !hasJoin(columns) && columns.has("moment"));
	const attendance =
		timed.length > 0 ? timed : dated.filter(({ section }) => section === null || section === "attendees");
	for (const { columns } of attendance) {
		const moment = columns.get("moment");
		if (!columns.has("join") && moment !== undefined) columns.set("join", moment);
	}
	sheet.tables = attendance;
	sheet.timeless = tables.filter(({ columns }) => joinColumn(columns) === undefined);
	for (const table of tables) {
		if (attendance.includes(table) || sheet.timeless.includes(table)) continue;
		sheet.passed.push(table.header, ...table.rows);
	}
	return sheet;
}
