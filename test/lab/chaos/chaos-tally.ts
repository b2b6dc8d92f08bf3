import { table } from "../bench/table.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import type { Action, Beat, WavePlan } from "./plan.ts";
import { addReports, newReportVerdict, type ReportVerdict } from "./report-check.ts";
import type { WaveResult } from "./wave.ts";

/** A way in which a trial went wrong. */
export interface Failing {
	trial: number;
	how: "lost" | "doubled" | "wrong words" | "named against their wish" | "panel as guests" | "report" | "crashed";
	what: string;
	/** What the villain did to the bot meanwhile. */
	blows: string[];
}

/** What all trials came to. */
export interface ChaosTally {
	engine: string;
	seed: number;
	trials: number;
	due: number;
	greeted: number;
	/** How often each kind of fault struck. */
	faults: Record<string, number>;
	/** How often guests, and those who lead, pressed each thing, were told that it was done, and what is stored of hellos. */
	presses: Record<string, number>;
	/** How many reports there were, and how many of each number were compared. */
	reports: ReportVerdict;
	failings: Failing[];
	seconds: number;
}

/** A tally of nothing yet. */
export function newTally(engine: string, seed: number): ChaosTally {
	const reports = newReportVerdict();
	return { engine, seed, trials: 0, due: 0, greeted: 0, faults: {}, presses: {}, reports, failings: [], seconds: 0 };
}

/** What the villain mends is no fault. */
const MENDING = new Set(["start", "free disk", "clock right", "unlock store"]);

/** Adds a wave. */
export function add(tally: ChaosTally, plan: WavePlan, { trials, crashed }: WaveResult): void {
	for (const fault of plan.beats.flatMap(faultsIn)) tally.faults[fault] = (tally.faults[fault] ?? 0) + 1;
	const blows = [...new Set(plan.beats.flatMap(blowIn))];
	const fail = (trial: number, how: Failing["how"], whats: readonly string[]) => {
		tally.failings.push(...whats.map((what) => ({ trial, how, what, blows })));
	};
	for (const { cast, verdict, reports, diary, booked } of trials) {
		tally.trials++;
		tally.due += verdict.due;
		tally.greeted += verdict.greeted;
		if (crashed === null) fail(cast.trial, "lost", verdict.lost); // else nobody waited for what was still due
		fail(cast.trial, "doubled", verdict.doubled);
		fail(cast.trial, "wrong words", verdict.wrong);
		fail(cast.trial, "named against their wish", verdict.against);
		fail(cast.trial, "panel as guests", verdict.panel);
		if (reports) {
			fail(cast.trial, "report", reports.wrong);
			addReports(tally.reports, reports);
		}
		const hellos = booked.map(({ hello }) => `hello: stored as ${hello}`);
		for (const press of [...diary.flatMap(pressIn), ...hellos]) tally.presses[press] = (tally.presses[press] ?? 0) + 1;
	}
	if (crashed !== null) fail(trials[0]?.cast.trial ?? 0, "crashed", [crashed]);
}

function blowIn({ blow }: Beat): string[] {
	return blow && !MENDING.has(blow.blow) ? [blow.blow] : [];
}

function pressIn(entry: DiaryEntry): string[] {
	if (entry.is === "pressed") return [entry.what];
	if (entry.is === "leads")
		return [`leader: ${entry.what}${entry.when === null ? "" : `, ${entry.when} the timer's end`}`];
	if (entry.is === "led") return [`leader: answered ${entry.answer}`];
	return entry.is === "answered" && entry.isDone ? ["answered as done"] : [];
}

function faultsIn(beat: Beat): string[] {
	return [...blowIn(beat), ...beat.actions.flatMap(({ action }) => faultOf(action) ?? [])];
}

/** The fault in what happens to one webinar; undefined where there is none. */
function faultOf(action: Action): string | undefined {
	if (action.do === "post fault") return `post: ${action.fault}`;
	if (action.do === "odd answer") return `post: answer ${action.answer}`;
	if (action.do === "limit") return `limit of ${action.of}: says ${action.says}`;
	if (action.do === "time out") return "timed out";
	if (action.do === "deny") return "permission taken";
	if (action.do === "move start" || action.do === "cancel date") return `event: ${action.do}`;
	if (action.do === "delete room") return "room deleted";
	return "packet" in action && action.packet !== "sent" ? `packet ${action.packet}` : undefined;
}

/** "Reports compared: 12 of 20; came 12 (11 to the one), …" */
function comparedIn({ reports, compared }: ReportVerdict): string {
	const numbers = Object.entries(compared).map(
		([what, count]) => `${what} ${count.compared} (${count.toTheOne} to the one)`,
	);
	return `Reports compared, of ${reports}: ${numbers.join(", ")}.`;
}

/** Whether nothing went wrong. */
export function isClean(tally: ChaosTally): boolean {
	return tally.failings.length === 0;
}

/** The tally as people read it. */
export function describe(tally: ChaosTally): string {
	const times = (how: Failing["how"]) => tally.failings.filter((one) => one.how === how).length;
	const sorted = (counts: Record<string, number>) => Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
	const rows = [
		["trials", tally.trials],
		["greetings due", tally.due],
		["greetings said", tally.greeted],
		["lost", times("lost")],
		["doubled", times("doubled")],
		["wrong words", times("wrong words")],
		["named against their wish", times("named against their wish")],
		["panel as guests", times("panel as guests")],
		["wrong reports", times("report")],
		["crashes", times("crashed")],
		...sorted(tally.presses).map(([press, count]) => [`press: ${press}`, count] as const),
		...sorted(tally.faults).map(([fault, count]) => [`fault: ${fault}`, count] as const),
	] as const;
	const lines = tally.failings.map(
		({ trial, how, what, blows }) => `trial ${trial}, ${how}: ${what} (${blows.join(", ")})`,
	);
	const verdict = isClean(tally)
		? `Nobody was forgotten, greeted twice, told the wrong words, named against their wish or taken for a guest on the panel, nor counted wrongly, in ${tally.trials} trials.`
		: `${new Set(tally.failings.map(({ trial }) => trial)).size} of ${tally.trials} trials went wrong.`;
	return [
		`${tally.engine}, seed ${tally.seed}, ${tally.seconds.toFixed(0)} s`,
		"",
		table(
			["", "count"],
			rows.map(([what, count]) => [what, count.toLocaleString("en")]),
			1,
		),
		"",
		...lines,
		comparedIn(tally.reports),
		verdict,
		"",
	].join("\n");
}
