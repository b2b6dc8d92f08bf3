import { describeNearMiss } from "../../src/after/near-miss-words.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { TITLE } from "../../src/greetings/values.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import { type Phrase, phrase, type Say } from "../../src/phrases/phrases.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import type { Status } from "../../src/store/status.ts";
import { timestamp } from "../../src/timestamp.ts";
import { roomOf } from "./room-of.ts";

const NOTE = { graphemes: 300, units: 400 };

/** Says to its host how a session goes, or went: who is in, who was greeted and how fast, what went wrong and how to mend it. */
export function describeStatus(
	of: {
		session: SessionRow;
		status: Status;
		/** How many guests are in the room. */
		inside: number;
		/** What keeps greetings from being posted; null for nothing. */
		trouble: Phrase | null;
		/** What keeps the cue from its host; null for nothing. */
		cueTrouble: Phrase | null;
		now: number;
	},
	say: Say,
): string {
	const { session, status, trouble, cueTrouble, now } = of;
	const lines = attendanceOf(of);
	if (status.medianDelayMs !== null) {
		const [median, worst] = [spanOf(status.medianDelayMs), spanOf(status.worstDelayMs ?? 0)];
		lines.push(phrase("session.status.delays", { median, worst }));
	}
	if (status.waiting > 0 && status.waitingSince !== null) {
		const since = spanOf(now - status.waitingSince);
		lines.push(phrase("session.status.waiting", { waiting: status.waiting, since }));
	}
	if (trouble !== null) lines.push(phrase("session.status.unheard", { trouble }));
	if (cueTrouble !== null) lines.push(phrase("session.status.cue", { trouble: cueTrouble }));
	if (session.note !== null) lines.push(phrase("session.status.note", { note: safeWords(session.note, NOTE) }));
	const misses = status.nearMisses.map((miss) => say(describeNearMiss(miss)));
	return withNearMisses(
		lines.map((line) => say(line)),
		misses,
		say,
	).join("\n");
}

function attendanceOf(of: { session: SessionRow; status: Status; inside: number }): Phrase[] {
	const { session, inside } = of;
	const { came, greeted, byHand } = of.status;
	const heading = { title: safeWords(session.title, TITLE), room: roomOf(session, null) };
	if (session.closed_at === null) {
		return [
			phrase("session.status.openSince", { ...heading, since: timestamp(session.opened_at, "R") }),
			phrase("session.status.soFar", { inside, came, greeted, byHand }),
		];
	}
	return [
		phrase("session.status.overSince", { ...heading, since: timestamp(session.closed_at, "R") }),
		phrase("session.status.inAll", { came, greeted, byHand }),
	];
}

/** As many as fit below the other lines. */
function withNearMisses(lines: string[], misses: string[], say: Say): string[] {
	const shown = [...lines];
	for (const [index, miss] of misses.entries()) {
		const rest = say("session.status.more", { count: misses.length - index });
		if ([...shown, miss, rest].join("\n").length > LONGEST_CONTENT) return [...shown, rest];
		shown.push(miss);
	}
	return shown;
}

/** "0.3 s", "12 s", "4 min". */
function spanOf(ms: number): Phrase {
	if (ms >= 120_000) return phrase("session.status.minutes", { minutes: Math.round(ms / 60_000) });
	return phrase("session.status.seconds", {
		seconds: ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1_000),
	});
}
