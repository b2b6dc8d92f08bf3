import { monthOf } from "./months.ts";

/** Which number of 03/04/2026 is the month. */
export type DateOrder = "month first" | "day first";

/** How a file tells time: by date and time, by time of day alone, or in minutes from the start. */
export type TimeKind = "date" | "time" | "minutes";

/** A moment read from a cell, in milliseconds. */
export interface FileTime {
	kind: TimeKind;
	/** Counted as UTC where no zone is told. */
	at: number;
	/** How far from UTC the clocks are that a cell tells with the time; left out where it tells no zone. */
	offset?: number;
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The day that bare times of day are put on. */
const SOME_DAY = Date.UTC(2000, 0, 1);

/** The moment that minutes are counted from. */
export const ORIGIN = SOME_DAY + DAY_MS / 2;

/** What a cell should have held, for each way of telling time. */
export const EXPECTED: Record<TimeKind, string> = {
	date: "a date and time such as 2026-03-03 10:02:11",
	time: "a time of day such as 10:02 or 10:02:11",
	minutes: "minutes from the start such as -3 or 12.5",
};

/** What it should have held where nobody knows how the file tells time. */
export const EXPECTED_ANY = "a time such as 9:57, 9:57 AM or 2026-03-03 09:57";

/** The halves of the day in Turkish, Vietnamese and Greek. */
const HALVES_BEHIND: Record<string, string> = { öö: "a", ös: "p", sa: "a", ch: "p", "π.μ.": "a", "μ.μ.": "p" };
const HALVES_BEFORE: Record<string, string> = { 午前: "a", 午後: "p", 上午: "a", 下午: "p", 오전: "a", 오후: "p" };
/** "PM", "p. m.", and the halves of the day as they are written behind the time. */
const HALF = String.raw`(?:\s*(?<half>[ap])\.?\s?m\.?|\s*(?<other>${Object.keys(HALVES_BEHIND).join("|")})(?!\p{L}))`;
/** East Asian languages write it before the time. */
const HALF_BEFORE = String.raw`(?:(?<before>${Object.keys(HALVES_BEFORE).join("|")})\s*)?`;
/** After a date, the parts of a time may stand apart by dots as well. */
const clock = (mark: string) =>
	String.raw`${HALF_BEFORE}(?<hour>\d{1,2})(?:${mark}|\s?h\s?)(?<minute>\d{2})(?:${mark}(?<second>\d{2})(?:[.,]\d+)?)?${HALF}?`;
const NAMED_ZONE = String.raw`\(?(?<named>UTC|GMT|[A-Z]{3,5})(?<shift>[+-]\d{1,2}(?::?\d{2})?)?\)?`;
const ZONE = String.raw`(?:\s*(?:(?<zone>Z|[+-]\d{2}:?\d{2})|${NAMED_ZONE}))?`;
/** The zones that abbreviations stand for, in hours from UTC: those of internet mail (RFC 2822) and Europe's. */
const HOURS: Record<string, number> = {
	...{ UTC: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
	...{ WET: 0, WEST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3 },
};
const DATES: RegExp[] = [
	String.raw`(?<year>\d{4})(?:[-/.]|\. |年 ?)(?<month>\d{1,2})(?:[-/.]|\. |月 ?)(?<day>\d{1,2})(?:日|\.)?`,
	String.raw`(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})`,
	String.raw`(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
	String.raw`(?<day>\d{1,2})\.?[ -](?:de )?(?<name>\p{L}{3,12})\.?,?[ -](?:de )?(?<year>\d{4}|\d{2})`,
].map(
	(date) =>
		new RegExp(`^(?:\\p{L}{2,12}\\.?,? )?${date}(?:T|[,;]? ?(?:at |um |à |a las )?)${clock("[:.]")}${ZONE}$`, "iu"),
);
const TIMES = [clock(":"), String.raw`(?<hour>\d{1,2})${HALF}`].map(
	(time) => new RegExp(`^${time}(?:\\s*${NAMED_ZONE})?$`, "iu"),
);
const MINUTES = /^([+-]?(?:\d{1,2}|[1-9]\d{2,3})(?:[.,]\d+)?) ?(?:m|min|mins|minutes?)?$/i;
const EPOCH = /^(\d{10})(\d{3})?$/;

const LONGEST_TIME = 60;
const LONGEST_HEADER = 100;

type Groups = Record<string, string | undefined>;

/** Reads a cell as a moment, or returns null when it is none. A time without a zone is counted as UTC. */
export function readMoment(cell: string, order: DateOrder): FileTime | null {
	const text = plainTime(cell);
	if (text.length > LONGEST_TIME) return null;
	for (const date of DATES) {
		const groups = date.exec(text)?.groups;
		if (groups) return dated(groups, order);
	}
	for (const time of TIMES) {
		const groups = time.exec(text)?.groups;
		if (!groups) continue;
		const at = timeOfDay(groups);
		return at === null ? null : { kind: "time", at: SOME_DAY + at };
	}
	const epoch = EPOCH.exec(text);
	if (epoch) return { kind: "date", at: Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0), offset: 0 };
	const minutes = MINUTES.exec(text)?.[1];
	if (minutes === undefined) return null;
	const count = Number(minutes.replace(",", "."));
	return Math.abs(count) > 24 * 60 ? null : { kind: "minutes", at: ORIGIN + Math.round(count * MINUTE_MS) };
}

/** Whether a cell is a date whose order of day and month is not given by its shape. */
export function isOrdered(cell: string): boolean {
	const mark = DATES[1]?.exec(plainTime(cell))?.groups?.mark;
	return mark === "/" || mark === "-";
}

/** Most times have nothing of that. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Exports put narrow spaces before AM and PM and direction marks around dates; Japanese digits and colons are wide. */
function plainTime(cell: string): string {
	if (PLAIN.test(cell)) return cell;
	return cell
		.normalize("NFKC")
		.replace(/[\u200e\u200f\u202a-\u202e]/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

function dated(groups: Groups, order: DateOrder): FileTime | null {
	const clock = timeOfDay(groups);
	const [month, day] = monthAndDay(groups, order);
	const year = Number(groups.year) + (groups.year?.length === 2 ? 2000 : 0);
	const midnight = new Date(Date.UTC(year, month - 1, day));
	const isReal = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
	if (clock === null || !isReal || year < 1970) return null;
	const at = midnight.getTime() + clock;
	const offset = offsetIn(groups);
	return offset === undefined ? { kind: "date", at } : { kind: "date", at: at - offset, offset };
}

function monthAndDay(groups: Groups, order: DateOrder): [number, number] {
	if (groups.name) return [monthOf(groups.name), Number(groups.day)];
	if (groups.month) return [Number(groups.month), Number(groups.day)];
	// Dates with dots are day first wherever they are written.
	const isMonthFirst = order === "month first" && groups.mark !== ".";
	return isMonthFirst ? [Number(groups.a), Number(groups.b)] : [Number(groups.b), Number(groups.a)];
}

function timeOfDay(groups: Groups): number | null {
	const [hour, minute, second] = [Number(groups.hour), Number(groups.minute ?? 0), Number(groups.second ?? 0)];
	if (minute > 59 || second > 59 || hour > 23) return null;
	const half = halfOf(groups);
	if (half === undefined) return ((hour * 60 + minute) * 60 + second) * 1000;
	// Some exports write 13:05 PM: the hour already says the half of the day.
	const hours = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
	return ((hours * 60 + minute) * 60 + second) * 1000;
}

function halfOf({ half, other = "", before = "" }: Groups): string | undefined {
	return half?.toLowerCase() ?? HALVES_BEHIND[other.toLowerCase()] ?? HALVES_BEFORE[before];
}

function offsetIn({ zone, named = "", shift }: Groups): number | undefined {
	if (zone) return shiftOf(zone);
	const hours = HOURS[named.toUpperCase()];
	return hours === undefined ? undefined : hours * 60 * MINUTE_MS + shiftOf(shift);
}

/** "+01:00", "+0100" and "+1" are an hour. */
function shiftOf(text: string | undefined): number {
	const [, sign, hours, minutes = 0] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text ?? "") ?? [];
	if (sign === undefined) return 0;
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

const IN_HEADER = /(?<!\p{L})(?<named>UTC|GMT)\s?(?<shift>[+-]\d{1,2}(?::?\d{2})?)?(?!\p{L})/iu;

/** How far from UTC the clocks are that the header of a column tells: "Joined (UTC+01:00)". */
export function offsetInHeader(header: string): number | undefined {
	const groups = IN_HEADER.exec(header.slice(0, LONGEST_HEADER))?.groups;
	return groups && offsetIn(groups);
}

/** Whether a cell may be a time, at a glance. */
export function couldBeMoment(cell: string): boolean {
	return /\d/.test(cell) && cell.length <= LONGEST_TIME;
}
