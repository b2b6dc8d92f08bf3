import { safeWords } from "../greetings/escape.ts";
import { TITLE } from "../greetings/values.ts";
import { type Phrase, phrase } from "../phrases/phrases.ts";
import type { SessionRow } from "../store/sessions.ts";
import type { SessionNumbers } from "./numbers.ts";

const MINUTE_MS = 60_000;

/** A session as reports name it: its title and its room. */
export function titled({ title, room_id }: Pick<SessionRow, "title" | "room_id">): Phrase | string {
	const words = safeWords(title, TITLE);
	const room = `<#${room_id}>`;
	return words === "" ? room : phrase("report.titled", { title: words, room });
}

/** What a session comes to, a line each: the same in a report and in the cue of a session that is over. */
export function numberLines(numbers: SessionNumbers): Phrase[] {
	const { came, moments, returning, expected, heard, byHand, unnamed, waiting } = numbers;
	if (came === 0) return [phrase("report.nobody")];
	const lines = [cameLine(numbers), phrase("report.moments", { ...moments, returning })];
	lines.push(phrase("report.heard", { heard, byHand }));
	if (unnamed > 0) lines.push(phrase("report.unnamed", { count: unnamed }));
	if (waiting > 0) lines.push(phrase("report.waiting", { count: waiting }));
	const ungreeted = ungreetedOf(numbers);
	if (ungreeted > 0) lines.push(phrase("report.ungreeted", { count: ungreeted }));
	if (expected) lines.push(phrase("report.expected", { count: expected }));
	return lines;
}

/** How many came and were not greeted. */
export function ungreetedOf({ came, heard, unnamed, waiting }: SessionNumbers): number {
	return came - heard - unnamed - waiting;
}

function cameLine({ came, mostAtOnce: most, medianStayMs }: SessionNumbers): Phrase {
	if (medianStayMs === null) return phrase("report.came", { came });
	const stay = lasting(medianStayMs);
	if (came > 1 && medianStayMs < MINUTE_MS) return phrase("report.cameAndLeft", { came, most });
	return came === 1 ? phrase("report.cameOnce", { stay }) : phrase("report.cameAndStayed", { came, most, stay });
}

/** How long something lasted, to the minute: "1 h 12 min". */
export function lasting(ms: number): Phrase {
	if (ms < MINUTE_MS) return phrase("report.moment");
	const all = Math.round(ms / MINUTE_MS);
	const [hours, minutes] = [Math.floor(all / 60), all % 60];
	if (hours === 0) return phrase("report.minutes", { minutes });
	return minutes === 0 ? phrase("report.hours", { hours }) : phrase("report.hoursAndMinutes", { hours, minutes });
}
