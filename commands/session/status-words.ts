import { safeWords } from "../../src/greetings/escape.ts";
import { TITLE } from "../../src/greetings/values.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import type { Status } from "../../src/store/status.ts";
import { timestamp } from "../../src/timestamp.ts";
import { describeNearMiss } from "./near-miss-words.ts";

/** Says to its host how a session goes, or went: who is in, who was greeted and how fast, what went wrong and how to mend it. */
export function describeStatus(of: {
	session: SessionRow;
	status: Status;
	/** How many people are in the room, without bots and the host. */
	inside: number;
	/** What keeps greetings from being posted, in words; null for nothing. */
	trouble: string | null;
	now: number;
}): string {
	const { session, status, inside, trouble, now } = of;
	const lines = [
		`**${safeWords(session.title, TITLE)}** in <#${session.room_id}>, ${session.closed_at === null ? `open since ${timestamp(session.opened_at, "R")}` : `over since ${timestamp(session.closed_at, "R")}`}${session.host_id ? `, hosted by <@${session.host_id}>` : ""}`,
		session.closed_at === null
			? `In the room now: ${inside}. Came so far: ${status.came}. Greeted: ${status.greeted}.`
			: `Came: ${status.came}. Greeted: ${status.greeted}.`,
	];
	if (status.medianDelayMs !== null) {
		lines.push(
			`Greeted ${duration(status.medianDelayMs)} after coming in (median), ${duration(status.worstDelayMs ?? 0)} at worst.`,
		);
	}
	if (status.waiting > 0 && status.waitingSince !== null) {
		lines.push(`Waiting to be greeted: ${status.waiting}, the first for ${duration(now - status.waitingSince)}.`);
	}
	if (trouble !== null) lines.push(`⚠️ I cannot post: ${trouble} Everybody waiting is greeted as soon as I can.`);
	if (session.note !== null)
		lines.push(`Note for latecomers: ${safeWords(session.note, { graphemes: 300, units: 400 })}`);
	return withNearMisses(lines, status.nearMisses.map(describeNearMiss)).join("\n");
}

/** As many as fit below the other lines. */
function withNearMisses(lines: string[], misses: string[]): string[] {
	const shown = [...lines];
	for (const [index, miss] of misses.entries()) {
		const rest = `… and ${misses.length - index} more.`;
		if ([...shown, miss, rest].join("\n").length > LONGEST_CONTENT) return [...shown, rest];
		shown.push(miss);
	}
	return shown;
}

/** "0.3 s", "12 s", "4 min". */
function duration(ms: number): string {
	if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
	return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
