import { safeWords } from "../../src/greetings/escape.ts";
import { timeIn } from "../../src/greetings/local-time.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { UserError } from "../../src/user-error.ts";
import { type Meaning, readDigits, readInAny, readInOwn } from "./times/typed.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A session that is called for now starts within this, before or after. */
const FARTHEST_MS = 12 * 60 * MINUTE_MS;

/**
 * Reads when a session starts, as a host would say it in their language (`locale`, a tag) or another: a time of day in
 * their zone (the nearest such moment), minutes from now or ago, or a Discord timestamp. Milliseconds; throws a
 * `UserError` with examples for anything else, and for what may be more than one time.
 */
export function readStart(said: string, now: number, timeZone: string | null, locale = "en"): number {
	const stamp = /^\s*<t:(\d{1,12})(?::\w)?>\s*$/.exec(said);
	if (stamp) return readStamp(Number(stamp[1]) * 1_000, now);
	const digits = readDigits(said);
	const own = momentsOf(digits.length > 0 ? digits : readInOwn(said, locale), now, timeZone);
	const found = own.moments.length > 0 || digits.length > 0 ? own : momentsOf(readInAny(said), now, timeZone);
	const [moment] = found.moments;
	if (found.moments.length > 1) throw new UserError(phrase("session.start.time.ambiguous", { said: quoted(said) }));
	if (moment !== undefined) return moment;
	throw own.error ?? found.error ?? new UserError(phrase("session.start.time.unread", { said: quoted(said) }));
}

function readStamp(at: number, now: number): number {
	if (!isNear(at, now)) throw tooFar(at, now);
	return at;
}

function quoted(said: string): string {
	return safeWords(said, { graphemes: 40, units: 80 });
}

/** The moments that are meant, each once, and why any other is none. */
function momentsOf(meanings: readonly Meaning[], now: number, timeZone: string | null) {
	const moments = new Set<number>();
	let error: UserError | undefined;
	for (const meaning of meanings) {
		const at = momentOf(meaning, now, timeZone);
		if (at === null) error ??= new UserError(phrase("session.start.time.none"));
		else if (isNear(at, now) || (meaning.kind === "clock" && !meaning.today)) moments.add(at);
		else error ??= tooFar(at, now);
	}
	return { moments: [...moments], error };
}

/** Null for a time of day that there is not. */
function momentOf(meaning: Meaning, now: number, timeZone: string | null): number | null {
	if (meaning.kind === "from now") return now + Math.round(meaning.minutes * MINUTE_MS);
	if (meaning.times.length === 0) return null;
	const today = hostsToday(now, timeZone);
	const days = (meaning.today ? [0] : [-1, 0, 1]).map((offset) => today.add({ days: offset }).toPlainDate());
	const moments = days.flatMap((day) => meaning.times.flatMap((time) => momentsAt(day, time, today.timeZoneId)));
	return moments.reduce((best, at) => (Math.abs(at - now) < Math.abs(best - now) ? at : best));
}

function hostsToday(now: number, timeZone: string | null): Temporal.ZonedDateTime {
	if (timeZone === null) throw new UserError(phrase("session.start.time.noZone"));
	const today = timeIn(timeZone, now);
	if (today === null) throw new UserError(phrase("session.start.time.unknownZone"));
	return today;
}

/** When clocks show a time (minutes from midnight): twice when they are put back over it, later when they skip it. */
function momentsAt(day: Temporal.PlainDate, time: number, timeZone: string): number[] {
	const shown = day.toPlainDateTime({ hour: Math.floor(time / 60), minute: time % 60 });
	const moments = (["earlier", "later"] as const).map((disambiguation) =>
		shown.toZonedDateTime(timeZone, { disambiguation }),
	);
	const real = moments.filter((moment) => moment.toPlainDateTime().equals(shown));
	return (real.length > 0 ? real : moments.slice(1)).map((moment) => moment.epochMilliseconds);
}

function isNear(at: number, now: number): boolean {
	return Math.abs(at - now) <= FARTHEST_MS;
}

function tooFar(at: number, now: number): UserError {
	const far = Math.abs(at - now) > DAY_MS ? "days" : "hours";
	return new UserError(phrase("session.start.time.tooFar", { far }));
}
