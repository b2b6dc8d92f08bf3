import { type Attendance, AttendanceRefused } from "./attendance.ts";
import { courseOf } from "./course.ts";
import type { Entry } from "./entries.ts";
import { type FactName, type Facts, readFacts } from "./facts.ts";
import { type Ledger, openLedger, readOuterTime } from "./ledger.ts";
import { type Gathered, gather } from "./people.ts";
import { readPlain } from "./plain.ts";
import { quoted, refusal } from "./problems.ts";
import { readRows } from "./rows.ts";
import { checkOneSession, overMidnight } from "./session.ts";
import { type Sheet, takeApart } from "./sheet.ts";
import { isTeams, readTeams } from "./teams.ts";
import { readText } from "./text.ts";
import { type FileTime, MINUTE_MS } from "./times.ts";
import { isZoom, readZoom } from "./zoom.ts";

/**
 * Reads an attendance export: Zoom's webinar or meeting report, Teams' report, or any CSV with a name and a join time.
 *
 * Throws `AttendanceRefused` with a sentence that names the file, the line and column where there is one, and what was
 * expected there.
 */
export function readAttendance(bytes: Uint8Array, fileName: string): Attendance {
	try {
		return readFile(bytes);
	} catch (error) {
		if (!(error instanceof AttendanceRefused)) throw error;
		throw new AttendanceRefused(`${quoted(fileName).slice(1, -1)}: ${error.message}`);
	}
}

function readFile(bytes: Uint8Array): Attendance {
	const rows = readRows(readText(bytes));
	const sheet = takeApart(rows);
	const facts = readFacts(sheet);
	const ledger = openLedger(rows, sheet);
	const source = isZoom(sheet) ? "Zoom" : isTeams(sheet) ? "Teams" : "CSV";
	const entries = entriesIn(source, sheet, facts, ledger);
	checkOneSession(entries, ledger);
	const gathered = gather(entries);
	const course = readCourse(facts, gathered, ledger);
	return {
		source,
		title: facts.get("title")?.text ?? null,
		host: entries.find((entry) => entry.role === "host")?.name ?? facts.get("host")?.text ?? null,
		startsAt: course.startsAt,
		endsAt: course.endsAt,
		...gathered,
		assumptions: course.assumption === null ? ledger.assumptions : [...ledger.assumptions, course.assumption],
	};
}

function entriesIn(source: Attendance["source"], sheet: Sheet, facts: Facts, ledger: Ledger): Entry[] {
	const entries =
		source === "Zoom"
			? readZoom(sheet, facts, ledger)
			: source === "Teams"
				? readTeams(sheet, ledger)
				: readPlain(sheet, facts, ledger);
	return ledger.kind === "time" ? overMidnight(entries) : entries;
}

function readCourse(facts: Facts, { people }: Gathered, ledger: Ledger): ReturnType<typeof courseOf> {
	const [scheduled, opened, closed] = [
		readMomentOf("scheduled", facts, ledger),
		readMomentOf("opened", facts, ledger),
		readMomentOf("closed", facts, ledger),
	];
	if (ledger.problems.length > 0) throw refusal(ledger.problems);
	if (people.length === 0) {
		throw new AttendanceRefused("expected at least one person with a join time, found nobody who came");
	}
	const minutes = Number(facts.get("minutes")?.text);
	const lasted = opened && minutes > 0 ? { kind: opened.kind, at: opened.at + minutes * MINUTE_MS } : null;
	return courseOf({ kind: ledger.kind, scheduled, opened, closed: closed ?? lasted }, people);
}

function readMomentOf(name: FactName, facts: Facts, ledger: Ledger): FileTime | null {
	const fact = facts.get(name);
	return fact ? readOuterTime(fact.text, fact.place, ledger) : null;
}
