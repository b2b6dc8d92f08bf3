import type { Outcome } from "../outcome.ts";
import { keepNearMiss, lastMendingOf, type NearMiss } from "../store/near-misses.ts";
import { type SettledGreeting, sayableAt } from "../store/outbox.ts";
import type { Queryable } from "../store/queryable.ts";

/** A greeting that comes later than this after it could have been said counts as late. */
const LATE_AFTER_MS = 60_000;

/** Why a message had to be sent again, or be looked for. */
export type Trouble = "no answer" | "error" | "limited" | "stopped" | "found" | "unseen";

/** Why a message has to be sent again after such an outcome. */
export function troubleOf(outcome: Outcome): Trouble {
	if (outcome.kind === "limited") return "limited";
	return outcome.kind === "unknown" && /^5\d\d /.test(outcome.reason) ? "error" : "no answer";
}

/** Greetings that have been posted in one message. */
export interface PostedGreetings {
	greetings: readonly SettledGreeting[];
	channelId: string;
	at: number;
	/** Why it took more than one attempt; null when it did not. */
	trouble: Trouble | null;
	/** Without the host's words, because Discord refuses them. */
	plainTrial: boolean;
	/** When a channel that had turned us away let us in again; null if none had. */
	letInAt: number | null;
}

/** Stores what nearly went wrong with greetings that have been posted in one message. */
export async function keepMisses(db: Queryable, posted: Omit<PostedGreetings, "letInAt">): Promise<void> {
	const { greetings, channelId, at } = posted;
	const sessionId = greetings[0]?.session_id;
	if (sessionId === undefined) return;
	const letInAt = greetings.some((greeting) => isLate(greeting, at)) ? await lastMendingOf(db, sessionId) : null;
	for (const miss of missesIn({ ...posted, letInAt })) await keepNearMiss(db, { sessionId, channelId }, miss, at);
}

/** What nearly went wrong with greetings that have been posted in one message. */
export function missesIn(posted: PostedGreetings): NearMiss[] {
	const { greetings, trouble, plainTrial } = posted;
	const misses: NearMiss[] = trouble ? [{ kind: "retried", cause: trouble, people: greetings.length }] : [];
	const neutral = greetings.filter((greeting) => greeting.neutral === 1).length;
	if (neutral > 0) misses.push({ kind: "refused", cause: plainTrial ? "words" : "name", people: neutral });
	for (const [cause, late] of Map.groupBy(greetings, (greeting) => whyLate(greeting, posted))) {
		if (cause) misses.push({ kind: "late", cause, people: late.length });
	}
	return misses;
}

/** Why somebody who came heard their name late; null when they did not. */
function whyLate(greeting: SettledGreeting, { at, trouble, letInAt }: PostedGreetings): NearMiss["cause"] | null {
	if (greeting.occasion !== "arrival") return null;
	if (greeting.missed === 1) return "away";
	if (!isLate(greeting, at)) return null;
	if (letInAt !== null && greeting.arrived_at <= letInAt) return "parked";
	return trouble ?? "behind";
}

function isLate(greeting: SettledGreeting, at: number): boolean {
	return at - sayableAt(greeting) > LATE_AFTER_MS;
}
