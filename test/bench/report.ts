import { availableParallelism, cpus } from "node:os";
import { HEADING, rowsOf, WORD_COLUMNS } from "./rows.ts";
import type { Run } from "./run.ts";
import { count, table } from "./table.ts";
import { judge, type Wanted } from "./wanted.ts";

/** The runs as people read them. */
export function reportOf(runs: readonly Run[]): string {
	const parts = [
		`${machine()}. Discord answers in 100 ms; delays are from the gateway packet to the accepted post.`,
		table(HEADING, rowsOf(runs), WORD_COLUMNS).trimEnd(),
		"≥ the run was cut off before everyone was named; ≈ reckoned from the pace seen.",
		...runs.flatMap(lineAndMemory),
		...runs.flatMap(troubles),
		judge(runs).map(closingLine).join("\n"),
	];
	return `\n${parts.filter(Boolean).join("\n\n")}\n`;
}

/** The runs as one JSON object. */
export function jsonOf(runs: readonly Run[]): string {
	return `${JSON.stringify({ machine: machine(), runs, wanted: judge(runs) })}\n`;
}

function machine(): string {
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

function troubles({ scenario, bot, troubles: said }: Run): string[] {
	if (said.length === 0) return [];
	return [`${bot} logged ${count(said.length)} warnings or errors in "${scenario}", such as: ${said[0]}`];
}

function closingLine({ wanted, bot, found, reached }: Wanted): string {
	return `${reached ? "reached" : "missed "}  ${wanted} (${bot}): ${found}`;
}
