import { FileRefused } from "../file-refused.ts";

/** What a person was in the webinar. Only attendees are greeted. */
export type Role = "attendee" | "host" | "panelist";

/** Which program wrote a file, as far as it can be told. */
export type Source = "Zoom" | "Teams" | "CSV";

/** One span in the room, in milliseconds; `leftAt` is null when the file does not say when it ended. */
export interface Stay {
	enteredAt: number;
	leftAt: number | null;
}

/** Someone who was there, with their stays in order; there is at least one. */
export interface Participant {
	name: string;
	role: Role;
	stays: Stay[];
}

/**
 * A webinar as an attendance file tells it.
 *
 * Times are milliseconds on one clock. Most exports print local time without a zone, so only differences mean anything:
 * what a clock shows is counted as if it were UTC, a bare time of day as if it were on 1 January 2000, and minutes from
 * noon of that day. `offset` tells how far from UTC that clock is, in milliseconds, where the file says so.
 */
export interface Attendance {
	source: Source;
	title: string | null;
	host: string | null;
	startsAt: number;
	endsAt: number;
	offset?: number;
	/** Everyone who was there, staff too, in the order they came. */
	people: Participant[];
	/** Names of those who registered and did not come. */
	noShows: string[];
	/** Names of attendees who were there, nobody knows when. */
	untimed?: string[];
	/** Names of hosts, co-hosts, organisers, presenters and panelists, whether they came or not. */
	staff: string[];
	/** What the file left open and how it was read, a sentence each. */
	assumptions?: string[];
	explanation?: Explanation;
}

/** How a file was understood. */
export interface Explanation {
	encoding: string;
	/** What stands between cells, in words; null where each line is one. */
	delimiter: string | null;
	/** The tables of people, in order. */
	tables: {
		/** Where the headers stand; 0 where there are none. */
		line: number;
		heading: string;
		rows: number;
		/** `readAs` is null for a column that is not read, and `isKnown` tells whether its header is known. */
		columns: { header: string; example: string; readAs: string | null; isKnown: boolean }[];
	}[];
	/** Rows that are no attendance. */
	passed: { line: number; text: string }[];
}

/** A file that cannot be read as attendance; the message is the sentence to show. */
export class AttendanceRefused extends FileRefused {
	override name = "AttendanceRefused";
}
