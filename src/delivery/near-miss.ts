import { keepNearMiss, type NearMiss } from "../store/near-misses.ts";
import type { SettledGreeting } from "../store/outbox.ts";
import type { Queryable } from "../store/store.ts";
import type { Outcome } from "./outcome.ts";

/** Whoever hears their name later than this notices. */
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
	/** When the channel let us in again that had turned us away. */
	letInAt: number | null;
}

/** Keeps what nearly went wrong with greetings that have been posted in one message. */
export async function keepMisses(db: Queryable, posted: PostedGreetings): Promise<void> {
	const sessionId = posted.greetings[0]?.session_id;
	if (sessionId === undefined) return;
	const { channelId, at } = posted;
	for (const miss of missesIn(posted)) await keepNearMiss(db, { sessionId, channelId }, miss, at);
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
	const { occasion, missed, arrived_at: arrivedAt, due_at: dueAt } = greeting;
	if (occasion !== "arrival") return null;
	if (missed === 1) return "away";
	if (at - (dueAt ?? arrivedAt) <= LATE_AFTER_MS) return null;
	if (letInAt !== null && arrivedAt <= letInAt) return "parked";
	return trouble ?? "behind";
}
