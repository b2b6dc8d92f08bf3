import { machine } from "../bench/report.ts";
import { count, span, table } from "../bench/table.ts";
import type { Sample } from "./sample.ts";
import type { Soak } from "./soak.ts";
import { median } from "./trend.ts";
import { judgeSoak } from "./verdict.ts";

const MOST_ROWS = 10;
const HEADING = ["until", "memory", "heap", "files", "waiting", "oldest", "with Discord silent"];

/** How it goes, in a line. */
export function lineOf({ lastedMs, samples, tally, inside, identifies, resumes }: Soak): string {
	const row = rowOf(samples.slice(-6));
	return [
		`${Math.round(lastedMs / 60_000)} min: ${count(tally.came)} came, ${count(tally.greeted)} greeted, ${inside} inside`,
		`memory ${row.memory}, heap ${row.heap}, ${row.files} files`,
		`${row.waiting} waiting, oldest ${row.oldest}`,
		`${identifies} identified, ${resumes} resumed`,
	].join("; ");
}

/** A soak as people read it. */
export function reportOf(soak: Soak): string {
	const { bot, lastedMs, samples, troubles, identifies, resumes, said } = soak;
	const spans = Math.min(MOST_ROWS, samples.length);
	const rows = Array.from({ length: spans }, (_, n) => {
		const [from, to] = [n, n + 1].map((nth) => (nth * lastedMs) / spans) as [number, number];
		const row = rowOf(samples.filter(({ atMs }) => atMs > from && atMs <= to));
		return [`${(to / 60_000).toFixed(1)} min`, row.memory, row.heap, row.files, row.waiting, row.oldest, row.inSilence];
	});
	const parts = [
		`${machine()}. ${bot}, ${span(lastedMs)}. Memory and heap are medians, the others the most of the time.`,
		table(HEADING, rows, 1),
		`${identifies} identified, ${resumes} resumed. What went wrong at Discord: ${list(troubles)}.`,
		Object.keys(said).length > 0 ? `What the bot logged as warnings and errors: ${list(said)}.` : "",
		judgeSoak(soak)
			.map(({ wanted, found, reached }) => `${WORDS[String(reached) as keyof typeof WORDS]}  ${wanted}: ${found}`)
			.join("\n"),
	];
	return `\n${parts.filter(Boolean).join("\n\n")}\n`;
}

const WORDS = { true: "reached", false: "missed ", null: "unknown" };

/** A soak as one JSON object. */
export function jsonOf(soak: Soak): string {
	return `${JSON.stringify({ machine: machine(), ...soak, verdicts: judgeSoak(soak) })}\n`;
}

function rowOf(samples: readonly Sample[]) {
	const of = (key: Exclude<keyof Sample, "atMs">) => samples.flatMap((sample) => sample[key] ?? []);
	const most = (key: Exclude<keyof Sample, "atMs">) => (of(key).length > 0 ? Math.max(...of(key)) : null);
	return {
		memory: show(median(of("memoryMiB")), mib),
		heap: show(median(of("heapMiB")), mib),
		files: show(most("files"), count),
		waiting: show(most("waiting"), count),
		oldest: show(most("oldestS"), seconds),
		inSilence: show(most("oldestInSilenceS"), seconds),
	};
}

/** What is not known is not shown as a figure. */
function show(value: number | null, as: (value: number) => string): string {
	return value === null ? "–" : as(value);
}

const mib = (value: number) => `${value.toFixed(1)} MiB`;
const seconds = (value: number) => `${value.toFixed(1)} s`;

function list(counts: Readonly<Record<string, number>>): string {
	return Object.entries(counts)
		.map(([what, times]) => `${times} × ${what}`)
		.join("; ");
}
