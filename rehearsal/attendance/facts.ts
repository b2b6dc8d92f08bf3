import { placeOf } from "./ledger.ts";
import type { CellPlace } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Sheet, Table } from "./sheet.ts";
import type { Field } from "./vocabulary/meanings.ts";
import { headerWord, isNothing, says } from "./words.ts";

/**
 * What a report says about the webinar itself. `starts` is a start of which it is not said whether it was announced or is
 * when the room was opened.
 */
export type FactName = "title" | "hostName" | "hostEmail" | "starts" | "scheduled" | "opened" | "ends" | "minutes";

/** A fact as it stands in the file. */
export interface ReportFact {
	text: string;
	place: CellPlace;
}

/** The facts a file gives, each at most once. */
export type Facts = Map<FactName, ReportFact>;

const FACTS = new Set<Field>(["title", "hostName", "starts", "scheduled", "opened", "ends", "minutes", "hostEmail"]);
/** In lines about the webinar, an address is its host's, and a duration the webinar's. */
const SAME: Partial<Record<Field, FactName>> = { email: "hostEmail", duration: "minutes" };

/** Reads the facts of a report: labels stand above their values (Zoom), beside them (Teams) or in `# comments`. */
export function readFacts({ loose, tables }: Sheet): Facts {
	const facts: Facts = new Map();
	let values: CsvRow | undefined;
	for (const [index, row] of loose.entries()) {
		if (row === values) continue; // a title may look like a comment, or like a label
		if (row.cells[0]?.startsWith("#")) noteComment(row, facts);
		else if (row.cells.filter(isLabel).length > 1) {
			values = loose[index + 1];
			if (values) noteBelow(row, values, facts);
		} else noteBeside(row, facts);
	}
	for (const table of tables) noteColumns(table, facts);
	return facts;
}

/** Whether a cell is what reports call something about the webinar, and no name or title of it. */
function isLabel(cell: string): boolean {
	const field = headerWord(cell)?.field;
	return field !== undefined && (FACTS.has(field) || field === "email" || field === "duration" || field === "other");
}

function noteBelow(labels: CsvRow, values: CsvRow, facts: Facts): void {
	for (const [index, label] of labels.cells.entries()) {
		note(facts, label, cellAt(values, index), placeOf(values, index, labels));
	}
}

function noteBeside(row: CsvRow, facts: Facts): void {
	note(facts, cellAt(row, 0), cellAt(row, 1), placeOf(row, 1, { line: row.line, cells: ["", cellAt(row, 0)] }));
}

/** A comment may hold commas: its cells are one line again. */
function noteComment(row: CsvRow, facts: Facts): void {
	const [, label = "", text = ""] = /^#\s*([^:]+):\s*(.*)$/.exec(row.cells.filter(Boolean).join(", ")) ?? [];
	note(facts, label, text, { line: row.line, column: 1, header: `# ${label}` });
}

/** Some exports repeat what they say about the webinar on each row. */
function noteColumns({ header, columns, rows }: Table, facts: Facts): void {
	for (const [field, index] of columns) {
		if (!FACTS.has(field) || field === "minutes") continue;
		const row = rows.find((row) => !isNothing(cellAt(row, index)));
		const text = row ? cellAt(row, index) : "";
		// "Host: Yes" is said of a person.
		if (!row || says(text, "yes", "no")) continue;
		if (!facts.has(field as FactName)) facts.set(field as FactName, { text, place: placeOf(row, index, header) });
	}
}

function note(facts: Facts, label: string, text: string, place: CellPlace): void {
	const field = headerWord(label)?.field;
	if (field === undefined || isNothing(text)) return;
	const fact = SAME[field] ?? (FACTS.has(field) ? (field as FactName) : undefined);
	if (fact && !facts.has(fact)) facts.set(fact, { text, place });
}
