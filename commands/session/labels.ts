import { clean } from "../../src/greetings/clean.ts";
import { timeIn } from "../../src/greetings/local-time.ts";
import type { Say } from "../../src/phrases/phrases.ts";
import type { SessionRow } from "../../src/store/sessions.ts";

/** When a session began: its start, unless it was over before that. */
export function beganAt({ starts_at, opened_at, closed_at }: SessionRow): number {
	return closed_at !== null && starts_at >= closed_at ? opened_at : starts_at;
}

/** A session's title as plain text for lists, which show no timestamps and no mentions. */
export function labelOf({ title }: Pick<SessionRow, "title">, longest: number, say: Say): string {
	return clean(title, { graphemes: longest, units: longest }) || say("report.sessions.untitled");
}

/** When a session began as plain text, by the clocks of a zone; in UTC, and so it says, where none is set or known. */
export function startLabel(session: SessionRow, timeZone: string | null, language: string): string {
	const at = beganAt(session);
	const isKnown = timeZone !== null && timeIn(timeZone, at) !== null;
	const clocks = { dateStyle: "medium", timeStyle: "short", timeZone: isKnown ? timeZone : "UTC" } as const;
	const label = new Intl.DateTimeFormat(language, clocks).format(at);
	return isKnown ? label : `${label} UTC`;
}
