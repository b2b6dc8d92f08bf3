import { availableParallelism, cpus } from "node:os";
import { describeCosts } from "./durability.ts";
import type { LookBack } from "./look-back.ts";
import type { Presses } from "./presses.ts";
import type { Restart } from "./restart.ts";
import type { Results } from "./results.ts";
import type { Run } from "./run.ts";

import { HEADING, rowsOf, WORD_COLUMNS } from "./run-rows.ts";
import { LOOK_BACK, PRESSES, RESTART, START } from "./scenarios.ts";

import { spreadOf } from "./spread.ts";
import type { Start } from "./start.ts";
import { count, span, table } from "./table.ts";
import { judgeBench, type Wanted } from "./wanted.ts";

/** The results as people read them. */
export function reportOf({ fsync, ...measured }: Results): string {
	const { runs, starts, restarts, presses, lookBacks } = measured;
	const parts = [
		`${machine()}. Discord answers in 100 ms; delays are from the gateway packet to the accepted post.`,
		...(runs.length > 0
			? [
					table(HEADING, rowsOf(runs), WORD_COLUMNS).trimEnd(),
					"≥ the run was cut off before everyone was named; ≈ reckoned from the pace seen.",
				]
			: []),
		describeCosts(runs, fsync),
		...runs.flatMap(lineAndMemory),
		startsTable(starts),
		restartsTable(restarts),
		pressesTable(presses),
		lookBacksTable(lookBacks),
		...runs.flatMap(troubles),
		...starts.flatMap((start) => troubles({ ...start, scenario: START })),
		...restarts.flatMap((restart) => troubles({ ...restart, scenario: RESTART })),
		...presses.flatMap((pressed) => troubles({ ...pressed, scenario: PRESSES })),
		...lookBacks.flatMap((looked) => troubles({ ...looked, scenario: LOOK_BACK })),
		judgeBench(measured).map(closingLine).join("\n"),
	];
	return `\n${parts.filter(Boolean).join("\n\n")}\n`;
}

/** The results as one JSON object. */
export function jsonOf(results: Results): string {
	return `${JSON.stringify({ machine: machine(), ...results, wanted: judgeBench(results) })}\n`;
}

/** What this runs on. */
export function machine(): string {
	const model = cpus()[0]?.model.trim() ?? "unknown processor";
	return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} × ${model}`;
}

function lineAndMemory({ scenario, bot, people, line, memory }: Run): string[] {
	if (scenario !== "flood" || !line) return [];
	const mib = (value: number | null) => (value === null ? "unknown" : `${count(value)} MiB`);
	return [
		[
			`${bot}, ${count(people)} arrivals:`,
			`  waiting at once, at most      ${count(line.most)}`,
			`  waiting at 30, 60, 90, 120 s  ${line.atQuarters.map(count).join(", ")}`,
			`  memory after start            ${mib(memory.start)}`,
			`  memory after the arrivals     ${mib(memory.end)}`,
		].join("\n"),
	];
}

function startsTable(starts: readonly Start[]): string {
	if (starts.length === 0) return "";
	const rows = starts.map(({ bot, ready, memory }) => {
		const mib = spreadOf(memory.filter((value) => value !== null)).median;
		const times = [Math.min(...ready), spreadOf(ready).median].map(span);
		return [bot, ...times, Number.isNaN(mib) ? "unknown" : `${count(mib)} MiB`];
	});
	return [
		table(["started", "connected, at best", "median", "memory"], rows, 1),
		`From the start of the process, over ${starts[0]?.ready.length} starts.`,
	].join("\n");
}

function restartsTable(restarts: readonly Restart[]): string {
	if (restarts.length === 0) return "";
	const heading = ["started again", "stored", "connected", "first greeting", "worst", "the next one"];
	const rows = restarts.map(({ bot, stored, rounds }) => {
		const of = (key: keyof Restart["rounds"][number]) => spreadOf(rounds.map((round) => round[key]));
		return [
			bot,
			count(stored),
			...[of("ready").median, of("missed").median, of("missed").worst, of("next").median].map(span),
		];
	});
	return [
		table(heading, rows, 1),
		`From the start of the process, medians of ${restarts[0]?.rounds.length} starts; the first greeting is for who came meanwhile, the next from the packet on.`,
	].join("\n");
}

function pressesTable(presses: readonly Presses[]): string {
	if (presses.length === 0) return "";
	const heading = ["who become quiet", "one: changed", "200: answered", "p95", "worst", "all changed", "edits", "429s"];
	const rows = presses.map(({ bot, one, many: { answered, changed, edits, rateLimited } }) => [
		bot,
		...[one.changed, answered.median, answered.p95, answered.worst, changed].map(span),
		...[edits, rateLimited].map(count),
	]);
	return [table(heading, rows, 1), "From the press; what is changed are the messages that name them."].join("\n");
}

function lookBacksTable(lookBacks: readonly LookBack[]): string {
	if (lookBacks.length === 0) return "";
	const heading = [
		"who look back",
		"card",
		"worst",
		"file",
		"guests alone",
		"at cards",
		"at file",
		"stood still",
		"memory",
	];
	const rows = lookBacks.map(({ bot, cards, file, greeted, stoodStill, memory }) => {
		const { median, worst } = spreadOf(cards);
		const more = memory.most === null || memory.idle === null ? "unknown" : `+${count(memory.most - memory.idle)} MiB`;
		const guests = [greeted.alone.median, greeted.cards.median, greeted.file.median];
		return [bot, ...[median, worst, file, ...guests, Math.max(stoodStill.cards, stoodStill.file)].map(span), more];
	});
	return [
		table(heading, rows, 1),
		"From the command to the card, from the press to the file; guests from gateway packet to request, at the median.",
	].join("\n");
}

function troubles({ scenario, bot, troubles: said }: Pick<Run, "scenario" | "bot" | "troubles">): string[] {
	if (said.length === 0) return [];
	return [`${bot} logged ${count(said.length)} warnings or errors in "${scenario}", such as: ${said[0]}`];
}

function closingLine({ wanted, bot, found, reached }: Wanted): string {
	return `${reached ? "reached" : "missed "}  ${wanted} (${bot}): ${found}`;
}
