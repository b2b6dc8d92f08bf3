import { type Bucket, bucketAfter, waitFor } from "../bucket.ts";
import type { Turn } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { judge, type Post } from "../outcome.ts";
import { type MessageRow, noteAttempt, postsSince } from "../store/outbox.ts";
import type { Pace } from "../store/schema.ts";
import { attempt, waitForBucket } from "./attempt.ts";
import type { ChannelContext } from "./context.ts";
import { isForgettable, resolveDoubt } from "./doubt.ts";
import { afterPost, type Hunt, isTrial, NO_HUNT, rests } from "./hunt.ts";
import { type Trouble, troubleOf } from "./near-miss.ts";
import { afterNaming, GATE_MEMORY_MS, type Gate, gateAfter, passage } from "./pace.ts";
import { afterVainLook, type PutOff } from "./put-off.ts";
import { reword } from "./reword.ts";
import { leave, park, type Sent, settle } from "./settle.ts";

/** The state of a channel in this process. It is a plain value; each step returns the next one. */
export interface Channel {
	readonly id: string;
	readonly doing: Doing;
	readonly bucket: Bucket;
	readonly gate: Gate;
	/** Who has waited since before this time of the wall clock has been let out; null when nobody of them waits any more. */
	readonly letOutAt: number | null;
	readonly hunt: Hunt;
	/** There may be messages that were frozen but not posted: by an earlier process, or before an error. */
	readonly leftovers: boolean;
	/** Messages that may stand there cannot be looked for; null when that was not tried, or has worked since. */
	readonly putOff: PutOff | null;
	/** It has taken a post and not turned us away since; false before the first post. */
	readonly takesPosts: boolean;
	/** The message whose last attempt failed, and why. */
	readonly attempted: { messageId: string; trouble: Trouble } | null;
}

type Doing =
	| { is: "idle" }
	/**
	 * Those who wait are kept waiting by their hosts' pace, or messages are put off; until then by the steady clock if nobody
	 * else comes.
	 */
	| { is: "holding"; until: number }
	| Sending
	| { is: "recording"; sent: Sent };

/** A message is on its way. */
interface Sending {
	is: "sending";
	message: MessageRow;
	/** Since when somebody has waited for it, by the steady clock. */
	since: number;
	/** Which attempt comes next; 1 for the first. */
	attempts: number;
	/** Why the attempt before it failed, or may have been made; null for the first. */
	trouble: Trouble | null;
}

export const IDLE: Doing = { is: "idle" };
/** When the first attempt comes so late, another process may have sent the message meanwhile. */
const OLD_MS = 60_000;

/**
 * The state of a channel that this process has not posted to yet. What was posted lately counts, also what the process
 * before this one has; and who waits already has waited through our absence and is let out.
 */
export async function openChannel(id: string, { store, clock }: ChannelContext): Promise<Channel> {
	const posts = await postsSince(store, id, clock.now() - GATE_MEMORY_MS);
	const postedAt = posts.map(({ at }) => at);
	const now = { now: clock.now(), steady: clock.steady() };
	const paced = { bucket: bucketAfter(postedAt, now), gate: gateAfter(posts, now), letOutAt: now.now };
	return {
		id,
		doing: IDLE,
		...paced,
		hunt: NO_HUNT,
		leftovers: true,
		putOff: null,
		takesPosts: false,
		attempted: null,
	};
}

/** Whether a message for so many newcomers could leave at once, without changes for what Discord refuses. */
export function isFree(
	{ doing, bucket, gate, hunt, leftovers }: Channel,
	{ pace, people }: { pace: Pace; people: number },
	{ clock, budget }: ChannelContext,
): boolean {
	const now = clock.steady();
	if (doing.is !== "idle" || leftovers || !rests(hunt, now) || waitFor(bucket, now) > 0) return false;
	return passage(gate, { paces: [pace], people, followers: 0 }, now).is === "open" && budget.isFree;
}

/** The channel once its gate opens: who waits now is let out. The gate itself changes when a post has left. */
export function letsOut(channel: Channel, clock: Clock): Channel {
	return { ...channel, letOutAt: clock.now() };
}

/** Gives a channel a message that has never been sent; its first attempt is already counted. */
export function carrying(channel: Channel, message: MessageRow, since: number): Channel {
	return { ...channel, doing: { is: "sending", message, since, attempts: message.attempts, trouble: null } };
}

/** Gives a channel a message that may have been sent before. */
export function resending(channel: Channel, message: MessageRow, since: number): Channel {
	const { attempted } = channel;
	const trouble = attempted?.messageId === message.id ? attempted.trouble : "stopped";
	return { ...channel, doing: { is: "sending", message, since, attempts: message.attempts + 1, trouble } };
}

/** Does the next step of what a channel is doing, with its turn if it has one. When it rejects, the same step can be tried again. */
export async function goOn(channel: Channel, turn: Turn | null, context: ChannelContext): Promise<Channel> {
	switch (channel.doing.is) {
		case "idle":
		case "holding":
			return channel;
		case "sending":
			return sendOnce(channel, channel.doing, turn, context);
		case "recording":
			return record(channel, channel.doing.sent, context);
	}
}

