/** A time as Discord writes it; `ms` since the Unix epoch. */
export function isoTimestamp(ms: number): string {
	return new Date(ms).toISOString().replace("Z", "000+00:00");
}
