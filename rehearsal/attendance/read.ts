import { type Attendance, AttendanceRefused, type Source } from "./attendance.ts";
import { type Clues, type Course, courseOf } from "./course.ts";
import { delimiterOf } from "./delimiter.ts";
import type { Entry } from "./entries.ts";
import { explain } from "./explain.ts";
import { type FactName, type Facts, readFacts } from "./facts.ts";
import { completed, namesAlone, withoutHeaders } from "./headerless.ts";
import { assume, type Ledger, openLedger, readOuterTime } from "./ledger.ts";
import { type Gathered, gather } from "./people.ts";
import { readPlain } from "./plain.ts";
import { quoted, refusal } from "./problems.ts";
import { type CsvRow, readRows } from "./rows.ts";
import { checkOneSession, overMidnight } from "./session.ts";
import { type Sheet, takeApart } from "./sheet.ts";
import { isOfActions, isTeams, readTeams } from "./teams.ts";
import { type FileText, readText } from "./text.ts";
import { type FileTime, MINUTE_MS, ORIGIN } from "./times.ts";
import { unreadColumns } from "./unread-columns.ts";
import { unguarded } from "./words.ts";
import { isZoom, readZoom } from "./zoom.ts";

/**
 * Reads an attendance export: Zoom's webinar or meeting report, Teams' report, or any CSV with a name and a join time.
 *
 * Throws `AttendanceRefused` with a sentence that names the file, the line and column where there is one, and what was
 * expected there.
 */
export function readAttendance(bytes: Uint8Array, fileName: string): Attendance {
	try {
		return readList(readText(bytes));
	} catch (error) {
		if (!(error instanceof AttendanceRefused)) throw error;
		throw new AttendanceRefused(`${quoted(fileName).slice(1, -1)}: ${error.message}`);
	}
}

function readList(file: FileText): Attendance {
	const list = readEverybody(file);
	if (list.kind === "names") return readNames(list.names, file);
	const { source, entries, facts, ledger, explanation, unread } = list;
	const clues = readClues(facts, ledger);
	checkOneSession(entries, clues, ledger);
	const gathered = gather(entries);
	const course = readCourse(clues, gathered, ledger);
	const title = facts.get("title");
	const open = [...unread, ...withoutTimes(gathered), ...(course.assumption === null ? [] : [course.assumption])];
	for (const sentence of open) assume(ledger, sentence);
	return {
		source,
		title: title ? unguarded(title.text) : null,
		host: entries.find((entry) => entry.role === "host")?.name ?? facts.get("hostName")?.text ?? null,
		startsAt: course.startsAt,
		endsAt: course.endsAt,
		...(ledger.offset === null ? {} : { offset: ledger.offset }),
		...gathered,
		assumptions: ledger.assumptions,
		explanation,
	};
}

/** Reads all rows, of which nothing is kept: in a long file they take more room than all that follows from them. */
function readEverybody(file: FileText) {
	const delimiter = delimiterOf(file.text);
	const rows = readRows(file.text, delimiter);
	const { sheet, isHeaderless } = sheetOf(rows);
	const names = sheet.tables.length === 0 && sheet.timeless.length === 0 ? namesAlone(file.text) : null;
	if (names) return { kind: "names" as const, names };
	const facts = readFacts(sheet);
	const ledger = openLedger(rows, sheet);
	if (file.isGuess) assume(ledger, `The file is not UTF-8; it was read as ${file.encoding}.`);
	if (isHeaderless) assume(ledger, "The file has no headers; what each column holds tells what it is.");
	const source = sourceOf(sheet, isHeaderless);
	const entries = entriesIn(source, sheet, facts, ledger);
	const explanation = explain(file, delimiter, sheet);
	return { kind: "tables" as const, source, entries, facts, ledger, explanation, unread: unreadColumns(sheet) };
}

function sheetOf(rows: CsvRow[]): { sheet: Sheet; isHeaderless: boolean } {
	const sheet = takeApart(rows);
	const found = sheet.tables.length === 0 && sheet.timeless.length === 0 ? withoutHeaders(rows) : null;
	return found ? { sheet: completed(sheet, found), isHeaderless: true } : { sheet, isHeaderless: false };
}

function sourceOf(sheet: Sheet, isHeaderless: boolean): Source {
	if (isHeaderless) return sheet.tables.some(isOfActions) ? "Teams" : "CSV";
	return isZoom(sheet) ? "Zoom" : isTeams(sheet) ? "Teams" : "CSV";
}

function entriesIn(source: Source, sheet: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	const entries =
		source === "Zoom"
			? readZoom(sheet, facts, ledger)
			: source === "Teams"
				? readTeams(sheet, ledger)
				: readPlain(sheet, facts, ledger);
	return ledger.kind === "time" ? overMidnight(entries) : entries;
}

/** What a host should know of before the replay: who was there nobody knows when. */
function withoutTimes({ untimed }: Gathered): string[] {
	if (untimed.length === 0) return [];
	const named = untimed.slice(0, 10).map(quoted).join(", ");
	const more = untimed.length > 10 ? ` and ${untimed.length - 10} more` : "";
	return [`The file does not say when these came, so they are not in the replay: ${named}${more}.`];
}

/** Everybody in a list of names alone comes at the start. */
function readNames(names: { line: number; name: string }[], file: FileText): Attendance {
	const entries = names.map(({ name, line }): Entry => {
		const place = { line, column: 1, header: "" };
		return {
			name,
			original: null,
			email: null,
			role: "attendee",
			enteredAt: ORIGIN,
			leftAt: null,
			wasThere: true,
			place,
		};
	});
	return {
		source: "CSV",
		title: null,
		host: null,
		startsAt: ORIGIN,
		endsAt: ORIGIN + 60 * MINUTE_MS,
		...gather(entries),
		assumptions: ["The file has names and no times: everybody comes at the start."],
		explanation: { encoding: file.encoding, delimiter: null, tables: [], passed: [] },
	};
}

function readClues(facts: Facts, ledger: Ledger): Clues {
	const [scheduled, opened, closed] = [
		readMomentOf("scheduled", facts, ledger),
		readMomentOf("opened", facts, ledger) ?? readMomentOf("starts", facts, ledger),
		readMomentOf("ends", facts, ledger),
	];
	const minutes = Number(facts.get("minutes")?.text);
	const lasted = opened && minutes > 0 ? { kind: opened.kind, at: opened.at + minutes * MINUTE_MS } : null;
	return { kind: ledger.kind, scheduled, opened, closed: closed ?? lasted };
}

function readCourse(clues: Clues, { people, untimed }: Gathered, ledger: Ledger): Course {
	if (ledger.problems.length > 0) throw refusal(ledger.problems);
	if (people.length === 0) {
		const found = untimed.length > 0 ? "people who were there, but no join times" : "nobody who came";
		throw new AttendanceRefused(`expected at least one person with a join time, found ${found}`);
	}
	return courseOf(clues, people);
}

function readMomentOf(name: FactName, facts: Facts, ledger: Ledger): FileTime | null {
	const fact = facts.get(name);
	return fact ? readOuterTime(fact.text, fact.place, ledger) : null;
}
