import type { Columns } from "./columns.ts";
import { type CsvRow, cellAt, isBlank } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import { readMoment } from "./times.ts";
import type { Field } from "./vocabulary/meanings.ts";
import { headerWord, isNothing, says, sectionOf } from "./words.ts";

/** Of the cells of a column, so many have to be of one kind. */
const MOST = 0.9;
const ROWS_LOOKED_AT = 200;

/**
 * Finds the columns of a list without headers by what is in them: a time of each, a name, and perhaps what they did and
 * an address. Null where that is not plain to see.
 */
export function withoutHeaders(rows: CsvRow[]): Table | null {
	const data = rows.filter((row) => !isBlank(row) && !row.cells[0]?.startsWith("#"));
	const sample = data.slice(0, ROWS_LOOKED_AT);
	const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
	if (width < 2 || width > 30) return null;
	const kinds = Array.from({ length: width }, (_, index) => kindOf(sample.map((row) => cellAt(row, index))));
	const columns: Columns = new Map();
	for (const [index, kind] of kinds.entries()) {
		if (kind === null) continue;
		const field = kind === "join" && columns.has("join") ? "leave" : kind;
		if (!columns.has(field)) columns.set(field, index);
	}
	const join = columns.get("join");
	if (join === undefined || !columns.has("name")) return null;
	if (columns.has("action")) columns.set("moment", join);
	return { heading: "", section: null, header: { line: 0, cells: [] }, columns, rows: data };
}

function kindOf(cells: string[]): Field | null {
	const filled = cells.filter((cell) => !isNothing(cell));
	if (filled.length === 0) return null;
	const most = (is: (cell: string) => boolean) => filled.filter(is).length >= MOST * filled.length;
	if (most((cell) => readMoment(cell, "day first") !== null)) return "join";
	if (most((cell) => /^\S+@\S+\.\S+$/.test(cell))) return "email";
	if (most(isAction)) return "action";
	return most(isName) ? "name" : null;
}

function isAction(cell: string): boolean {
	const [first = ""] = cell.split(/\s+/);
	return says(cell, "joined", "left") || says(first, "joined", "left");
}

/** Whether a line is a name and nothing else: a few words, no sentence, no code. */
function isName(cell: string): boolean {
	return (
		/^[\p{L}\p{M}\p{N} .,'’"“”()_&@#|/~·-]{1,60}$/u.test(cell) &&
		/\p{L}/u.test(cell) &&
		!/,\S/.test(cell) &&
		cell.split(/\s+/).length <= 6 &&
		!/[.,]$|\.\s/.test(cell.replace(/\b\p{L}{1,3}\./gu, ""))
	);
}

/** A line that is longer is no name. */
const LONGEST_LINE = 120;

/** What lists have before a name: `- `, `1. `, `• `. */
const BULLET = /^\s*(?:[-*•–]|\d{1,5}[.)])\s+/;

/** The names in a file that holds nothing else, one a line; null where it holds something else. */
export function namesAlone(text: string): { line: number; name: string }[] | null {
	const written = text.split("\n");
	if (written.some((line) => line.length > LONGEST_LINE)) return null;
	const lines = written
		.map((cell, index) => ({
			line: index + 1,
			name: cell
				.replace(BULLET, "")
				.replace(/[\s;,]+$/, "")
				.trim(),
		}))
		.map(({ line, name }) => ({ line, name: name.replace(/^"(.*)"$/, "$1") }))
		.filter(({ name }) => name !== "" && !name.startsWith("#"));
	const [first, ...others] = lines;
	const isTitled = first !== undefined && others.length > 0 && isTitle(first.name);
	const names = isTitled ? others : lines;
	return names.length > 0 && names.every(({ name }) => isName(name)) && hasLetters(names) ? names : null;
}

function isTitle(text: string): boolean {
	const field = headerWord(text)?.field;
	return field === "name" || field === "first" || sectionOf(text) === "attendees";
}

/** Words of code and addresses are no names. */
function hasLetters(names: { name: string }[]): boolean {
	return names.every(({ name }) => !/^https?:|\.(com|org|net)$|[{}<>;=]/i.test(name) && !/^\S+@\S+\.\S+$/.test(name));
}

/** Puts a table that was found without headers into a sheet that has none. */
export function completed(sheet: Sheet, table: Table): Sheet {
	return { ...sheet, tables: [table], loose: sheet.loose.filter((row) => row.cells[0]?.startsWith("#")), passed: [] };
}
