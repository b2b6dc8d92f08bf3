import { keyOf } from "./phrase.ts";

/** A part of the day, such as "p.m." or "in the evening". */
export interface Period {
	words: string;
	/** What its hours are called on a clock of twelve, and which of the day they are. */
	hours: ReadonlyMap<number, number>;
	/** It is only one of two halves of the day; 15:30 cannot have it. */
	isHalf: boolean;
}

/** One, few, many and other of all languages. */
const COUNTS = [1, 1.5, 2, 3, 5, 10, 20, 21];
const UNITS = { minute: 1, hour: 60 } as const;
const UNIT_NAMES = ["minute", "hour"] as const;

/** The hours of a day. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whole phrases, such as "in 10 minutes": how many minutes from now one unit is; of time that has passed, negative. */
export function relativeOf(locales: readonly Intl.Locale[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const style of ["long", "short", "narrow"] as const) {
		for (const format of locales.map((locale) => new Intl.RelativeTimeFormat(locale, { style }))) {
			for (const [unit, count] of UNIT_NAMES.flatMap((name) => COUNTS.map((count) => [name, count] as const))) {
				for (const sign of [1, -1]) found.set(keyOf(format.format(sign * count, unit)), sign * UNITS[unit]);
			}
		}
	}
	return found;
}

/** What minutes or hours are called, and their short forms. */
export function unitWords(locales: readonly Intl.Locale[], unit: "minute" | "hour"): string[] {
	const formats = locales.flatMap((locale) =>
		(["long", "short"] as const).map(
			(unitDisplay) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay }),
		),
	);
	const parts = formats.flatMap((format) => COUNTS.flatMap((count) => format.formatToParts(count)));
	return parts.filter(({ type }) => type === "unit").map(({ value }) => value);
}

/** What today is called. */
export function todayIn(locale: Intl.Locale): string {
	return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "day");
}

/** The parts of the day. */
export function periodsOf(locales: readonly Intl.Locale[]): Period[] {
	const halves = locales.flatMap((locale) => periodHours(locale, undefined));
	const parts = locales.flatMap((locale) => [...periodHours(locale, "long"), ...periodHours(locale, "short")]);
	const hoursOf = Map.groupBy([...halves, ...parts], ({ words }) => words);
	return [...hoursOf].map(([words, hours]) => ({
		words,
		// Of several ways, the first counts: 12 a.m. is midnight.
		hours: new Map(hours.map(({ shown, hour }): [number, number] => [shown, hour]).reverse()),
		isHalf: !parts.some((part) => part.words === words),
	}));
}

/** What each hour is called with a part of the day: as in "p.m.", or as in "in the afternoon". */
function periodHours(locale: Intl.Locale, dayPeriod: "long" | "short" | undefined) {
	const options = { hour: "numeric", hour12: true, timeZone: "UTC", ...(dayPeriod && { dayPeriod }) } as const;
	const format = new Intl.DateTimeFormat(locale, options);
	return HOURS.flatMap((hour) => {
		const parts = format.formatToParts(Date.UTC(2026, 0, 1, hour));
		const words = keyOf(parts.find(({ type }) => type === "dayPeriod")?.value ?? "");
		const shown = Number(parts.find(({ type }) => type === "hour")?.value);
		return words === "" ? [] : [{ words, shown, hour }];
	});
}
