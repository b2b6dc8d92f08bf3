import { createRequire } from "node:module";
import { IN_DIGITS, timesOf } from "./clock-face.ts";
import type { Period } from "./intl.ts";
import { numberOf, phraseOf, suits, type TypedPhrase, tidy } from "./phrase.ts";
import type { Affixes, TimeSpan, TimeTable } from "./table.ts";

/** What somebody may mean by a time they typed. */
export type Meaning =
	/** Minutes from now; of time that has passed, negative. */
	| { kind: "from now"; minutes: number }
	/** Minutes from midnight, of which the nearest is meant; without any, it is no time of day. */
	| { kind: "clock"; times: readonly number[]; today: boolean };

interface TimeReading {
	meaning: Meaning;
	/** Only in that language is it meant so; in others it may be anything. */
	vague: boolean;
}

/** A time is never longer, in any language. */
const LONGEST_TIME = 60;

/** What is meant by digits alone, which are the same in all languages. */
export function readDigits(typed: string): Meaning[] {
	const { key, numbers } = readable(typed) ? phraseOf(tidy(typed)) : { key: "", numbers: [] };
	const clock = key === "#" ? undefined : IN_DIGITS.get(key);
	const times = clock && timesOf(clock, numbers, null);
	return times ? [{ kind: "clock", times, today: false }] : [];
}

/** What may be meant in somebody's own language (a tag). */
export function readInOwn(typed: string, tag: string): Meaning[] {
	return readIn(typed, tag.split("-")[0] ?? "").map(({ meaning }) => meaning);
}

/** What may be meant in any language, where it is plain in which. */
export function readInAny(typed: string): Meaning[] {
	const readings = loadTables().TIME_LANGUAGES.flatMap((language) => readIn(typed, language));
	return readings.filter(({ vague }) => !vague).map(({ meaning }) => meaning);
}

/** Only a few ever type a start in words, so those of all languages are loaded by the first. */
function loadTables(): typeof import("./table.ts") {
	return createRequire(import.meta.url)("./table.ts");
}

function readable(typed: string): boolean {
	return typed.length <= LONGEST_TIME;
}

function readIn(typed: string, language: string): TimeReading[] {
	const table = readable(typed) ? loadTables().tableOf(language) : undefined;
	if (table === undefined) return [];
	const tidied = tidy(typed);
	const readings = readPhrase(phraseOf(tidied), table);
	return readings.length > 0 ? readings : readPhrase(phraseOf(table.withDigits(tidied)), table);
}

function readPhrase(phrase: TypedPhrase, table: TimeTable): TimeReading[] {
	if (table.now.has(phrase.key)) return [fromNow(0)];
	return [...readFromNow(phrase, table), ...readClock(phrase, table)];
}

function fromNow(minutes: number, vague = false): TimeReading {
	return { meaning: { kind: "from now", minutes }, vague };
}

function readFromNow({ key, numbers }: TypedPhrase, table: TimeTable): TimeReading[] {
	const unit = table.relative.get(key);
	if (unit !== undefined && numbers.length === 1) return [fromNow(unit * numberOf(numbers[0]))];
	const [alone] = [table.spans.get(key)].filter((span) => span !== undefined && !span.neverAlone);
	return [
		...(alone ? [fromNow(minutesOf(alone, numbers), alone.vague)] : []),
		...insides(key, table.in).flatMap((inside) => spanIn(inside, numbers, table).map((span) => fromNow(span))),
		...insides(key, table.ago).flatMap((inside) => spanIn(inside, numbers, table).map((span) => fromNow(-span))),
	].filter(({ meaning }) => meaning.kind === "from now" && Number.isFinite(meaning.minutes));
}

/** What stands between the words that go around it, for each such pair of words. */
function insides(key: string, arounds: readonly Affixes[]): string[] {
	return arounds
		.filter(({ before, after }) => key.length > before.length + after.length)
		.filter(({ before, after }) => key.startsWith(before) && key.endsWith(after))
		.map(({ before, after }) => key.slice(before.length, key.length - after.length));
}

function spanIn(key: string, numbers: readonly string[], table: TimeTable): number[] {
	const span = table.spans.get(key);
	return span ? [minutesOf(span, numbers)] : [];
}

/** `NaN` when the numbers are others. */
function minutesOf({ roles, minutes }: TimeSpan, numbers: readonly string[]): number {
	if (!suits(roles, numbers)) return Number.NaN;
	return roles.reduce<number>((sum, role, index) => {
		return sum + (role === "H" ? 60 : role === "M" ? 1 : 0) * numberOf(numbers[index]);
	}, minutes);
}

/** Words around a time of day that have been taken away, and what is left. */
interface Inner {
	key: string;
	today: boolean;
	/** The letters of what was before or after it, such as "at". */
	at: number;
	period: Period | null;
}

function readClock({ key, numbers }: TypedPhrase, table: TimeTable): TimeReading[] {
	return innersOf(key, table).flatMap((inner) => {
		if (inner.key === "#" && inner.period === null && inner.at === 0) return [];
		const inDigits = IN_DIGITS.get(inner.key);
		return [...(inDigits ? [inDigits] : []), ...(table.clock.get(inner.key) ?? [])]
			.map((clock) => timesOf(clock, numbers, inner.period))
			.filter((times) => times !== null)
			.map((times) => ({ meaning: { kind: "clock", times, today: inner.today }, vague: isVague(inner) }));
	});
}

/** What is before or after an hour is of so many letters at least, if it is not to mean something else in other languages. */
const SHORTEST_AROUND = 3;

/** In Dutch `om 3` is at three, in Swedish in three of something; Swedish `em` is p.m., in Portuguese it is in. */
function isVague({ key, at, period }: Inner): boolean {
	if (period === null) return key === "#" && at < SHORTEST_AROUND;
	return period.words.length < SHORTEST_AROUND && !/^[ap]m$|[^a-z]/.test(period.words);
}

/** Takes away "today", "at" (before it, after it or both) and a part of the day, in any order. */
function innersOf(key: string, table: TimeTable): Inner[] {
	const whole: Inner = { key, today: false, at: 0, period: null };
	const withoutToday = without(whole, table.today, (inner) => ({ ...inner, today: true }));
	const withoutAt = withoutToday.flatMap((inner) => without(inner, table.at, isAt));
	const withoutPeriod = withoutAt.flatMap((inner) => [
		inner,
		...table.periods.flatMap((period) =>
			insides(inner.key, [
				{ before: period.words, after: "" },
				{ before: "", after: period.words },
			]).map((rest) => ({ ...inner, key: rest, period })),
		),
	]);
	return withoutPeriod.flatMap((inner) => without(inner, table.at, isAt));
}

function without(inner: Inner, arounds: readonly Affixes[], mark: (inner: Inner, around: Affixes) => Inner): Inner[] {
	const taken = arounds.flatMap((around) => insides(inner.key, [around]).map((key) => mark({ ...inner, key }, around)));
	return [inner, ...taken];
}

function isAt(inner: Inner, { before, after }: Affixes): Inner {
	return { ...inner, at: inner.at + before.length + after.length };
}
