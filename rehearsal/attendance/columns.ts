import { type CsvRow, cellAt } from "./rows.ts";
import type { Field } from "./vocabulary/meanings.ts";
import { headerWord, tellsOriginalName } from "./words.ts";

/** Where each field stands in a row, counted from 0. */
export type Columns = Map<Field, number>;

/** The columns whose headers mean a field, the surest first. */
type Candidates = Map<Field, { index: number; rank: number }[]>;

/** So many rows tell whether a column says the same of everybody. */
const ROWS_COMPARED = 500;

/** Finds the columns whose headers are known; `rows` tell a participant's column from one that repeats the host's. */
export function recognise(header: CsvRow, rows: readonly CsvRow[] = []): Columns {
	const candidates = candidatesIn(header);
	const columns: Columns = new Map();
	for (const [field, found] of candidates) columns.set(field, found[0]?.index ?? 0);
	const join = columns.get("join") ?? columns.get("moment") ?? 0;
	const compared = rows.slice(0, ROWS_COMPARED);
	const names = candidates.get("name") ?? [];
	const name = best(names, (index) => [
		tellsOriginalName(cellAt(header, index)) ? 0 : 1,
		isConstant(compared, index) ? 1 : 0,
		names.find((one) => one.index === index)?.rank ?? 0,
		Math.abs(index - join),
	]);
	if (name !== undefined) columns.set("name", name);
	choosePairs(candidates, columns, name ?? columns.get("first") ?? 0, compared);
	return columns;
}

/** Two columns for one name or address: the participant's is the one beside the name, the other is the host's. */
function choosePairs(candidates: Candidates, columns: Columns, name: number, rows: readonly CsvRow[]): void {
	const emails = candidates.get("email") ?? [];
	const email = best(emails, (index) => [index >= name ? 0 : 1, Math.abs(index - name)]);
	if (email !== undefined) columns.set("email", email);
	// What stands before the name is said of the webinar: when it was, how long it lasted.
	for (const field of ["join", "leave", "duration"] as const) {
		const index = best(candidates.get(field) ?? [], (index) => [index > name ? 0 : 1]);
		if (index !== undefined) columns.set(field, index);
	}
	const hosts = (field: Field) =>
		(candidates.get(field) ?? []).find(({ index }) => index < name && index !== email && isConstant(rows, index));
	const [hostName, hostEmail] = [hosts("name"), hosts("email")];
	if (hostName && !columns.has("hostName")) columns.set("hostName", hostName.index);
	if (hostEmail && !columns.has("hostEmail")) columns.set("hostEmail", hostEmail.index);
}

/** The column that comes first by these measures; of equals, the one that is surer. */
function best(found: { index: number }[], measure: (index: number) => number[]): number | undefined {
	const measured = found.map(({ index }) => ({ index, measures: measure(index) }));
	const compare = (a: number[], b: number[]) =>
		a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
	return measured.toSorted((a, b) => compare(a.measures, b.measures))[0]?.index;
}

/** Whether a column says the same in each of several rows. */
function isConstant(rows: readonly CsvRow[], index: number): boolean {
	const [first] = rows;
	return rows.length > 1 && first !== undefined && rows.every((row) => cellAt(row, index) === cellAt(first, index));
}

function candidatesIn(header: CsvRow): Candidates {
	const candidates: Candidates = new Map();
	for (const [index, cell] of header.cells.entries()) {
		const known = headerWord(cell);
		if (!known) continue;
		const found = candidates.get(known.field) ?? [];
		found.push({ index, rank: known.rank });
		candidates.set(known.field, found);
	}
	for (const found of candidates.values()) found.sort((a, b) => a.rank - b.rank);
	return candidates;
}

/** How many cells of a row are headers we know. */
export function knownHeaders(cells: readonly string[]): number {
	return new Set(cells.map((cell) => headerWord(cell)?.field).filter(Boolean)).size;
}

/** Whether a table with these columns says who somebody was. */
export function hasName(columns: Columns): boolean {
	return columns.has("name") || columns.has("first") || columns.has("last");
}

/** Whether a table with these columns says when somebody came, in a column of its own or by what they did. */
export function hasJoin(columns: Columns): boolean {
	return columns.has("join") || (columns.has("action") && columns.has("moment"));
}

/** The column that tells when somebody came or did something. */
export function joinColumn(columns: Columns): number | undefined {
	return columns.get("join") ?? columns.get("moment");
}
