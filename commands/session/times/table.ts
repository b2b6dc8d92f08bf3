import { LOCALES } from "../../../src/locales.ts";
import { BY_HOUR, type ClockFace } from "./clock-face.ts";
import { HOURS, type Period, periodsOf, relativeOf, todayIn, unitWords } from "./intl.ts";
import { keyOf, type NumberRole, phraseOf, tidy } from "./phrase.ts";
import { TIME_WORDS, type TimeWords } from "./words.ts";

/** What one language knows of times, ready to look up. Keys are those of `TypedPhrase`. */
export interface TimeTable {
	/** Puts digits for numbers that are words. */
	withDigits(tidied: string): string;
	now: ReadonlySet<string>;
	/** Whole phrases of `Intl`: how many minutes from now one unit is; of time that has passed, negative. */
	relative: ReadonlyMap<string, number>;
	spans: ReadonlyMap<string, TimeSpan>;
	in: readonly Affixes[];
	ago: readonly Affixes[];
	clock: ReadonlyMap<string, readonly ClockFace[]>;
	at: readonly Affixes[];
	periods: readonly Period[];
	today: readonly Affixes[];
}

/** What stands before and after something else. */
export interface Affixes {
	before: string;
	after: string;
}

/** A span of time: its numbers, and minutes beside them. */
export interface TimeSpan {
	roles: readonly NumberRole[];
	minutes: number;
	/** Stands for a span only with `in` or `ago`; alone it says what the clock shows. */
	neverAlone: boolean;
	/** Without a number, or with a unit of one letter or two: alone, only whoever speaks the language means it. */
	vague: boolean;
}

const tables = new Map<string, TimeTable>();

/** The languages there are tables of, by the first part of their tags. */
export const TIME_LANGUAGES: readonly string[] = Object.keys(TIME_WORDS);

/** One language's table, made when it is first looked into. */
export function tableOf(language: string): TimeTable | undefined {
	const words = TIME_WORDS[language];
	const table = tables.get(language) ?? (words && makeTable(language, words));
	if (table) tables.set(language, table);
	return table;
}

function makeTable(language: string, words: TimeWords): TimeTable {
	const tags = LOCALES.filter((tag) => tag.split("-")[0] === language);
	const locales = tags.map((tag) => new Intl.Locale(tag, { numberingSystem: "latn" }));
	const withDigits = digitsFor(words);
	const dayNames = [...listed(words.today ?? ""), ...locales.map(todayIn)];
	const periods = listed(words.periods ?? "")
		.map(sides)
		.map(readPeriod);
	return {
		withDigits,
		now: new Set(listed(words.now).map(keyOf)),
		relative: relativeOf(locales),
		spans: spansOf(words, locales, withDigits),
		in: listed(words.in).map(around),
		ago: listed(words.ago).map(around),
		clock: clockOf(words, withDigits),
		at: listed(words.at).map(around),
		periods: [...periodsOf(locales), ...periods],
		today: dayNames.flatMap((today) => [around(`${today} …`), around(`… ${today}`)]),
	};
}

function listed(words: string): string[] {
	return words === "" ? [] : words.split(", ");
}

function around(words: string): Affixes {
	const [before = "", after = ""] = words.split("…").map(keyOf);
	return { before, after };
}

function digitsFor({ numbers, joined }: TimeWords): (tidied: string) => string {
	const values = new Map(
		listed(numbers).flatMap((number) => {
			const [, value = "", words = ""] = /^(\d+) (.+)$/.exec(number) ?? [];
			return words.split("/").map((word): [string, string] => [tidy(word), value]);
		}),
	);
	const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length).join("|");
	// Where words are written apart, a number is a whole word, or what comes after `joined`.
	const apart = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{M}|\s]+$/u.test(
		longestFirst,
	);
	const [start, end] = ["(?<![\\p{L}\\p{M}])", "(?![\\p{L}\\p{M}])"];
	const afterJoined = joined === undefined ? "" : `|(?<=${start}${keyOf(joined)})`;
	const number = new RegExp(apart ? `(?:${start}${afterJoined})(?:${longestFirst})${end}` : longestFirst, "gu");
	return (tidied) =>
		tidied
			.replace(number, (word) => ` ${values.get(word)} `)
			.replace(/ +/g, " ")
			.trim();
}

