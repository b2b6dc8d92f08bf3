import { table } from "../bench/table.ts";
import type { WavePlan } from "./plan.ts";
import type { WaveResult } from "./wave.ts";

/** A way in which a trial went wrong. */
export interface Failing {
	trial: number;
	how: "lost" | "doubled" | "wrong words" | "crashed";
	what: string;
	/** What the villain did to the bot meanwhile. */
	blows: string[];
}

/** What all trials came to. */
export interface Tally {
	engine: string;
	seed: number;
	trials: number;
	due: number;
	greeted: number;
	/** How often each kind of fault struck. */
	faults: Record<string, number>;
	failings: Failing[];
	seconds: number;
}

/** A tally of nothing yet. */
export function newTally(engine: string, seed: number): Tally {
	return { engine, seed, trials: 0, due: 0, greeted: 0, faults: {}, failings: [], seconds: 0 };
}

/** Adds a wave. */
export function add(tally: Tally, plan: WavePlan, result: WaveResult): void {
	const count = (fault: string) => {
		tally.faults[fault] = (tally.faults[fault] ?? 0) + 1;
	};
	const blows = [...new Set(plan.beats.flatMap(({ blow }) => (blow && !MENDING.has(blow.blow) ? [blow.blow] : [])))];
	for (const { blow, actions } of plan.beats) {
		if (blow && !MENDING.has(blow.blow)) count(blow.blow);
		for (const { action } of actions) {
			if (action.do === "post fault") count(`post: ${action.fault}`);
			if (action.do === "deny") count("permission taken");
			if ("packet" in action && action.packet !== "sent") count(`packet ${action.packet}`);
		}
	}
	for (const { cast, verdict } of result.trials) {
		tally.trials++;
		tally.due += verdict.due;
		tally.greeted += verdict.greeted;
		const fail = (how: Failing["how"], whats: string[]) => {
			tally.failings.push(...whats.map((what) => ({ trial: cast.trial, how, what, blows })));
		};
		if (result.crashed === null) fail("lost", verdict.lost); // else nobody waited for what was still due
		fail("doubled", verdict.doubled);
		fail("wrong words", verdict.wrong);
	}
	if (result.crashed !== null) {
		tally.failings.push({ trial: result.trials[0]?.cast.trial ?? 0, how: "crashed", what: result.crashed, blows });
	}
}

const MENDING = new Set(["start", "free disk", "clock right"]);

/** Whether nothing went wrong. */
export function isClean(tally: Tally): boolean {
	return tally.failings.length === 0;
}

/** The tally as people read it. */
export function describe(tally: Tally): string {
	const times = (how: Failing["how"]) => tally.failings.filter((one) => one.how === how).length;
	const faults = Object.entries(tally.faults).sort(([a], [b]) => a.localeCompare(b));
	const rows = [
		["trials", tally.trials],
		["greetings due", tally.due],
		["greetings said", tally.greeted],
		["lost", times("lost")],
		["doubled", times("doubled")],
		["wrong words", times("wrong words")],
		["crashes", times("crashed")],
		...faults.map(([fault, count]) => [`fault: ${fault}`, count] as const),
	] as const;
	const lines = tally.failings.map(
		({ trial, how, what, blows }) => `trial ${trial}, ${how}: ${what} (${blows.join(", ")})`,
	);
	const verdict = isClean(tally)
		? `Nobody was forgotten, greeted twice or told the wrong words in ${tally.trials} trials.`
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
		verdict,
		"",
	].join("\n");
}
