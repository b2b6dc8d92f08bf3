import type { SessionNumbers } from "../after/numbers.ts";
import { numberLines } from "../after/report-words.ts";
import { type CueControl, type CueNext, type CueQuestion, type CueWords, NOTHING_TO_DO } from "../cue-words.ts";
import { type Fitted, fitLines } from "../fit-lines.ts";
import { clean } from "../greetings/clean.ts";
import { safeWords } from "../greetings/escape.ts";
import { momentOf } from "../greetings/moment.ts";
import { safeName } from "../greetings/names.ts";
import { nameMark } from "../guests/unused-names.ts";
import type { Wish } from "../guests/wishes.ts";
import { LONGEST_CONTENT, LONGEST_MEMBER_NAME, MOST_SELECTED } from "../limits.ts";
import { type Phrase, phrase, type Say } from "../phrases/phrases.ts";
import { timestamp } from "../timestamp.ts";
import type { Greetable } from "./greet-next.ts";

/** What a cue tells a host about the session that is on. */
export interface RunningCue {
	sessionId: string;
	title: string;
	roomId: string;
	startsAt: number;
	lateAfterMinutes: number;
	/** How many attendees are in, and how many came. */
	inside: number;
	came: number;
	/** How many were expected, and how many of them are in; null where only the number is known. Null for unknown, or nobody. */
	expected: { count: number; inside: number | null } | null;
	/** Some of those who are in, latest first. */
	latest: readonly CueGuest[];
	/** Whom the host is to greet next; null for nobody. */
	next: CueGuest | null;
	/** About whom the host is asked whether they are on the panel. */
	asked: readonly CueGuest[];
	/** False once Discord has refused the names. */
	named: boolean;
}

/** An attendee who is in; `name` unescaped. */
export interface CueGuest extends Greetable {
	userId: string;
	name: string;
	arrivedAt: number;
	/** This one included; null when nobody has counted. */
	visits: number | null;
	/** They came in unseen, so it is not known when. */
	missed: boolean;
	expected: boolean;
	/** How they want to be greeted, if they have said so. */
	wish: Wish | undefined;
}

