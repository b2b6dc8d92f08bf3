import type { Attendance } from "./attendance/attendance.ts";

/** How far the clocks of a zone are from UTC, in milliseconds, when they show `local`, which is counted as if it were UTC. */
export function offsetOf(timeZone: string, local: number): number {
	const shown = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO("UTC").toPlainDateTime();
	return local - shown.toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * The same webinar at the moments that its local times were in a zone, or in the one that the file tells. A change of
 * clocks on the way is left out.
 *
 * UTC also stands for no zone: clocks then show what the file says.
 */
export function inZone(attendance: Attendance, timeZone: string): Attendance {
	const offset = timeZone === "UTC" ? 0 : (attendance.offset ?? offsetOf(timeZone, attendance.startsAt));
	return {
		...attendance,
		startsAt: attendance.startsAt - offset,
		endsAt: attendance.endsAt - offset,
		people: attendance.people.map((person) => ({
			...person,
			stays: person.stays.map(({ enteredAt, leftAt }) => ({
				enteredAt: enteredAt - offset,
				leftAt: leftAt === null ? null : leftAt - offset,
			})),
		})),
	};
}
