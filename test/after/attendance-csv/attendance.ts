import { type AttendanceFile, csvOf, type Listed } from "../../../src/after/attendance-csv/csv.ts";

/** Noon at the start of March, to the second. */
export const NOON = Date.UTC(2026, 2, 3, 12);
export const MINUTE = 60_000;

/** Somebody who was in from one minute after noon to another, perhaps several times; null for who was in to the end of what is known. */
export function listed(userId: string, name: string | null, ...stays: [from: number, to: number | null][]): Listed {
	const at = (minute: number) => NOON + minute * MINUTE;
	return {
		userId,
		name,
		isQuiet: false,
		stays: stays.map(([from, to]) => ({ enteredAt: at(from), leftAt: to === null ? null : at(to) })),
	};
}

/** A webinar of an hour's length from noon on, made a file of at two; for tests that care about a part of it only. */
export function attendance(parts: Partial<AttendanceFile> = {}): AttendanceFile {
	return {
		title: "Pottery",
		roomId: "175928847299117000",
		openedAt: NOON - 10 * MINUTE,
		startsAt: NOON,
		closedAt: NOON + 60 * MINUTE,
		madeAt: NOON + 120 * MINUTE,
		timeZone: "Europe/Berlin",
		host: listed("175928847299117001", "Henry"),
		panel: [],
		attendees: [listed("175928847299117010", "Maya", [-2, 60])],
		noShows: null,
		...parts,
	};
}

/** The file as bytes. */
export function bytesOf(of: AttendanceFile): Buffer {
	return Buffer.from([...csvOf(of)].join(""));
}