/** What a cue tells a host once the session is over. */
export interface OverCue {
	sessionId: string;
	title: string;
	roomId: string;
	numbers: SessionNumbers;
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
/** A name within a label, which has room for few characters (`LONGEST_LABEL`). */
const LABELLED = { graphemes: LONGEST_MEMBER_NAME, units: 60 };

/**
 * The cue while a session runs: who is in, latest arrivals first, each with how late and which visit; and what puts the
 * names out of use that they have chosen.
 */
export function composeRunning(cue: RunningCue, say: Say): CueWords {
	const { inside, came } = cue;
	const session = describeSession(cue);
	const counts = came === 0 ? say("cue.nobodyYet", { session }) : say("cue.counts", { session, inside, came });
	const heading = [counts, ...expectedOf(cue, say)].join("\n");
	if (!cue.named) return { ...NOTHING_TO_DO, text: `${heading}\n${say("cue.namesRefused")}` };
	const lines = cue.latest.map((guest) => lineOf(calledOf(guest, say), guest, cue, say));
	const { text, shown } = list(withNext(withQuestions(heading, cue, say), cue, say), lines, inside, say);
	const asked = { next: nextOf(cue, say), questions: questionsOf(cue, say) };
	return { ...NOTHING_TO_DO, text, ...asked, control: controlOf(cue.sessionId, cue.latest.slice(0, shown), say) };
}

/** A guest's line: what they are called, when they came, how often here, and what to mind. */
function lineOf(called: readonly string[], guest: CueGuest, cue: RunningCue, say: Say): string {
	const parts = [...called, arrivalOf(guest, cue, say), visitOf(guest, say)];
	if (guest.expected) parts.push(say("cue.expected.guest"));
	if (guest.quiet) parts.push(say("cue.quiet"));
	return parts.filter(Boolean).join(" · ");
}

/** The heading, and below it whom the host is to greet next. */
function withNext(heading: string, cue: RunningCue, say: Say): string {
	const { next } = cue;
	if (!next) return heading;
	const [name, ...others] = calledOf(next, say);
	return `${heading}\n${say("cue.next", { guest: lineOf([`**${name}**`, ...others], next, cue, say) })}`;
}

/** The heading, and below it about whom the host is asked. */
function withQuestions(heading: string, { asked }: RunningCue, say: Say): string {
	const lines = asked.map((guest) => {
		const [name = ""] = calledOf(guest, say);
		return say("cue.panelist.question", { name, at: timestamp(guest.askedUntil ?? 0, "R") });
	});
	return [heading, ...lines].join("\n");
}

function questionsOf({ sessionId, asked }: RunningCue, say: Say): CueQuestion[] {
	return asked.map((guest) => {
		const name = plain(chosenBy(guest) ?? guest.name, say);
		return {
			sessionId,
			userId: guest.userId,
			yes: say("cue.panelist.yes", { name }),
			no: say("cue.panelist.no", { name }),
		};
	});
}

function nextOf({ sessionId, next }: RunningCue, say: Say): CueNext | null {
	return next && { sessionId, userId: next.userId, said: say("cue.said"), pass: say("cue.pass") };
}

/**
 * The cue once the session is over: what it came to, who came after hours since, and what opens its report. Discord shows the
 * times in the reader's time zone.
 */
export function composeOver(cue: OverCue, say: Say): CueWords {
	const report = { sessionId: cue.sessionId, label: say("report.button") };
	return { ...NOTHING_TO_DO, text: overText(cue, say), report };
}

function overText(cue: OverCue, say: Say): string {
	const over = say("cue.over", { session: describeSession(cue) });
	const heading = [over, ...numberLines(cue.numbers).map((line) => say(line))].join("\n");
	if (cue.callers === 0) return heading;
	const afterHours = `${heading}\n${say("cue.afterHours", { count: cue.callers })}`;
	if (!cue.named) return `${afterHours}\n${say("cue.namesRefused")}`;
	const lines = cue.latest.map(({ name, at }) => `${nameOf(name, say)} · ${timestamp(at, "t")}`);
	return list(afterHours, lines, cue.callers, say).text;
}

function expectedOf({ expected }: RunningCue, say: Say): string[] {
	if (expected === null) return [];
	const { count, inside } = expected;
	return [inside === null ? say("cue.expected.number", { count }) : say("cue.expected.inside", { count, inside })];
}

function describeSession({ title, roomId }: { title: string; roomId: string }): Phrase | string {
	const words = safeWords(title, CUE_TITLE);
	const room = `<#${roomId}>`;
	return words ? phrase("cue.session", { title: `**${words}**`, room }) : room;
}

function nameOf(name: string, say: Say): string {
	return safeName(name) || say("cue.nameless");
}

/** What a guest is called; where they have chosen that, how it is said and how Discord shows them. */
function calledOf(guest: CueGuest, say: Say): string[] {
	const { name, wish } = guest;
	const chosen = chosenBy(guest);
	const said = wish?.sound == null ? [] : [`*${safeName(wish.sound)}*`];
	if (chosen === null) return [nameOf(name, say), ...said];
	return [
		nameOf(chosen, say),
		...said,
		say("cue.chosen", { onDiscord: say("cue.onDiscord", { name: nameOf(name, say) }) }),
	];
}

/** The name that a guest has chosen, unescaped; null where that makes no difference. */
function chosenBy({ name, wish }: CueGuest): string | null {
	return wish?.called == null || wish.called === name ? null : wish.called;
}

/** A name as labels have it, which show no formatting. */
function plain(name: string, say: Say): string {
	return clean(name, LABELLED) || say("cue.nameless");
}

/** Offers the names that guests have chosen, those of the latest first. */
function controlOf(sessionId: string, listed: readonly CueGuest[], say: Say): CueControl | null {
	const names = listed.flatMap((guest) => {
		const chosen = chosenBy(guest);
		if (chosen === null) return [];
		const onDiscord = say("cue.onDiscord", { name: plain(guest.name, say) });
		return [{ userId: guest.userId, mark: nameMark(chosen), name: plain(chosen, say), onDiscord }];
	});
	const [one, another] = names;
	if (!one) return null;
	const label = another ? say("cue.notOneOfThese") : say("cue.notThisName", { name: one.name });
	return { sessionId, label, names: names.slice(0, MOST_SELECTED) };
}

function arrivalOf({ arrivedAt, missed }: CueGuest, { startsAt, lateAfterMinutes }: RunningCue, say: Say): string {
	if (missed) return say("cue.arrival.missed");
	const { moment, minutes } = momentOf(arrivedAt, startsAt, lateAfterMinutes);
	return moment === "late" ? say("cue.arrival.late", { minutes }) : say(`cue.arrival.${moment}`);
}

function visitOf({ visits }: CueGuest, say: Say): string {
	return visits === null ? "" : say("cue.visit", { visits });
}

/** The heading and as many lines as fit into a message, then how many of the `total` are not listed. */
function list(heading: string, lines: readonly string[], total: number, say: Say): Fitted {
	const others = (count: number) => say("cue.others", { count });
	return fitLines(heading, lines, { longest: LONGEST_CONTENT, others, total });
}
