/**
 * Completes the openings of an after-hours text with the date of the next session and, last, with the recap, where there
 * are any. A recap is mostly a link and a date may end with a full stop of its own ("7:00 p.m."), so neither gets one.
 */
export function closed(openings: readonly string[], next: string, recap: string): string[] {
	const nextSession = `{next, select, none {} other {${next}}}`;
	const lastSession = `{recap, select, none {} other {{next, select, none {} other { ·}}${recap}}}`;
	return openings.map((opening) => opening + nextSession + lastSession);
}
