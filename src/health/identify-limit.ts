import type { Logger } from "pino";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import { identifiesSince, insertIdentify } from "../store/identifies.ts";
import type { Store } from "../store/queryable.ts";

/** So many identifies of a shard one after the other need not wait: a host tries things out, a machine restarts. */
const BURST = 5;
/**
 * After that, one in so long. Discord resets the token of a bot that identifies over 1,000 times a day
 * (https://docs.discord.com/developers/events/gateway#identifying).
 */
const SPACING_MS = 90_000;
/** Discord counts by the day, so this does: a shorter memory would forget the burst and allow another. */
export const MEMORY_MS = 24 * 60 * 60_000;

/**
 * How long to wait before identifying, in milliseconds, after this bot's shards did at these times, whatever process
 * they belonged to: nothing unless there were five for each in quick succession, and never longer than 90 seconds.
 */
export function waitForDay(identifiedAt: readonly number[], now: number, shards = 1): number {
	let fullAt = 0;
	for (const at of identifiedAt.toSorted((a, b) => a - b)) {
		if (at <= now) fullAt = Math.max(fullAt, at) + SPACING_MS; // a clock that was wrong once delays nobody
	}
	return Math.min(SPACING_MS, Math.max(0, fullAt - now - (BURST * shards - 1) * SPACING_MS));
}

/** Identifies of a shard that are further back do not make the next one wait. */
const IN_A_ROW_MS = 5 * 60_000;
const WAITS = { first: 2_000, longest: SPACING_MS };

/**
 * How long a shard waits before it identifies again, in milliseconds, after it did in this process at these steady times:
 * nothing the second time, for people may be coming just now, and longer each time after that.
 */
export function waitInARow(identifiedAt: readonly number[], now: number): number {
	const inARow = identifiedAt.filter((at) => at > now - IN_A_ROW_MS);
	const last = inARow.at(-1);
	if (last === undefined || inARow.length < 2) return 0;
	return Math.max(0, last + backoff(inARow.length - 1, WAITS) - now);
}

/** Discord allows `max_concurrency` identifies in five seconds; a bit more, because the way there takes time, too. */
const AT_ONCE_EVERY_MS = 5_500;

export interface IdentifyContext {
	store: Store;
	clock: Clock;
	log: Logger;
}

/** A shard that wants to identify. */
export interface Candidate {
	shardId: number;
	/** How many shards there are in all. */
	shards: number;
	/** How many may identify at the same time; those whose ids leave the same remainder may not. */
	maxConcurrency: number;
	/** Aborts when the connection over which it would identify is closed. */
	closed: AbortSignal;
}

/** Resolves when a shard may identify, which it then has to do; rejects when its connection is closed before. */
export type AwaitIdentify = (candidate: Candidate) => Promise<void>;

/** The limit on identifies. */
export interface IdentifyLimit {
	awaitIdentify: AwaitIdentify;
	/** Whether a shard is being kept from identifying: its connection is down for no other reason. */
	isWaiting(shardId: number): boolean;
}

/** An identify of this process: by which shard, and when by the steady clock. */
interface Identify {
	shardId: number;
	at: number;
}

/**
 * Makes identifies wait for each other, so that neither a loop of crashes nor one of invalid sessions ever uses up what
 * Discord allows in a day. All of them count, and are stored. While the store cannot count, there is one in 90 seconds.
 */
export function limitIdentifies({ store, clock, log }: IdentifyContext): IdentifyLimit {
	const begunAt = clock.steady();
	let own: readonly Identify[] = [];
	let passing: Promise<unknown> = Promise.resolve();
	const waiting = new Set<number>();

	/** How long all shards together have to wait, and how many identifies of today that comes from; null while the store fails. */
	async function waitOfAll(shards: number): Promise<{ ms: number; today: number | null }> {
		try {
			const times = await identifiesSince(store, clock.now() - MEMORY_MS);
			return { ms: waitForDay(times, clock.now(), shards), today: times.length };
		} catch (err) {
			log.warn({ err }, "logins could not be counted; there is one in 90 seconds until they can");
			return { ms: (own.at(-1)?.at ?? begunAt) + SPACING_MS - clock.steady(), today: null };
		}
	}

	/** How long a shard has to wait because of what this process did. */
	function waitOfOne({ shardId, maxConcurrency }: Candidate): number {
		const atOnce = own.filter((identify) => identify.shardId % maxConcurrency === shardId % maxConcurrency).at(-1);
		const itself = own.filter((identify) => identify.shardId === shardId).map(({ at }) => at);
		const clear = atOnce ? atOnce.at + AT_ONCE_EVERY_MS - clock.steady() : 0;
		return Math.max(clear, waitInARow(itself, clock.steady()));
	}

	/** Lets a shard identify if it may now; says how long it has to wait otherwise. */
	async function pass(candidate: Candidate): Promise<{ ms: number; today: number | null }> {
		const { ms, today } = await waitOfAll(candidate.shards);
		const waitMs = Math.max(ms, waitOfOne(candidate));
		if (waitMs > 0 || candidate.closed.aborted) return { ms: waitMs, today };
		const at = clock.steady();
		own = [...own.filter((identify) => identify.at > at - IN_A_ROW_MS), { shardId: candidate.shardId, at }];
		await insertIdentify(store, clock.now(), clock.now() - MEMORY_MS).catch((err: unknown) =>
			log.warn({ err }, "a login could not be counted"),
		);
		return { ms: 0, today };
	}

	async function awaitIdentify(candidate: Candidate): Promise<void> {
		const { shardId: shard, closed } = candidate;
		for (let waited = false; !closed.aborted; waited = true) {
			const passed = passing.then(() => pass(candidate)); // one after the other: each counts the one before
			passing = passed;
			const { ms, today } = await passed;
			if (closed.aborted) break;
			if (ms <= 0) {
				log.info({ shard, ...(today !== null && { today: today + 1 }) }, "logging in to Discord's gateway");
				return;
			}
			if (!waited) log.info({ shard, waitMs: Math.ceil(ms), today }, waitingWords(ms));
			waiting.add(shard);
			await clock.sleep(ms, closed);
		}
		throw new Error("the connection was closed before its shard might identify");
	}

	return {
		awaitIdentify: (candidate) => awaitIdentify(candidate).finally(() => waiting.delete(candidate.shardId)),
		isWaiting: (shardId) => waiting.has(shardId),
	};
}

function waitingWords(ms: number): string {
	return ms > AT_ONCE_EVERY_MS
		? "Byname has logged in many times in a row; it waits before the next login, because Discord limits how many there may be"
		: "Byname waits for a moment before it logs in again";
}
