import { span } from "../bench/table.ts";
import type { Sample } from "./sample.ts";
import type { Soak } from "./soak.ts";
import { type Trend, trendOf } from "./trend.ts";

/** Something wanted, and what it came to. */
export interface SoakVerdict {
	wanted: string;
	found: string;
	/** Null when it cannot be told. */
	reached: boolean | null;
}

/**
 * So much more in the last third than in the second is noise: V8's heap swings by about ten MiB between two full
 * collections, which are some three minutes apart at this pace. It is not by the hour, so that a longer soak finds a
 * slower leak: 60 MiB an hour in half an hour, 4 in a night of eight.
 */
const MEMORY_GROWTH_MIB = 10;
/** Each third must have seen a collection to be compared with another. */
const MEMORY_TELLS_AFTER_MS = 10 * 60_000;
/** Connections that a pool happens to hold or not; each reconnect that left one behind would show. */
const FILES_GROWTH = 4;
const LONGEST_WAIT_S = 5;
/** How long Byname waits for an answer before it tries again. */
const ANSWER_TIMEOUT_S = 8;

/** Holds a soak against what is wanted of it. */
export function judgeSoak(soak: Soak): SoakVerdict[] {
	return [
		...judgeEnd(soak),
		judgeMemory("memory is flat once it is warm", soak, "memoryMiB"),
		judgeMemory("so is V8's heap", soak, "heapMiB"),
		judgeFiles(soak),
		judgeWaiting(soak),
		...judgeSilence(soak),
		judgeGreetings(soak),
		{ wanted: "429s: 0", found: String(soak.rateLimited), reached: soak.rateLimited === 0 },
	];
}

/** Whether nothing wanted was missed. */
export function isGood(verdicts: readonly SoakVerdict[]): boolean {
	return verdicts.every(({ reached }) => reached !== false);
}

function judgeEnd({ crash }: Soak): SoakVerdict[] {
	return crash === null ? [] : [{ wanted: "it runs to the end", found: crash, reached: false }];
}

function judgeMemory(wanted: string, { samples, lastedMs }: Soak, key: "memoryMiB" | "heapMiB"): SoakVerdict {
	const trend = trendIn(samples, key);
	if (!trend) return { wanted, found: "not measurable here", reached: null };
	const found = `${trend.second.toFixed(1)} MiB, then ${trend.last.toFixed(1)} MiB`;
	if (lastedMs < MEMORY_TELLS_AFTER_MS)
		return { wanted, found: `${found}; it takes 10 minutes to tell`, reached: null };
	const reached = trend.last - trend.second <= MEMORY_GROWTH_MIB;
	return { wanted, found: `${found}: ${signed(trend.perHour)} MiB an hour`, reached };
}

function judgeFiles({ samples }: Soak): SoakVerdict {
	const wanted = "open files and sockets do not grow in number";
	const trend = trendIn(samples, "files");
	if (!trend) return { wanted, found: "not measurable here", reached: null };
	const most = Math.max(...samples.map(({ files }) => files ?? 0));
	const found = `${trend.second}, then ${trend.last}; at most ${most}`;
	return { wanted, found, reached: trend.last - trend.second <= FILES_GROWTH };
}

function judgeWaiting({ samples }: Soak): SoakVerdict {
	const worst = worstOf(samples, "oldestS");
	const wanted = `no greeting waits for ${LONGEST_WAIT_S} s more than its host wants`;
	if (worst === null) return { wanted, found: "the bot told nothing about its outbox", reached: false };
	return { wanted, found: `at worst ${span(worst * 1_000)}`, reached: worst < LONGEST_WAIT_S };
}

function judgeSilence({ samples }: Soak): SoakVerdict[] {
	const worst = worstOf(samples, "oldestInSilenceS");
	if (worst === null) return [];
	const wanted = `nor longer than the ${ANSWER_TIMEOUT_S} s on top for which a silent Discord is listened to`;
	return [{ wanted, found: `at worst ${span(worst * 1_000)}`, reached: worst < LONGEST_WAIT_S + ANSWER_TIMEOUT_S }];
}

function judgeGreetings({ tally: { came, greeted, lost, doubled, worstMs } }: Soak): SoakVerdict {
	const examples = [...lost, ...doubled].slice(0, 3).map((one) => `; ${one}`);
	return {
		wanted: "everybody greeted exactly once",
		found: `${came} came, ${greeted} greeted, at worst after ${span(worstMs)}; lost ${lost.length}, doubled ${doubled.length}${examples.join("")}`,
		reached: lost.length + doubled.length > 0 ? false : greeted > 0 || null, // whoever came may not have been due yet
	};
}

function trendIn(samples: readonly Sample[], key: "memoryMiB" | "heapMiB" | "files"): Trend | null {
	return trendOf(samples.flatMap(({ atMs, [key]: value }) => (value === null ? [] : [{ atMs, value }])));
}

function worstOf(samples: readonly Sample[], key: "oldestS" | "oldestInSilenceS"): number | null {
	const values = samples.flatMap((sample) => sample[key] ?? []);
	return values.length > 0 ? Math.max(...values) : null;
}

function signed(value: number): string {
	return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}
