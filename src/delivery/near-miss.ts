import { keepNearMiss, type NearMiss } from "../store/near-misses.ts";
import type { SettledGreeting } from "../store/outbox.ts";
import type { Queryable } from "../store/store.ts";
import type { Outcome } from "./outcome.ts";

/** Whoever hears their name later than this notices. */
const LATE_AFTER_MS = 60_000;

/** Why a message had to be sent again. */
export type Trouble = "no answer" | "error" | "limited" | "stopped" | "in doubt";

/** Why a message has to be sent again after such an outcome. */
export function troubleOf(outcome: Outcome): Trouble {
	if (outcome.kind === "limited") return "limited";
	return outcome.kind === "unknown" && /^5\d\d /.test(outcome.reason) ? "error" : "no answer";
}

/** What nearly went wrong with greetings that have been posted in one message. */
export function missesIn(posted: {
	greetings: readonly SettledGreeting[];
	at: number;
	/** Why it took more than one attempt; null when it did not. */
	trouble: Trouble | null;
	/** When the channel let us in again that had turned us away. */
	letInAt: number | null;
}): NearMiss[] {
	const { greetings, at, trouble, letInAt } = posted;
	const misses: NearMiss[] = trouble ? [{ kind: "retried", cause: trouble, people: greetings.length }] : [];
	const late = greetings.filter((greeting) => greeting.occasion !== "farewell" && isLate(greeting, at));
	const causes = Map.groupBy(late, ({ missed, arrived_at }): NearMiss["cause"] => {
		if (missed === 1) return "away";
		if (trouble) return trouble;
		return letInAt !== null && arrived_at <= letInAt ? "parked" : "behind";
	});
	for (const [cause, of] of causes) misses.push({ kind: "late", cause, people: of.length });
	return misses;
}

/** A greeting whose host wants time to pass first is late only after that. */
function isLate({ missed, arrived_at, due_at }: SettledGreeting, at: number): boolean {
	return missed === 1 || at - (due_at ?? arrived_at) > LATE_AFTER_MS;
}

/** Keeps what nearly went wrong with greetings that have been posted in one message. */
export async function keepMisses(db: Queryable, posted: Parameters<typeof missesIn>[0]): Promise<void> {
	const sessionId = posted.greetings[0]?.session_id;
	if (sessionId === undefined) return;
	for (const miss of missesIn(posted)) await keepNearMiss(db, sessionId, miss, posted.at);
}