/** Sends a message once more as soon as it may be, unless it is known by then to stand in its channel. */
async function sendOnce(
	channel: Channel,
	sending: Sending,
	given: Turn | null,
	context: ChannelContext,
): Promise<Channel> {
	const { message, attempts, since } = sending;
	const { clock, signal, budget } = context;
	await waitForBucket(channel.bucket, context);
	if (signal.aborted) return channel;
	const doubt = attempts > 1 ? await resolveDoubt(message, postOf(message), context) : ({ is: "none" } as const);
	const done = { ...channel, doing: IDLE, leftovers: true }; // it may be on its way: then it is looked for again
	if (doubt.is === "there") return { ...done, gate: afterNaming(channel.gate, doubt.naming), putOff: null };
	if (doubt.is === "missing") return { ...done, putOff: null };
	if (doubt.is === "out of sight") {
		const { retryAfterMs } = doubt;
		return { ...done, putOff: afterVainLook(channel.putOff, { messageId: message.id, retryAfterMs }, clock.steady()) };
	}
	const turn = given ?? (await budget.take(since));
	if (!turn) return channel;
	try {
		const isDoubtful = attempts > 1 && doubt.is === "none" && isForgettable(message, clock.now());
		if (isDoubtful) return channel; // the turn took so long to come: look first
		if (!(await isStillToBeSent(sending, context))) return { ...channel, doing: IDLE };
		return await sendNow(channel, doubt.is === "unseen" ? { ...sending, trouble: doubt.is } : sending, turn, context);
	} finally {
		turn.giveBack(); // unless it was used
	}
}

/** Sends a message. If it is to be sent again, waits until it may be. */
async function sendNow(channel: Channel, sending: Sending, turn: Turn, context: ChannelContext): Promise<Channel> {
	const { message, attempts } = sending;
	const { clock, log, parking, budget, signal } = context;
	const changes = parking.changesIn(message.server_id);
	const { outcome, bucket, leftAt } = await attempt(postOf(message), { bucket: channel.bucket, turn }, context);
	const verdict = judge(outcome, attempts);
	if (verdict.do !== "again") {
		const sent = { ...sending, outcome, verdict, changes, leftAt };
		return { ...channel, bucket, doing: { is: "recording", sent } };
	}
	const level = outcome.kind === "limited" ? "debug" : "warn"; // who is limited, and until when, is said once for all
	log[level]({ channel: channel.id, message: message.id, attempts, outcome }, "post not through yet; trying again");
	if (outcome.kind === "limited" && outcome.global) budget.closeFor(verdict.afterMs);
	await clock.sleep(verdict.afterMs, signal);
	const trouble = troubleOf(outcome);
	const attempted = { messageId: message.id, trouble };
	return { ...channel, bucket, attempted, doing: { ...sending, attempts: attempts + 1, trouble } };
}

/** Whether a message is still to be sent. An attempt that another process may have made already is stored before it is made. */
async function isStillToBeSent({ message, attempts }: Sending, { store, clock }: ChannelContext): Promise<boolean> {
	const now = clock.now();
	const again = attempts > message.attempts;
	const isOld = Math.abs(now - message.frozen_at) > OLD_MS;
	return again || isOld ? noteAttempt(store, message.id, { again, now }) : true;
}

/** Stores what became of a message. */
async function record(channel: Channel, sent: Sent, context: ChannelContext): Promise<Channel> {
	const { hunt } = channel;
	const { id } = sent.message;
	const done = { ...channel, doing: IDLE };
	switch (believed(sent, context)) {
		case "settle": {
			const how = { letsUsIn: !channel.takesPosts, plainTrial: isTrial(hunt, id) };
			const greetings = await settle(sent, how, context);
			const found = afterPost(hunt, { id, greetings }, context.clock.steady());
			const gate = afterNaming(channel.gate, { at: sent.leftAt, people: greetings });
			return { ...done, gate, hunt: found, takesPosts: true, attempted: null };
		}
		case "park":
			await park(sent, context);
			return { ...done, leftovers: true, takesPosts: false };
		case "leave":
			await leave(sent, context);
			return done;
		case "reword":
			return { ...done, hunt: await reword(sent, hunt, context) };
	}
}

/** What is to be done about a message. One answer is not enough to give up a channel that Discord still shows: it is parked. */
function believed({ message, verdict }: Sent, { isGone }: ChannelContext): Sent["verdict"]["do"] {
	const isDoubtful = verdict.do === "leave" && !isGone(message.server_id, message.channel_id);
	return isDoubtful ? "park" : verdict.do;
}

function postOf(message: MessageRow): Post {
	return {
		channelId: message.channel_id,
		body: message.body ?? "",
		nonce: message.nonce,
		mentions: message.mentions.split(" ").filter(Boolean),
		silent: message.silent === 1,
		button: message.button,
		recapButton: recapButtonOf(message),
	};
}

function recapButtonOf({ recap_button: label, thanked_session_id: sessionId }: MessageRow): Post["recapButton"] {
	return label === null || sessionId === null ? null : { label, sessionId };
}
