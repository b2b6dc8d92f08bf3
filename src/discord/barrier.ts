import { backoff } from "../backoff.ts";

/**
 * What keeps requests back after Discord has said that there were too many: all of them, or those of one kind. A plain
 * value; times are the steady clock's, in milliseconds.
 */
export type Barrier =
	| { is: "open" }
	/** Nothing passes before `until`, and then one request alone. It is the how-manieth closing since it was last open. */
	| { is: "closed"; closedAt: number; until: number; closings: number }
	/** One request has gone ahead at `since`, to see whether Discord takes requests again. */
	| { is: "tried"; closedAt: number; since: number; closings: number };

export const OPEN: Barrier = { is: "open" };

/** How long to wait when Discord does not say, or not in a way that can be used. */
const UNSAID_MS = 60_000;
/** From the second closing on it is at least this long, and then longer, whatever Discord says. */
const LEAST_MS = 1_000;
export const LONGEST_CLOSING_MS = 10 * 60_000;
/** So long whoever comes second waits for the one that has gone ahead. */
const TRIED_FOR_MS = 1_000;
/** No request takes longer: one that has gone ahead and not come back by then is lost. */
const LOST_AFTER_MS = 10_000;

/** How long a request has to wait at `now`; 0 when it may pass. */
export function waitAt(barrier: Barrier, now: number): number {
	switch (barrier.is) {
		case "open":
			return 0;
		case "closed":
			return Math.max(0, barrier.until - now);
		case "tried":
			return now - barrier.since < LOST_AFTER_MS ? TRIED_FOR_MS : 0;
	}
}

/** The barrier after a request has passed. */
export function afterPassing(barrier: Barrier, now: number): Barrier {
	if (barrier.is === "open") return barrier;
	const { closedAt, closings } = barrier;
	return { is: "tried", closedAt, since: now, closings };
}

/** A 429: when its request passed, when it came, and how long Discord wants to be left alone, if it says so. */
export interface Limit {
	passedAt: number;
	now: number;
	saidMs: number | null;
}

/** The barrier after a 429: closed, and longer each time until Discord has taken a request. */
export function afterLimit(barrier: Barrier, { passedAt, now, saidMs }: Limit): Barrier {
	if (barrier.is !== "open" && passedAt < barrier.closedAt) return barrier; // an echo of the same closing
	const closings = barrier.is === "open" ? 1 : barrier.closings + 1;
	return { is: "closed", closedAt: now, until: now + closingMs(closings, saidMs ?? UNSAID_MS), closings };
}

/** The barrier after Discord has taken a request that passed at `passedAt`. */
export function afterSuccess(barrier: Barrier, passedAt: number): Barrier {
	return barrier.is === "tried" && passedAt >= barrier.since ? OPEN : barrier;
}

/** The barrier after a request has had no answer: if it had gone ahead, the next one does. */
export function afterSilence(barrier: Barrier, passedAt: number, now: number): Barrier {
	if (barrier.is !== "tried" || passedAt < barrier.since) return barrier;
	return { is: "closed", closedAt: barrier.closedAt, until: now, closings: barrier.closings };
}

function closingMs(closings: number, firstMs: number): number {
	const said = backoff(closings, { first: firstMs, longest: LONGEST_CLOSING_MS });
	const least = closings > 1 ? backoff(closings - 1, { first: LEAST_MS, longest: LONGEST_CLOSING_MS }) : 0;
	return Math.max(said, least);
}

/** Longer spans than a timer can hold are no use (24.8 days). */
const LONGEST_USABLE_MS = 2_147_483_647;

/** What a `Retry-After` header says, in milliseconds; null when it is missing or says nothing that can be used. */
export function retryAfterMs(header: string | null): number | null {
	if (header === null || !/^\d+(\.\d+)?$/.test(header.trim())) return null;
	const ms = Number(header) * 1_000;
	return ms <= LONGEST_USABLE_MS ? ms : null;
}
