import type { StoredReport } from "./database.ts";
import { TOLERANCE_MS } from "./epoch.ts";
import type { ExpectedReport } from "./expected-reports.ts";
import type { Range } from "./range.ts";
import type { Reported, ReportRanges } from "./report-ranges.ts";

/** Of how many sessions a number was compared, and of how many of these nothing but that one number was right. */
export type Compared = Record<keyof Reported, { compared: number; toTheOne: number }>;

/** What came of comparing reports. */
export interface ReportVerdict {
	/** How many reports there were. */
	reports: number;
	compared: Compared;
	wrong: string[];
}

/** So much a range may hold, and is as good as one number. */
const AS_GOOD_AS_ONE: Partial<Record<keyof Reported, number>> = { medianStayMs: 12_000 };

/** A verdict on nothing yet. */
export function newReportVerdict(): ReportVerdict {
	const none = () => ({ compared: 0, toTheOne: 0 });
	const compared = {
		...{ came: none(), heard: none(), byHand: none() },
		...{ returning: none(), mostAtOnce: none(), medianStayMs: none() },
	};
	return { reports: 0, compared, wrong: [] };
}

/** Compares the reports of a webinar's sessions; one that cannot be told from another is left out. */
export function checkReports(reports: readonly StoredReport[], expected: readonly ExpectedReport[]): ReportVerdict {
	const verdict = newReportVerdict();
	for (const { session, openedAt, numbers } of reports) {
		const isIt = (one: { openedAt: number }) => Math.abs(one.openedAt - openedAt) <= TOLERANCE_MS;
		const [one, ...others] = expected.filter(isIt);
		const isAlone = others.length === 0 && reports.filter(isIt).length === 1;
		compareReport(verdict, numbers, (isAlone && one?.ranges(session)) || null);
	}
	return verdict;
}

/** Adds what comes of comparing one report; with null in place of what it may say, it is left out. */
export function compareReport(verdict: ReportVerdict, reported: Reported, ranges: ReportRanges | null): void {
	verdict.reports++;
	if (ranges === null) return;
	for (const what of Object.keys(verdict.compared) as (keyof Reported)[]) {
		const [said, range] = [reported[what], ranges[what]];
		if (range === null) continue;
		verdict.compared[what].compared++;
		if (range.most - range.least <= (AS_GOOD_AS_ONE[what] ?? 0)) verdict.compared[what].toTheOne++;
		const isRight = said !== null && said >= range.least && said <= range.most;
		if (!isRight) verdict.wrong.push(`${what} is ${said} instead of ${describe(range)}`);
	}
}

/** Adds another verdict. */
export function addReports(verdict: ReportVerdict, { reports, compared, wrong }: ReportVerdict): void {
	verdict.reports += reports;
	verdict.wrong.push(...wrong);
	for (const what of Object.keys(compared) as (keyof Reported)[]) {
		verdict.compared[what].compared += compared[what].compared;
		verdict.compared[what].toTheOne += compared[what].toTheOne;
	}
}

function describe({ least, most }: Range): string {
	return least === most ? String(most) : `${least} to ${most}`;
}
