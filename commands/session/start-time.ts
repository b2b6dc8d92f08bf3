import { safeWords } from "../../src/greetings/escape.ts";
import { timeIn } from "../../src/greetings/local-time.ts";
import { UserError } from "../../src/user-error.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A session that is called for now starts within this, before or after. */
const FARTHEST_MS = 12 * 60 * MINUTE_MS;

const EXAMPLES = "Write for example `15:30`, `in 10 minutes` or `10 minutes ago`";

/**
 * Reads when a session starts, as a host would say it: a time of day in their zone (the nearest such moment), minutes
 * from now or ago, or a Discord timestamp. Milliseconds; throws a `UserError` with examples for anything else.
 */
export function readStart(said: string, now: number, timeZone: string | null): number {
	const words = said.trim().toLowerCase();
	if (words === "now") return now;
	const stamp = /^<t:(\d{1,12})(?::\w)?>$/.exec(words);
	if (stamp) return near(Number(stamp[1]) * 1_000, now);
	const span = /^(?:in )?(\d{1,4} ?|an? )(m|min|mins|minute|minutes|h|hour|hours)( ago)?$/.exec(words);
	if (span) {
		const count = span[1]?.startsWith("a") ? 1 : Number(span[1]);
		const ms = count * (span[2]?.startsWith("h") ? 60 : 1) * MINUTE_MS;
		return near(span[3] ? now - ms : now + ms, now);
	}
	const [, hour, minute, half] = /^(?:at )?(\d{1,2})(?:[:.h](\d{2}))? ?(?:([ap])\.?m\.?)?$/.exec(words) ?? [];
	// A bare number may be an hour or minutes from now.
	if (minute ?? half) return atTimeOfDay(Number(hour), Number(minute ?? 0), half, now, timeZone);
	throw new UserError(
		`I do not understand “${safeWords(said, { graphemes: 40, units: 80 })}” as a start. ${EXAMPLES}; for another day, make a scheduled event in Discord.`,
	);
}

function atTimeOfDay(
	hour12: number,
	minute: number,
	half: string | undefined,
	now: number,
	timeZone: string | null,
): number {
	const hour = half === undefined ? hour12 : (hour12 % 12) + (half === "p" ? 12 : 0);
	if (hour > 23 || minute > 59 || (half !== undefined && (hour12 < 1 || hour12 > 12))) {
		throw new UserError(`That is no time of day. ${EXAMPLES}.`);
	}
	if (timeZone === null) {
		throw new UserError(
			"I do not know your time zone yet, so I cannot tell when that is. Set it with `/host set time-zone: Berlin`, or say `in 10 minutes`.",
		);
	}
	const today = timeIn(timeZone, now);
	if (today === null) {
		throw new UserError(
			"Your time zone is set to one that I do not know here, so I cannot tell when that is. Choose a large city near you with `/host set time-zone: Berlin`, or say `in 10 minutes`.",
		);
	}
	const times = [-1, 0, 1].map((days) => today.add({ days }).withPlainTime({ hour, minute }).epochMilliseconds);
	return times.reduce((best, time) => (Math.abs(time - now) < Math.abs(best - now) ? time : best));
}

function near(at: number, now: number): number {
	if (Math.abs(at - now) <= FARTHEST_MS) return at;
	const far = Math.abs(at - now) > DAY_MS ? "days" : "hours";
	throw new UserError(
		`That start is ${far} away. A session that opens now starts today; for a later one, make a scheduled event in Discord, and I open with it.`,
	);
}
