/** The calendar day in a time zone, `YYYY-MM-DD`; in UTC while no zone is set. */
export function dayOf(at: number, timeZone: string | null): string {
	return Temporal.Instant.fromEpochMilliseconds(at)
		.toZonedDateTimeISO(timeZone ?? "UTC")
		.toPlainDate()
		.toString();
}
