import type { Logger } from "pino";
import type { Bell } from "../bell.ts";
import type { Clock } from "../clock.ts";
import {
	abandonMessage,
	countAttempt,
	greetingsOf,
	type MessageRow,
	makeNeutral,
	releaseGreetings,
	settlePosted,
	unpostedMessage,
} from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { freezeNext, type PickVariant, type Scenery } from "./draft.ts";
import { judge, type Outcome, type Post, type SendPost, type Verdict } from "./outcome.ts";
import { type Bucket, type Budget, emptyUntil, spendAt, waitFor } from "./pace.ts";

/** One channel's line of posts. */
export interface Line {
	channelId: string;
	bell: Bell;
	bucket: Bucket;
	/** The server whose channel refuses us; nothing is tried before permissions change there. */
	parkedIn: string | null;
	/** Greetings per message at most: halved while a refused name is being looked for among `suspects` greetings. */
	most: number;
	suspects: number;
	/** There may be messages that were frozen but not posted: by an earlier process, or before an error. */
	leftovers: boolean;
	/** Waiting for something to say. */
	idle: boolean;
	/** Pending while somebody freezes a message for this line in a transaction of theirs; see `reserve`. */
	reserved: Promise<unknown> | null;
	/** A message frozen that way. */
	handed: MessageRow | null;
}

/** What a line works with. */
export interface LineWork {
	store: Store;
	clock: Clock;
	log: Logger;
	send: SendPost;
	pick: PickVariant;
	scenery: Scenery;
	budget: Budget;
	signal: AbortSignal;
	lookEveryMs: number;
	/** Ends all lines: our token is refused. */
	stopAll(): void;
}

const RETRY_STORE_MS = 1_000;

/** Says in a channel what waits for it, one post at a time, until `signal` aborts. Never rejects. */
export async function runLine(line: Line, work: LineWork): Promise<void> {
	const { clock, log, signal } = work;
	let failing = false;
	while (!signal.aborted) {
		try {
			const said = line.parkedIn === null && (await sayNext(line, work));
			failing = false;
			if (said) continue;
			line.idle = line.parkedIn === null;
			const rung = await line.bell.wait(clock, work.lookEveryMs, signal);
			line.idle = false;
			await line.reserved;
			line.leftovers ||= !rung;
		} catch (err) {
			if (!failing)
				log.error({ err, channel: line.channelId }, "greetings could not be prepared; trying again until they can");
			failing = true;
			line.leftovers = true;
			await clock.sleep(RETRY_STORE_MS, signal);
		}
	}
}

/** Takes the next message through to its end; false when there is nothing to say (any more) for now. */
async function sayNext(line: Line, work: LineWork): Promise<boolean> {
	await turn(line, work); // first the turn, then the words: who arrives while we wait is in the same message
	if (work.signal.aborted) return false;
	const next = await nextMessage(line, work);
	if (!next) return false;
	const { message, fresh } = next;
	const post = postOf(message);
	for (let attempts = fresh ? message.attempts : message.attempts + 1; ; attempts++) {
		await turn(line, work);
		if (work.signal.aborted) return false;
		if (attempts > message.attempts) await countAttempt(work.store, message.id);
		const outcome = await attempt(post, line, work);
		const verdict = judge(outcome, attempts);
		if (verdict.do !== "again") {
			await conclude({ message, outcome, attempts }, verdict, line, work);
			return true;
		}
		const ids = { channel: line.channelId, message: message.id };
		work.log.warn({ ...ids, attempts, outcome }, "post not through yet; trying again");
		if (outcome.kind === "limited" && outcome.global) work.budget.close(work.clock.now() + verdict.afterMs);
		await work.clock.sleep(verdict.afterMs, work.signal);
	}
}

/** The message to send next. `fresh` ones have never been sent; their first attempt is already counted. */
async function nextMessage(line: Line, work: LineWork): Promise<{ message: MessageRow; fresh: boolean } | undefined> {
	const { store, clock, pick, scenery } = work;
	const handed = line.handed;
	line.handed = null;
	if (handed) return { message: handed, fresh: true };
	const left = line.leftovers ? await unpostedMessage(store, line.channelId) : undefined;
	if (left) return { message: left, fresh: false };
	line.leftovers = false;
	const message = await freezeNext(store, line.channelId, line.most, { now: clock.now(), pick, scenery });
	return message && { message, fresh: true };
}

/** Waits until the channel's bucket and the budget of all channels let a post through. */
async function turn(line: Line, { clock, budget, signal }: LineWork): Promise<void> {
	while (!signal.aborted) {
		const now = clock.now();
		const wait = Math.max(waitFor(line.bucket, now), budget.waitFor(now));
		if (wait === 0) return;
		await clock.sleep(wait, signal);
	}
}

