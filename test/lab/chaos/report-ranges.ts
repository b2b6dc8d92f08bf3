import type { Range } from "./range.ts";

/** A time in a room, as it may be noted down: when it began and ended at the earliest and at the latest; milliseconds. */
export interface NotedStay {
	from: Range;
	to: Range;
}

/** Somebody who came to a session, or may have, as far as what was sent and seen tells. */
export interface Comer {
	/** How often each is so: never, once, or nobody knows which. */
	came: Range;
	heard: Range;
	byHand: Range;
	returning: Range;
	stays: readonly NotedStay[];
}

/** The numbers of a session as its report has them. */
export interface Reported {
	came: number;
	heard: number;
	byHand: number;
	returning: number;
	mostAtOnce: number;
	medianStayMs: number | null;
}

/** What a report may say, from the least to the most; null where nobody can tell. */
export type ReportRanges = Record<keyof Reported, Range | null>;

/** What the report of a session may say, given who came. */
export function rangesOf(comers: readonly Comer[]): ReportRanges {
	return {
		came: sum(comers.map(({ came }) => came)),
		heard: sum(comers.map(({ heard }) => heard)),
		byHand: sum(comers.map(({ byHand }) => byHand)),
		returning: sum(comers.map(({ returning }) => returning)),
		mostAtOnce: mostAtOnce(comers),
		medianStayMs: medianStay(comers),
	};
}

function sum(ranges: readonly Range[]): Range {
	const total = { least: 0, most: 0 };
	for (const { least, most } of ranges) {
		total.least += least;
		total.most += most;
	}
	return total;
}

/** At least those who surely came, while they surely were there; at most all who may have come, while they may have been. */
function mostAtOnce(comers: readonly Comer[]): Range {
	const surely = comers.filter(isSure);
	return {
		least: peakOf(surely.map(({ stays }) => stays.map(({ from, to }) => [from.most, to.least]))),
		most: peakOf(comers.map(({ stays }) => stays.map(({ from, to }) => [from.least, to.most + 1]))),
	};
}

type Span = readonly [from: number, to: number];

function peakOf(people: readonly (readonly Span[])[]): number {
	const moments = people.flat().map(([from]) => from);
	const countAt = (at: number) => people.filter((spans) => spans.some(([from, to]) => from <= at && at < to)).length;
	return Math.max(0, ...moments.map(countAt));
}

/** Null where perhaps nobody came. */
function medianStay(comers: readonly Comer[]): Range | null {
	const surely = comers.filter(isSure).map(lengthOf);
	const perhaps = comers.filter((one) => !isSure(one)).map(lengthOf);
	if (surely.length === 0) return null;
	const shortest = perhaps.map(({ least }) => least).sort((a, b) => a - b);
	const longest = perhaps.map(({ most }) => most).sort((a, b) => b - a);
	const medians = (stays: readonly number[], others: readonly number[]) =>
		[...Array(others.length + 1).keys()].map((count) => middleOf([...stays, ...others.slice(0, count)]));
	return {
		least: Math.min(
			...medians(
				surely.map(({ least }) => least),
				shortest,
			),
		),
		most: Math.max(
			...medians(
				surely.map(({ most }) => most),
				longest,
			),
		),
	};
}

function isSure({ came }: Comer): boolean {
	return came.least > 0;
}

/** How long somebody stayed: nobody is there twice. */
function lengthOf({ stays }: Comer): Range {
	let [least, most, until] = [0, 0, Number.NEGATIVE_INFINITY];
	for (const { from, to } of stays.toSorted((a, b) => a.from.least - b.from.least)) {
		least += Math.max(0, to.least - from.most);
		most += Math.max(0, to.most - Math.max(from.least, until));
		until = Math.max(until, to.most);
	}
	return { least, most };
}

/** The upper one of two in the middle. */
function middleOf(stays: readonly number[]): number {
	return stays.toSorted((a, b) => a - b)[Math.floor(stays.length / 2)] ?? 0;
}