/** Reads `half an hour = 30`: the words, and what is behind the sign. */
function sides(entry: string): [words: string, value: string] {
	const [words = "", value = ""] = entry.split(" = ");
	return [words, value];
}

/** A pattern's keys, as it is written and with digits for its words, and what its numbers are. */
function keysOf(pattern: string, withDigits: TimeTable["withDigits"]): [key: string, roles: NumberRole[]][] {
	// H and M are given numbers that no pattern has, to see where they end up.
	const tidied = tidy(pattern.replaceAll("H", " 9991 ").replaceAll("M", " 9992 "));
	return [tidied, withDigits(tidied)].map((words) => {
		const { key, numbers } = phraseOf(words);
		return [key, numbers.map((number) => (number === "9991" ? "H" : number === "9992" ? "M" : Number(number)))];
	});
}

/** Reads `tonight = 19-23`. */
function readPeriod([words, value]: [string, string]): Period {
	const [from = 0, to = 0] = value.split("-").map(Number);
	const hours = HOURS.slice(from, to + 1).map((hour): [number, number] => [hour % 12 || 12, hour]);
	return { words: keyOf(words), hours: new Map(hours), isHalf: false };
}

function spansOf(words: TimeWords, locales: readonly Intl.Locale[], withDigits: TimeTable["withDigits"]) {
	const minutes = new Set([...listed(words.minutes), ...unitWords(locales, "minute")].map(keyOf));
	const hours = new Set([...listed(words.hours), ...unitWords(locales, "hour")].map(keyOf));
	const clockHours = new Set(listed(words.clockHours ?? "").map(keyOf));
	const spans = new Map<string, TimeSpan>();
	for (const minute of minutes) spans.set(`#${minute}`, { ...SPAN, roles: ["M"], vague: isShort(minute) });
	for (const hour of hours) {
		const neverAlone = clockHours.has(hour);
		spans.set(`#${hour}`, { ...SPAN, roles: ["H"], neverAlone, vague: isShort(hour) });
		for (const both of ["", keyOf(words.and ?? "")].flatMap((and) =>
			[...minutes, ""].map((minute) => `${and}#${minute}`),
		)) {
			// 1h30 is half past one, when it stands alone.
			const alone = { neverAlone: neverAlone || both.endsWith("#"), vague: isShort(hour) };
			spans.set(`#${hour}${both}`, { ...SPAN, ...alone, roles: ["H", "M"] });
		}
	}
	for (const [pattern, value] of listed(words.spans).map(sides)) {
		for (const [key, roles] of keysOf(pattern, withDigits)) {
			const neverAlone = [...clockHours].some((hour) => key.startsWith(`#${hour}`));
			spans.set(key, { roles, minutes: Number(value), neverAlone, vague: !roles.includes("H") });
		}
	}
	return spans;
}

const SPAN = { minutes: 0, neverAlone: false, vague: false };

function isShort(unit: string): boolean {
	return /^\p{Script=Latin}{0,2}$/u.test(unit);
}

function clockOf(words: TimeWords, withDigits: TimeTable["withDigits"]): Map<string, ClockFace[]> {
	const clock = new Map<string, ClockFace[]>();
	for (const [pattern, value] of listed(words.clock).map(sides)) {
		for (const [key, roles] of keysOf(pattern, withDigits)) {
			// Hours and an h are of 24, as digits are.
			const way = { ...BY_HOUR, twelve: key !== "#h", ...readValue(value), roles };
			clock.set(key, [...(clock.get(key) ?? []), way]);
		}
	}
	return clock;
}

/** What is behind the sign: `30`, `-M`, `M-60`, `H+18 30`, `12:00`, `~1:30`. */
function readValue(value: string): Partial<ClockFace> {
	const [, about, hour, minute] = /^(~?)(\d+):(\d+)$/.exec(value) ?? [];
	if (hour !== undefined) return { fixed: Number(hour) * 60 + Number(minute), twelve: about === "~" };
	const [, added, past] = /^H\+(\d+) ?(\d*)$/.exec(value) ?? [];
	if (added !== undefined) return { shift: Number(added) * 60 + Number(past), twelve: false };
	const [, minus, shift] = /^(-?)M(-\d+)?$/.exec(value) ?? [];
	if (minus !== undefined) return { sign: minus === "-" ? -1 : 1, shift: Number(shift ?? 0) };
	return { shift: Number(value) };
}