async function attempt(post: Post, line: Line, { clock, send, budget }: LineWork): Promise<Outcome> {
	const now = clock.now();
	line.bucket = spendAt(line.bucket, now);
	budget.spend(now);
	const outcome = await send(post);
	if (outcome.kind === "posted" && outcome.bucketOpensInMs > 0) {
		line.bucket = emptyUntil(clock.now() + outcome.bucketOpensInMs);
	}
	return outcome;
}

/** A message, what became of it, and after how many attempts. */
interface Sent {
	message: MessageRow;
	outcome: Outcome;
	attempts: number;
}

/** Records what became of a message, however long the store takes to be writable: a post must never be forgotten. */
async function conclude(
	sent: Sent,
	verdict: Exclude<Verdict, { do: "again" }>,
	line: Line,
	work: LineWork,
): Promise<void> {
	const { clock, log, signal } = work;
	for (let failing = false; ; failing = true) {
		try {
			return await settle(sent, verdict, line, work);
		} catch (err) {
			if (!failing)
				log.error({ err, message: sent.message.id }, "what became of a post could not be stored; trying again");
			if (signal.aborted) return; // the next process sends the same nonce, and Discord makes no second message
			await clock.sleep(RETRY_STORE_MS, signal);
		}
	}
}

async function settle(
	{ message, outcome, attempts }: Sent,
	verdict: Exclude<Verdict, { do: "again" }>,
	line: Line,
	{ store, clock, log, stopAll }: LineWork,
): Promise<void> {
	const ids = { channel: line.channelId, message: message.id };
	switch (verdict.do) {
		case "settle": {
			const discordId = outcome.kind === "posted" ? outcome.discordId : null;
			const greetings = await store.transaction().execute(async (db) => {
				return settlePosted(db, { messageId: message.id, discordId, at: clock.now() });
			});
			line.suspects = Math.max(0, line.suspects - greetings);
			if (line.suspects === 0) line.most = Number.POSITIVE_INFINITY;
			log.debug({ ...ids, greetings }, "posted");
			return;
		}
		case "park":
			// A first attempt that was turned away left nothing behind: once let in again, we say it in words of that time.
			if (attempts === 1) await store.transaction().execute((db) => releaseGreetings(db, message.id));
			line.parkedIn = message.server_id;
			log.warn(
				{ ...ids, outcome },
				"the channel takes no posts from Byname: it needs View Channel, Connect and Send Messages there",
			);
			return;
		case "reword":
			return reword(message, outcome, line, { store, log });
		case "stop":
			log.fatal({ ...ids }, "Discord no longer accepts the bot's token");
			stopAll();
	}
}

/**
 * Keeps an idle line free for a message that somebody is about to freeze, in the transaction that stores an arrival, so
 * that it leaves without another look at the store. Null while the line is busy: the greeting then waits its turn.
 */
export function reserve(line: Line, budget: Budget, now: number) {
	if (!line.idle || line.reserved || waitFor(line.bucket, now) > 0 || budget.waitFor(now) > 0) return null;
	const { promise, resolve } = Promise.withResolvers<void>();
	line.reserved = promise;
	return (message: MessageRow | null) => {
		line.handed = message;
		line.reserved = null;
		resolve();
		if (message) line.bell.ring();
	};
}

/** Halves a refused message until the culprit stands alone, then greets that person without their name. */
async function reword(
	message: MessageRow,
	outcome: Outcome,
	line: Line,
	{ store, log }: Pick<LineWork, "store" | "log">,
): Promise<void> {
	const ids = { channel: line.channelId, message: message.id };
	await store.transaction().execute(async (db) => {
		const greetings = await greetingsOf(db, message.id);
		const [alone] = greetings;
		if (greetings.length === 1 && alone?.neutral === 1) {
			await abandonMessage(db, message.id);
			log.error(
				{ ...ids, user: alone.user_id, outcome },
				"Discord refuses a greeting even without the name; it is given up",
			);
			return;
		}
		await releaseGreetings(db, message.id);
		if (greetings.length === 1 && alone) {
			await makeNeutral(db, alone);
			log.warn({ ...ids, user: alone.user_id, outcome }, "Discord refuses a name; the person is greeted without it");
			return;
		}
		line.most = Math.ceil(greetings.length / 2);
		line.suspects = Math.max(line.suspects, greetings.length);
		log.warn(
			{ ...ids, outcome, greetings: greetings.length },
			"Discord refuses a message; looking for the name it minds",
		);
	});
}

function postOf(message: MessageRow): Post {
	return {
		channelId: message.channel_id,
		body: message.body ?? "",
		nonce: message.nonce,
		mentions: message.mentions.split(" ").filter(Boolean),
		silent: message.silent === 1,
	};
}
