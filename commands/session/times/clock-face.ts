import type { Period } from "./intl.ts";
import { type NumberRole, numberOf, suits } from "./phrase.ts";

/** A way to read a clock. */
export interface ClockFace {
	roles: readonly NumberRole[];
	/** The time itself, in minutes from midnight; null when there is an H. */
	fixed: number | null;
	/** What is added to the hour, in minutes; `sign` is that of M. */
	shift: number;
	sign: 1 | -1;
	/** It is of twelve hours: without a part of the day it is before or after noon, whichever is nearer. */
	twelve: boolean;
	/** The least hour that is read so. */
	least: number;
}

/** By its hour alone: "15 Uhr". */
export const BY_HOUR: ClockFace = { roles: ["H"], fixed: null, shift: 0, sign: 1, twelve: true, least: 0 };

/** How a clock is read in digits, in all languages. From 13 on, `15 h` is no span: that would be too long to wait. */
export const IN_DIGITS: ReadonlyMap<string, ClockFace> = new Map([
	["#:#", { ...BY_HOUR, roles: ["H", "M"], twelve: false }],
	["#h#", { ...BY_HOUR, roles: ["H", "M"], twelve: false }],
	["#h", { ...BY_HOUR, twelve: false, least: 13 }],
	["#", BY_HOUR],
] satisfies [string, ClockFace][]);

/** The times of day that are meant, in minutes from midnight; none when there is no such time, null when it is not said so. */
export function timesOf(clock: ClockFace, numbers: readonly string[], period: Period | null): number[] | null {
	if (!suits(clock.roles, numbers)) return null;
	const hour = clock.fixed === null ? numbers[clock.roles.indexOf("H")] : String(Math.floor(clock.fixed / 60));
	const minute = clock.roles.includes("M") ? numbers[clock.roles.indexOf("M")] : "00";
	if (numberOf(hour) < clock.least) return null;
	if (!/^\d{1,2}$/.test(hour ?? "") || !isMinute(minute ?? "", clock)) return [];
	const past = clock.shift + clock.sign * Number(minute) + ((clock.fixed ?? 0) % 60);
	const twelve = clock.twelve && !hour?.startsWith("0");
	return hoursOf(Number(hour), period, twelve).map((each) => (each * 60 + past + DAY_MINUTES) % DAY_MINUTES);
}

/** Between digits alone, minutes are two. */
function isMinute(minute: string, { twelve }: ClockFace): boolean {
	return (twelve ? /^\d{1,2}$/ : /^\d\d$/).test(minute) && Number(minute) < 60;
}

/** The hours of the day that an hour can be. */
function hoursOf(hour: number, period: Period | null, twelve: boolean): number[] {
	if (hour > 23) return [];
	const hours = hour > 0 && hour <= 12 ? [hour % 12, (hour % 12) + 12] : [hour];
	if (period === null) return twelve || hours.length === 1 ? hours : [hour];
	const meant = period.hours.get(hour);
	if (meant !== undefined) return [meant];
	if (period.isHalf) return [];
	// Eleven at night is not at night by the book, but nearer to it than to any other part of the day.
	const [near, ...others] = hours.filter((each) => hoursBetween(each, period) <= MOST_HOURS_BETWEEN);
	return near !== undefined && others.length === 0 ? [near] : [];
}

const MOST_HOURS_BETWEEN = 4;

function hoursBetween(hour: number, { hours }: Period): number {
	const between = [...hours.values()].map((each) => Math.abs(each - hour));
	return Math.min(...between.map((each) => Math.min(each, 24 - each)));
}

const DAY_MINUTES = 24 * 60;
