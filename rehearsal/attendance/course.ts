import type { Participant, Stay } from "./attendance.ts";
import { firstArrival } from "./people.ts";
import { DAY_MS, type FileTime, MINUTE_MS, ORIGIN, type TimeKind } from "./times.ts";

/** What a file says about when the webinar was; null where it says nothing. */
export interface Clues {
	kind: TimeKind;
	/** The start that was announced. */
	scheduled: FileTime | null;
	/** The moment the room was opened. */
	opened: FileTime | null;
	closed: FileTime | null;
}

/** When the webinar was, and how that was found where it had to be guessed. */
export interface Course {
	startsAt: number;
	endsAt: number;
	assumption: string | null;
}

const QUARTER_MS = 15 * MINUTE_MS;
const CROWD_MS = 10 * MINUTE_MS;
const SMALLEST_CROWD = 5;
/** All stays of a file lie within a day of each other; what it says of the webinar itself, within this of the crowd. */
const FAR_MS = 3 * DAY_MS;

/**
 * Decides when the webinar started and ended; `people` holds at least one.
 *
 * It started when it was scheduled. Without a schedule, minutes count from the start, and otherwise the crowd tells:
 * webinars begin on the quarter hour, and most people come from five minutes before until ten minutes after. Where the
 * report gives the moment of opening, that is the start, unless the crowd came for a quarter hour that lies more than
 * five minutes and at most an hour after it: Zoom's "Actual Start Time" is when the host opened the room, often a
 * quarter of an hour early, and the punctual would all count as late.
 *
 * It ended when the report says so, or with the last leave if that is later. Without either it lasted an hour.
 */
export function courseOf(clues: Clues, people: Participant[]): Course {
	const attendees = people.filter((person) => person.role === "attendee");
	const arrivals = (attendees.length > 0 ? attendees : people).map(firstArrival);
	const meeting = quarterOf(crowdOf(arrivals));
	const start = startOf(clues, meeting, attendees.length);
	const closed = clues.closed && sameDay(clues.closed, clues.kind, meeting);
	const [entered, left] = [latest(people, (stay) => stay.enteredAt), latest(people, (stay) => stay.leftAt)];
	const known = Math.max(left, closed ?? Number.NEGATIVE_INFINITY);
	const end = Number.isFinite(known) ? known : start.startsAt + 60 * MINUTE_MS;
	return { ...start, endsAt: Math.max(end, entered, start.startsAt) };
}

function startOf(clues: Clues, meeting: number, attendees: number): Omit<Course, "endsAt"> {
	const scheduled = clues.scheduled && sameDay(clues.scheduled, clues.kind, meeting);
	if (scheduled !== null) return { startsAt: scheduled, assumption: null };
	if (clues.kind === "minutes") return { startsAt: ORIGIN, assumption: null };
	const opened = clues.opened && sameDay(clues.opened, clues.kind, meeting);
	if (opened === null) {
		const given = clues.scheduled ?? clues.opened;
		const said = given ? "The file's start is days away from when people came" : "The file gives no start";
		return { startsAt: meeting, assumption: `${said}; most people came around ${clock(meeting)}.` };
	}
	const wait = meeting - opened;
	if (attendees < SMALLEST_CROWD || wait <= 5 * MINUTE_MS || wait > 60 * MINUTE_MS) {
		return { startsAt: opened, assumption: null };
	}
	const assumption = `The room was opened at ${clock(opened)}; most people came around ${clock(meeting)}, so it starts there.`;
	return { startsAt: meeting, assumption };
}

/**
 * A time of day is put on the day that brings it closest to the crowd, and so is a date where the crowd has none. Null for a
 * date that is days away from it: then it is not this webinar's.
 */
function sameDay(moment: FileTime, kind: TimeKind, near: number): number | null {
	if (kind === "minutes") return moment.at;
	if (kind === "date" && moment.kind === "date") return Math.abs(moment.at - near) > FAR_MS ? null : moment.at;
	return moment.at + Math.round((near - moment.at) / DAY_MS) * DAY_MS;
}

/** The latest of some moment of all stays; negative infinity where there is none. */
function latest(people: readonly Participant[], momentOf: (stay: Stay) => number | null): number {
	let last = Number.NEGATIVE_INFINITY;
	for (const { stays } of people) {
		for (const stay of stays) last = Math.max(last, momentOf(stay) ?? Number.NEGATIVE_INFINITY);
	}
	return last;
}

/** The middle of the ten minutes in which most people came; of equal ones close together the last, as people come early. */
function crowdOf(arrivals: number[]): number {
	const sorted = arrivals.toSorted((a, b) => a - b);
	let [from, size, last, since] = [0, 0, 0, 0];
	for (const [first, at] of sorted.entries()) {
		while (last < sorted.length && (sorted[last] ?? 0) < at + CROWD_MS) last++;
		const crowd = last - first;
		if (crowd > size) [from, size, since] = [first, crowd, at];
		else if (crowd === size && size > 1 && at - since <= QUARTER_MS) from = first;
	}
	return sorted[from + Math.floor(size / 2)] ?? 0;
}

function quarterOf(at: number): number {
	return Math.floor((at + 5 * MINUTE_MS) / QUARTER_MS) * QUARTER_MS;
}

function clock(at: number): string {
	return new Date(at).toISOString().slice(11, 16);
}
