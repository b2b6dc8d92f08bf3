import { joinColumn } from "./columns.ts";
import { type ReadingOfDates, readingOfDates } from "./dates.ts";
import { type CellPlace, type FileProblem, problemAt, quoted } from "./problems.ts";
import { type CsvRow, cellAt } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import {
	type DateOrder,
	EXPECTED,
	EXPECTED_ANY,
	type FileTime,
	offsetInHeader,
	readMoment,
	type TimeKind,
} from "./times.ts";
import { isNothing, wordKey } from "./words.ts";

/** How the times of one file are read, and what was found wrong with it on the way. */
export interface Ledger {
	dates: ReadingOfDates;
	kind: TimeKind;
	/** How far from UTC the clocks are that its first join tells; null where it tells no zone. */
	offset: number | null;
	/** What was read already, by header and by text: in a long file the same times return. */
	read: Map<string, Map<string, FileTime | null>>;
	/** What a time of this file looks like. */
	expected: string;
	problems: FileProblem[];
	assumptions: string[];
}

/** Opens the ledger of a file: its first readable join time decides how it tells time. */
export function openLedger(rows: CsvRow[], sheet: Sheet): Ledger {
	const dates = readingOfDates(oneOfEachDay(rows.map(({ cells }) => cells)), oneOfEachDay(stayCells(sheet)));
	const first = firstTold(sheet, dates.order);
	const kind = first?.kind ?? "date";
	const isGuess = kind === "minutes" && first !== undefined && !isOfMinutes(first.place);
	const assumptions: string[] = [];
	if (dates.isGuess) {
		assumptions.push(`Dates such as 03/04/2026 can be read in two ways; they were read ${dates.order}.`);
	}
	if (isGuess) assumptions.push(`Join times such as ${quoted(first.text)} were read as minutes from the start.`);
	const expected = first && !isGuess ? EXPECTED[kind] : EXPECTED_ANY;
	const offset = first?.offset ?? null;
	return { dates, kind, offset, read: new Map(), expected, problems: [], assumptions };
}

/** The joins and leaves of a file. */
function stayCells({ tables }: Sheet): string[][] {
	return tables.flatMap(({ columns, rows }) => {
		const [join, leave] = [joinColumn(columns), columns.get("leave")];
		return rows.map((row) => [cellAt(row, join), cellAt(row, leave)]);
	});
}

/** In a long file few days return on every row: one cell of each tells as much as all. */
function oneOfEachDay(rows: readonly string[][]): string[] {
	const found = new Map<string, string>();
	for (const cells of rows) {
		for (const cell of cells) {
			if (!STARTS_WITH_DIGITS.test(cell)) continue;
			const key = cell.slice(0, 10) + cell.slice(-2);
			if (found.size < MOST_DAYS && !found.has(key)) found.set(key, cell);
		}
	}
	return [...found.values()];
}

const MOST_DAYS = 10_000;
/** Perhaps behind a mark of direction or a weekday. */
const STARTS_WITH_DIGITS = /^.{0,15}?\p{N}{1,2}.?[-/／]/u;

function firstTold({ tables }: Sheet, order: DateOrder) {
	for (const { columns, header, rows } of tables) {
		const join = joinColumn(columns) ?? 0;
		for (const row of rows) {
			const text = cellAt(row, join);
			const place = placeOf(row, join, header);
			const moment = isNothing(text) ? null : readIn(place, text, order);
			if (moment) return { ...moment, text, place };
		}
	}
	return undefined;
}

/** In many countries a time of day is written with a dot, 9.57; in a column of minutes that is a number. */
const DOTTED = /^([01]?\d|2[0-3])\.([0-5]\d)(?![\d.]| ?m)/i;

function readIn(place: CellPlace, text: string, order: DateOrder): FileTime | null {
	const moment = readMoment(isOfMinutes(place) ? text : text.replace(DOTTED, "$1:$2"), order);
	if (moment?.kind !== "date" || moment.offset !== undefined) return moment;
	const offset = offsetInHeader(place.header);
	return offset === undefined ? moment : { ...moment, at: moment.at - offset, offset };
}

/** Times of several zones are shown on the clocks of the first: what the file shows stays, and the order is right. */
function onOneClock(place: CellPlace, text: string, { dates, offset }: Ledger): FileTime | null {
	const moment = readIn(place, text, dates.order);
	if (offset === null || moment?.offset === undefined) return moment;
	return { ...moment, at: moment.at + offset };
}

const MOST_READ = 10_000;

function readOnce(place: CellPlace, text: string, ledger: Ledger): FileTime | null {
	const known = ledger.read.get(place.header) ?? new Map<string, FileTime | null>();
	const before = known.get(text);
	if (before !== undefined) return before;
	const moment = onOneClock(place, text, ledger);
	if (known.size < MOST_READ) ledger.read.set(place.header, known.set(text, moment));
	return moment;
}

function isOfMinutes({ header }: CellPlace): boolean {
	return wordKey(header).startsWith("minute");
}

/** Where a cell of a table stands in the file; `index` counts from 0. */
export function placeOf(row: CsvRow, index: number, header: CsvRow): CellPlace {
	return { line: row.line, column: index + 1, header: cellAt(header, index) };
}

/** Reads a time told the way the file tells time; notes a problem and returns null otherwise. */
export function readTime(text: string, place: CellPlace, ledger: Ledger): number | null {
	const moment = readOnce(place, text, ledger);
	if (moment?.kind === ledger.kind) return moment.at;
	ledger.problems.push(problemAt(place, ledger.expected, text));
	return null;
}

/**
 * Reads a time that stands outside the tables, which may be a time of day where the tables have dates, or the reverse.
 *
 * Minutes and times of day have no common start: where the tables count minutes, a time of day gives null.
 */
export function readOuterTime(text: string, place: CellPlace, ledger: Ledger): FileTime | null {
	const moment = onOneClock(place, text, ledger);
	if (moment && (moment.kind === ledger.kind || (moment.kind !== "minutes" && ledger.kind !== "minutes")))
		return moment;
	if (!moment || moment.kind === "minutes") ledger.problems.push(problemAt(place, ledger.expected, text));
	return null;
}

/** Says once how something was read that the file leaves open. */
export function assume({ assumptions }: Ledger, sentence: string): void {
	if (assumptions.length < MOST_ASSUMPTIONS && !assumptions.includes(sentence)) assumptions.push(sentence);
}

const MOST_ASSUMPTIONS = 20;
