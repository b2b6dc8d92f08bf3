import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Store } from "../store/queryable.ts";
import { insertStart, startsSince } from "../store/starts.ts";

/** So many starts one after the other need not wait: a host tries things out, a machine restarts. */
const BURST = 5;
/**
 * After that, one in so long. Discord resets the token of a bot that identifies over 1,000 times a day
 * (https://docs.discord.com/developers/events/gateway#identifying).
 */
const SPACING_MS = 90_000;
/** Discord counts by the day, so this does: a shorter memory would forget the burst and allow another. */
export const MEMORY_MS = 24 * 60 * 60_000;

/**
 * How long to wait before identifying, in milliseconds, after earlier processes did at these times: nothing unless there
 * were five in quick succession, and never longer than 90 seconds.
 */
export function waitBeforeStart(startedAt: readonly number[], now: number): number {
	let fullAt = 0;
	for (const at of startedAt.toSorted((a, b) => a - b)) {
		if (at <= now) fullAt = Math.max(fullAt, at) + SPACING_MS; // a clock that was wrong once delays nobody
	}
	return Math.min(SPACING_MS, Math.max(0, fullAt - now - (BURST - 1) * SPACING_MS));
}

export interface StartContext {
	store: Store;
	clock: Clock;
	log: Logger;
	signal: AbortSignal;
}

/**
 * Resolves when this process may identify: at once, unless many were started just before. A loop of crashes then never
 * uses up what Discord allows in a day. Never rejects; while the store cannot count, each start waits.
 */
export async function awaitStart({ store, clock, log, signal }: StartContext): Promise<void> {
	try {
		const starts = await startsSince(store, clock.now() - MEMORY_MS);
		const waitMs = waitBeforeStart(starts, clock.now());
		if (waitMs > 0) {
			log.warn(
				{ waitMs, starts: starts.length },
				"Byname was started many times in a row; it waits before it connects, because Discord limits how often it may",
			);
			await clock.sleep(waitMs, signal);
		}
		if (!signal.aborted) await insertStart(store, clock.now(), clock.now() - MEMORY_MS);
	} catch (err) {
		log.warn({ err, waitMs: SPACING_MS }, "starts could not be counted; Byname waits before it connects");
		await clock.sleep(SPACING_MS, signal);
	}
}
