import { safeWords } from "../greetings/escape.ts";
import type { SessionRow } from "../store/sessions.ts";
import type { Status } from "../store/status.ts";

const TITLE = { graphemes: 120, units: 160 };

/** Says to its host how a session goes: who is in, who was greeted and how fast, what went wrong and how to mend it. */
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
		`**${safeWords(session.title, TITLE)}** in <#${session.room_id}>, open since <t:${seconds(session.opened_at)}:R>${session.host_id ? `, hosted by <@${session.host_id}>` : ""}`,
		`In the room now: ${inside}. Came so far: ${status.came}. Greeted: ${status.greeted}.`,
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
	if (status.apologies > 0) {
		lines.push(`I was not at the door for ${people(status.apologies)}, and said sorry to them when I was back.`);
	}
	if (status.neutral > 0) {
		lines.push(`Discord refused the name of ${people(status.neutral)}; they were greeted without it.`);
	}
	if (status.givenUp > 0) {
		lines.push(
			`Discord refused the greeting of ${people(status.givenUp)} altogether. Look at your texts and note with \`/greeting preview\`.`,
		);
	}
	if (session.note !== null)
		lines.push(`Note for latecomers: ${safeWords(session.note, { graphemes: 300, units: 400 })}`);
	return lines.join("\n");
}

function seconds(ms: number): number {
	return Math.floor(ms / 1_000);
}

function people(count: number): string {
	return count === 1 ? "1 person" : `${count} people`;
}

/** "0.3 s", "12 s", "4 min". */
function duration(ms: number): string {
	if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
	return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
