import { plainHeader } from "./columns.ts";
import { placeOf } from "./ledger.ts";
import type { CellPlace } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

/** What a report says about the webinar itself, outside the tables of people. */
export type FactName = "title" | "host" | "hostEmail" | "scheduled" | "opened" | "closed" | "minutes";

/** A fact as it stands in the file. */
export interface ReportFact {
	text: string;
	place: CellPlace;
}

/** The facts a file gives, each at most once. */
export type Facts = Map<FactName, ReportFact>;

const LABELS: Record<FactName, string[]> = {
	title: ["topic", "meeting title", "webinar title", "event title", "title", "webinar name", "meeting name"],
	host: ["host", "host name", "organizer", "organiser"],
	hostEmail: ["user email", "host email"],
	scheduled: ["scheduled start time", "scheduled start", "scheduled time"],
	opened: ["actual start time", "start time", "meeting start time", "start"],
	closed: ["actual end time", "end time", "meeting end time", "end"],
	minutes: ["actual duration", "duration"],
};

const KNOWN = new Map<string, FactName>();
for (const [fact, labels] of Object.entries(LABELS) as [FactName, string[]][]) {
	for (const label of labels) KNOWN.set(label, fact);
}

/** Reads the facts of a report: labels stand above their values (Zoom), beside them (Teams) or in `# comments`. */
export function readFacts({ loose }: Sheet): Facts {
	const facts: Facts = new Map();
	for (const [index, row] of loose.entries()) {
		if (row.cells[0]?.startsWith("#")) noteComment(row, facts);
		else if (row.cells.filter((cell) => KNOWN.has(plainHeader(cell))).length > 1) {
			const values = loose[index + 1];
			if (values) noteBelow(row, values, facts);
		} else noteBeside(row, facts);
	}
	return facts;
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

function note(facts: Facts, label: string, text: string, place: CellPlace): void {
	const fact = KNOWN.get(plainHeader(label));
	if (fact && text && !facts.has(fact)) facts.set(fact, { text, place });
}
