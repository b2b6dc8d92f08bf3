import { safeWords } from "../greetings/escape.ts";
import { momentOf } from "../greetings/moment.ts";
import { safeName } from "../greetings/names.ts";
import { LONGEST_CONTENT } from "../limits.ts";

/** What a cue tells a host about the session that is on. */
export interface RunningCue {
	title: string;
	roomId: string;
	startsAt: number;
	lateAfterMinutes: number;
	/** How many attendees are in, and how many came. */
	inside: number;
	came: number;
	/** Some of those who are in, latest first. */
	latest: readonly CueGuest[];
	/** False once Discord has refused the names. */
	named: boolean;
}

/** An attendee who is in; `name` unescaped. */
export interface CueGuest {
	name: string;
	arrivedAt: number;
	/** This one included; null when nobody has counted. */
	visits: number | null;
	/** They came in unseen, so it is not known when. */
	missed: boolean;
}

/** What a cue tells a host once the session is over. */
export interface OverCue {
	title: string;
	roomId: string;
	came: number;
	/** How many came after hours. */
	callers: number;
	/** Those of them whose name is known, latest first. */
	latest: readonly Caller[];
	named: boolean;
}

/** Somebody who came after hours; `name` unescaped. */
export interface Caller {
	name: string;
	at: number;
}

const CUE_TITLE = { graphemes: 100, units: 300 };
const NO_READABLE_NAME = "Someone without a readable name";
const NAMES_REFUSED = "Discord refuses one of the names here, so I show none.";

/** The cue while a session runs: who is in, latest arrivals first, each with how late and which visit. */
export function composeRunning(cue: RunningCue): string {
	const counts = cue.came === 0 ? "nobody has come yet" : `${cue.inside} in, ${cue.came} came`;
	const heading = `${titleOf(cue)}: ${counts}`;
	if (!cue.named) return `${heading}\n${NAMES_REFUSED}`;
	const lines = cue.latest.map((guest) => {
		return [nameOf(guest.name), arrivalOf(guest, cue), visitOf(guest)].filter(Boolean).join(" · ");
	});
	return list(heading, lines, cue.inside);
}

/** The cue once the session is over, with who came after hours since; Discord shows the times in the reader's time zone. */
export function composeOver(cue: OverCue): string {
	const heading = `${titleOf(cue)}: session over, ${cue.came === 0 ? "nobody" : cue.came} came`;
	if (cue.callers === 0) return heading;
	const afterHours = `${heading}\nAfter hours, ${cue.callers} came by:`;
	if (!cue.named) return `${afterHours}\n${NAMES_REFUSED}`;
	const lines = cue.latest.map(({ name, at }) => `${nameOf(name)} · <t:${Math.floor(at / 1_000)}:t>`);
	return list(afterHours, lines, cue.callers);
}

function titleOf({ title, roomId }: { title: string; roomId: string }): string {
	const words = safeWords(title, CUE_TITLE);
	return words ? `**${words}** in <#${roomId}>` : `<#${roomId}>`;
}

function nameOf(name: string): string {
	return safeName(name) || NO_READABLE_NAME;
}

function arrivalOf({ arrivedAt, missed }: CueGuest, { startsAt, lateAfterMinutes }: RunningCue): string {
	if (missed) return "came while I was away";
	const { moment, minutes } = momentOf(arrivedAt, startsAt, lateAfterMinutes);
	return { early: "early", onTime: "on time", late: `${minutes} min late` }[moment];
}

function visitOf({ visits }: CueGuest): string {
	if (visits === null) return "";
	return visits === 1 ? "first visit" : `visit ${visits}`;
}

/** The heading and as many lines as fit into a message, then how many of the `total` are not listed. */
function list(heading: string, lines: readonly string[], total: number): string {
	let text = heading;
	let listed = 0;
	for (const line of lines) {
		const longer = `${text}\n${line}`;
		if (longer.length + others(total - listed - 1).length > LONGEST_CONTENT) break;
		text = longer;
		listed += 1;
	}
	return text + others(total - listed);
}

function others(count: number): string {
	if (count <= 0) return "";
	return `\nand ${count === 1 ? "1 other" : `${count} others`}`;
}
