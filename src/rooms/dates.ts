/**
 * When a scheduled event begins. A recurring one has dates, each known by its original start; single dates can be moved
 * or cancelled, and the event itself goes on showing the original start
 * (https://github.com/discord/discord-api-docs/issues/8428).
 */
export interface Schedule {
	/** The start that Discord shows: of a recurring event, that of the date that is on or comes next. */
	scheduledAt: number;
	/** The original start of that date; null for an event that is held once. */
	occurrenceAt: number | null;
	/** What has become of single dates, by their original start. */
	exceptions: ReadonlyMap<number, DateException>;
}

/** What has become of one date of a recurring event. */
export interface DateException {
	/** Null: it was not moved. */
	startsAt: number | null;
	isCancelled: boolean;
}

/** No date of an event differs from the others. */
export const NO_EXCEPTIONS: ReadonlyMap<number, DateException> = new Map();

/** When the date that is on or comes next begins. */
export function startOf({ scheduledAt, occurrenceAt, exceptions }: Schedule): number {
	return (occurrenceAt === null ? null : exceptions.get(occurrenceAt)?.startsAt) ?? scheduledAt;
}

/** Whether the date that is on or comes next has been cancelled. */
export function isCancelled({ occurrenceAt, exceptions }: Schedule): boolean {
	return occurrenceAt !== null && exceptions.get(occurrenceAt)?.isCancelled === true;
}

/** Two starts of one event that lie further apart are two dates: Discord lets events recur once a day at most. */
const ONE_DATE_WITHIN_MS = 6 * 60 * 60_000;

/** Whether two occurrences of the same event are one: it is held once, or was put off while it was on. */
export function isOneOccurrence(one: number | null, other: number | null): boolean {
	return one === null || other === null || Math.abs(one - other) < ONE_DATE_WITHIN_MS;
}
