import type { Logger } from "pino";
import type { Bell } from "../bell.ts";
import type { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";
import type { Picks } from "../greetings/pick.ts";
import type { FindPost, Outcome, Post, SendPost } from "../outcome.ts";
import type { Scenery } from "../profiles/scene.ts";
import type { MessageRow, SettledGreeting } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { type Hunt, rests } from "./hunt.ts";
import type { Trouble } from "./near-miss.ts";
import { type Bucket, bucketAt, emptyFor, spendAt, waitFor } from "./pace.ts";
import type { Parking } from "./parking.ts";

/** One channel's line of posts. */
export interface Line {
	channelId: string;
	bell: Bell;
	bucket: Bucket;
	/** The channel turned us away, perhaps before this process began, and has taken nothing since. */
	wasParked: boolean;
	/** The message that was last attempted and not through, and why. */
	attempted: { messageId: string; trouble: Trouble } | null;
	hunt: Hunt;
	/** There may be messages that were frozen but not posted: by an earlier process, or before an error. */
	leftovers: boolean;
	/** Waiting for something to say. */
	idle: boolean;
	/** Pending while somebody freezes a message for this line; see `reserve`. */
	reserved: Promise<unknown> | null;
	/** A message frozen that way. */
	handed: MessageRow | null;
}

/**
 * Greetings that are done with, and since when: said in their channel; given up because Discord will not have them; or
 * overdue, because their session was over before they could be said.
 */
export interface Settled {
	state: "posted" | "given up" | "overdue";
	at: number;
	greetings: readonly SettledGreeting[];
}

/** What delivery works with. */
export interface DeliveryWork {
	store: Store;
	clock: Clock;
	log: Logger;
	send: SendPost;
	find: FindPost;
	parking: Parking;
	picks: Picks;
	scenery: Scenery;
	/** Hears what became of greetings, once that is stored. */
	onSettled(settled: Settled): void;
	/** Hears of a channel that turns us away, once in each session. */
	onParked(parked: Parked): void;
	/** Hears each time that something to be said in a channel could not be read or stored; it is tried again. */
	onFailing(channelId: string): void;
}

/** What a line works with. */
export interface LineWork extends DeliveryWork {
	budget: Budget;
	signal: AbortSignal;
	lookEveryMs: number;
	/** Ends all lines: our token is refused. */
	stopAll(): void;
}

/** A channel that turned us away, and the session whose people are not greeted there. */
export interface Parked {
	serverId: string;
	channelId: string;
	sessionId: string;
}

/** How long a line waits before it looks at a store again that failed. */
export const RETRY_STORE_MS = 1_000;

/** Waits until the channel's bucket and the budget of all channels let a post through. */
export async function turn(line: Line, { clock, budget, signal }: LineWork): Promise<void> {
	while (!signal.aborted) {
		const now = clock.now();
		line.bucket = bucketAt(line.bucket, now);
		const wait = Math.max(waitFor(line.bucket, now), budget.waitFor(now));
		if (wait === 0) return;
		await clock.sleep(wait, signal);
	}
}

/** Sends a post once, counting it against its channel's bucket and the budget of all. */
export async function attempt(post: Post, line: Line, { clock, send, budget }: LineWork): Promise<Outcome> {
	const now = clock.now();
	line.bucket = spendAt(line.bucket, now);
	budget.spend(now);
	const outcome = await send(post);
	if (outcome.kind === "posted" && outcome.bucketOpensInMs > 0) {
		line.bucket = emptyFor(outcome.bucketOpensInMs, clock.now());
	}
	return outcome;
}

/**
 * Keeps an idle line free for a message that somebody is about to freeze, together with an arrival, so that it leaves
 * without another look at the store. Null while the line is busy: the greeting then waits its turn.
 */
export function reserve(line: Line, budget: Budget, now: number) {
	if (!line.idle || line.reserved || line.handed) return null;
	if (!rests(line.hunt, now) || waitFor(line.bucket, now) > 0 || budget.waitFor(now) > 0) return null;
	const { promise, resolve } = Promise.withResolvers<void>();
	line.reserved = promise;
	return (message: MessageRow | null) => {
		line.handed = message;
		line.leftovers ||= message === null; // if storing it failed, it may be stored all the same
		line.reserved = null;
		resolve();
		if (message) line.bell.ring();
	};
}
