import { clean } from "../../greetings/clean.ts";
import { dayOf } from "../../greetings/local-time.ts";
import { LONGEST_STAGE_TOPIC } from "../../limits.ts";
import { joined, mostAtOnce, type Span } from "../presence.ts";
import { guarded, lineOf } from "./cells.ts";
import { clockTimesIn } from "./clock-times.ts";
import type { CsvStay } from "./rows.ts";

/** Somebody in the file. */
export interface Listed {
	userId: string;
	/** What they go by, tidied and not escaped; null where nobody could tell. */
	name: string | null;
	/** They are to be named nowhere in public. */
	isQuiet: boolean;
	/** In order; none for who did not come, or of whom no stays are kept. */
	stays: readonly CsvStay[];
}

/** All that is in the file. Times are milliseconds since the epoch. */
export interface AttendanceFile {
	title: string;
	roomId: string;
	openedAt: number;
	/** From when lateness counts. */
	startsAt: number;
	/** Null while it is on. */
	closedAt: number | null;
	madeAt: number;
	/** The host's; null for UTC. */
	timeZone: string | null;
	host: Listed | null;
	panel: readonly Listed[];
	attendees: readonly Listed[];
	/** Who was expected and did not come; null where that is not to be in the file. */
	noShows: readonly Listed[] | null;
}

/** What Zoom writes where it has nothing to say. */
const NOTHING = "--";
const MINUTE_MS = 60_000;
const TITLE = { graphemes: LONGEST_STAGE_TOPIC, units: 4 * LONGEST_STAGE_TOPIC };

// As Zoom's report has them, in its order, for whatever reads that. Ours stand behind.
const ABOUT = [
	"Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users",
	"Max Concurrent Views,Enable Registration,Actual End Time,Start Counted From,Time Zone",
].join(",");
const STAFF =
	"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,First Name,Discord ID";
const ATTENDEES = [
	"Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time",
	"Time in Session (minutes),Is Guest,Country/Region Name,Quiet,Discord ID",
].join(",");

/**
 * Writes a session in the shape of Zoom's attendee report of a webinar, line by line: one row for each stay. Email addresses
 * and countries, which Zoom has and Discord does not tell, stay empty.
 *
 * The name stands under "First Name" once more: who reads it there knows that no bracket in it is Zoom's.
 */
export function* csvOf(attendance: AttendanceFile): Generator<string> {
	const { madeAt, timeZone, host, panel, attendees, noShows } = attendance;
	const time = clockTimesIn(timeZone);
	yield `\ufeff${lineOf(["Attendee Report", ""])}`;
	yield lineOf(["Report Generated:", time(madeAt)]);
	yield `${ABOUT}\r\n`;
	yield lineOf(about(attendance, time));
	yield lineOf(["Host Details", ""]);
	yield `${STAFF}\r\n`;
	if (host) yield* staffRows(host, time);
	yield lineOf(["Panelist Details", ""]);
	yield `${STAFF}\r\n`;
	for (const one of panel) yield* staffRows(one, time);
	yield lineOf(["Attendee Details", ""]);
	yield `${ATTENDEES}\r\n`;
	for (const one of attendees) yield* attendeeRows(one, "Yes", time);
	for (const one of noShows ?? []) yield* attendeeRows(one, "No", time);
}

/** What a file is called: by the day on which the session opened, where its host lives. */
export function fileNameOf({ openedAt, timeZone }: Pick<AttendanceFile, "openedAt" | "timeZone">): string {
	return `attendees-${dayOf(openedAt, timeZone)}.csv`;
}

type Time = (at: number) => string;

function about(attendance: AttendanceFile, time: Time): string[] {
	const { title, roomId, openedAt, startsAt, closedAt, madeAt, timeZone, host, panel, attendees, noShows } = attendance;
	const staff = [...(host ? [host] : []), ...panel].filter(({ stays }) => stays.length > 0);
	return [
		guarded(clean(title, TITLE)),
		`<#${roomId}>`,
		time(openedAt),
		minutes(openedAt, closedAt ?? madeAt),
		noShows === null ? NOTHING : String(attendees.length + noShows.length),
		NOTHING,
		String(attendees.length),
		String(attendees.length + staff.length),
		String(mostAtOnce(attendees.flatMap(({ stays }) => joined(stays.map((stay) => spanOf(stay, closedAt ?? madeAt)))))),
		"No",
		closedAt === null ? NOTHING : time(closedAt),
		time(startsAt),
		timeZone ?? "UTC",
	];
}

/** Of who hosts, or has hosted, no stays are kept: that says nothing of whether they were there. */
function* staffRows(one: Listed, time: Time): Generator<string> {
	const name = nameOf(one);
	const attended = one.stays.length > 0 ? "Yes" : NOTHING;
	for (const stay of spans(one, time)) {
		yield lineOf([attended, name, "", ...stay, NOTHING, "", name, mentionOf(one)]);
	}
}

function* attendeeRows(one: Listed, attended: "Yes" | "No", time: Time): Generator<string> {
	const name = nameOf(one);
	for (const stay of spans(one, time)) {
		const isQuiet = one.isQuiet ? "Yes" : "No";
		yield lineOf([attended, name, name, "", "", NOTHING, "", ...stay, NOTHING, "", isQuiet, mentionOf(one)]);
	}
}

/** When somebody came, left, and how long that was: for each stay, and once without where there is none. */
function spans({ stays }: Listed, time: Time): string[][] {
	if (stays.length === 0) return [[NOTHING, NOTHING, NOTHING]];
	return stays.map(({ enteredAt, leftAt }) => [
		time(enteredAt),
		leftAt === null ? NOTHING : time(leftAt),
		leftAt === null ? NOTHING : minutes(enteredAt, leftAt),
	]);
}

function minutes(from: number, to: number): string {
	return String(Math.max(0, Math.round((to - from) / MINUTE_MS)));
}

/** Behind letters, no spreadsheet takes the digits for a number and rounds it. */
function nameOf({ name, userId }: Listed): string {
	return name === null ? `ID ${userId}` : guarded(name);
}

/** An id as one finds the person by it in Discord. */
function mentionOf({ userId }: Listed): string {
	return `<@${userId}>`;
}

/** As the report has it: who has not left is in to the end. */
function spanOf({ enteredAt, leftAt }: CsvStay, until: number): Span {
	return { from: enteredAt, to: Math.max(enteredAt, leftAt ?? until) };
}
