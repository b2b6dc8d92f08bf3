/**
 * The time that clocks show in a zone (IANA name); null for a zone that this machine does not know, though it may have been
 * set on another that does.
 */
export function timeIn(timeZone: string, at: number): Temporal.ZonedDateTime | null {
	try {
		return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** The calendar day in a time zone, `YYYY-MM-DD`; in UTC while no zone is set, or one that this machine does not know. */
export function dayOf(at: number, timeZone: string | null): string {
	const time = timeIn(timeZone ?? "UTC", at) ?? Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("UTC");
	return time.toPlainDate().toString();
}
