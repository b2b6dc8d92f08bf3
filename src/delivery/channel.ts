import { judge, type Post } from "../outcome.ts";
import { type MessageRow, noteAttempt, postTimesSince, unpostedMessage } from "../store/outbox.ts";
import { attempt, waitForTurn } from "./attempt.ts";
import type { ChannelContext } from "./context.ts";
import { resolveDoubt } from "./doubt.ts";
import { freezeNext } from "./freeze.ts";
import { afterMaking, afterPost, type Hunt, isTrial, mannerOf, NO_HUNT, rests } from "./hunt.ts";
import { type Trouble, troubleOf } from "./near-miss.ts";
import { type Bucket, bucketAfter, waitFor } from "./pace.ts";
import { reword } from "./reword.ts";
import { park, type Sent, settle } from "./settle.ts";

/** The state of a channel in this process. It is a plain value; each step returns the next one. */
export interface Channel {
	readonly id: string;
	readonly doing: Doing;
	readonly bucket: Bucket;
	readonly hunt: Hunt;
	/** There may be messages that were frozen but not posted: by an earlier process, or before an error. */
	readonly leftovers: boolean;
	/** It has taken a post and not turned us away since; false before the first post. */
	readonly takesPosts: boolean;
	/** The message whose last attempt failed, and why. */
	readonly attempted: { messageId: string; trouble: Trouble } | null;
}

type Doing = { is: "idle" } | Sending | { is: "recording"; sent: Sent };

/** A message is on its way. */
interface Sending {
	is: "sending";
	message: MessageRow;
	/** Which attempt comes next; 1 for the first. */
	attempts: number;
	/** Why the attempt before it failed, or may have been made; null for the first. */
	trouble: Trouble | null;
}

const IDLE: Doing = { is: "idle" };
/** Posts of the last few seconds count against a channel's bucket, also those of the process before this one. */
const BUCKET_MEMORY_MS = 10_000;
/** When the first attempt comes so late, another process may have sent the message meanwhile. */
const OLD_MS = 60_000;

/** The state of a channel that this process has not posted to yet. */
export async function openChannel(id: string, { store, clock }: ChannelContext): Promise<Channel> {
	const posted = await postTimesSince(store, id, clock.now() - BUCKET_MEMORY_MS);
	const bucket = bucketAfter(posted, { now: clock.now(), steady: clock.steady() });
	return { id, doing: IDLE, bucket, hunt: NO_HUNT, leftovers: true, takesPosts: false, attempted: null };
}

/** Whether a new message for a channel could leave at once, without changes for what Discord refuses. */
export function isFree({ doing, bucket, hunt, leftovers }: Channel, { clock, budget }: ChannelContext): boolean {
	const now = clock.steady();
	if (doing.is !== "idle" || leftovers || !rests(hunt, now)) return false;
	return waitFor(bucket, now) === 0 && budget.waitFor(now) === 0;
}

/** Gives an idle channel its next message: one frozen before, else a new one of what waits. It stays idle when there is none. */
export async function takeInHand(channel: Channel, context: ChannelContext): Promise<Channel> {
	const { id, hunt, attempted } = channel;
	const { store, clock, signal } = context;
	await waitForTurn(channel.bucket, context); // first the turn, then the words: who arrives while we wait is in the same message
	if (signal.aborted) return channel;
	const left = channel.leftovers ? await unpostedMessage(store, id) : undefined;
	if (left) {
		const trouble = attempted?.messageId === left.id ? attempted.trouble : "stopped";
		return { ...channel, doing: { is: "sending", message: left, attempts: left.attempts + 1, trouble } };
	}
	const message = await freezeNext(id, mannerOf(hunt, clock.steady()), context);
	const made = { ...channel, leftovers: false, hunt: afterMaking(hunt, message?.id ?? null) };
	return message ? carrying(made, message) : made;
}

/** Gives a channel a message that has never been sent; its first attempt is already counted. */
export function carrying(channel: Channel, message: MessageRow): Channel {
	return { ...channel, doing: { is: "sending", message, attempts: message.attempts, trouble: null } };
}

/** Does the next step of what a channel is doing. When it rejects, the same step can be tried again. */
export async function goOn(channel: Channel, context: ChannelContext): Promise<Channel> {
	switch (channel.doing.is) {
		case "idle":
			return channel;
		case "sending":
			return sendOnce(channel, channel.doing, context);
		case "recording":
			return record(channel, channel.doing.sent, context);
	}
}

/** Sends a message once more, unless it has been settled meanwhile. If it is to be tried again, waits until it may be. */
async function sendOnce(channel: Channel, sending: Sending, context: ChannelContext): Promise<Channel> {
	const { message, attempts } = sending;
	const { clock, log, parking, budget, signal } = context;
	const post = postOf(message);
	await waitForTurn(channel.bucket, context);
	if (signal.aborted) return channel;
	const doubt = attempts > 1 ? await resolveDoubt(message, post, context) : "none";
	if (doubt === "settled") return { ...channel, doing: IDLE, leftovers: true }; // it may be on its way: look for it again
	if (signal.aborted) return channel;
	if (!(await isStillToBeSent(sending, context))) return { ...channel, doing: IDLE };
	const changes = parking.changesIn(message.server_id);
	const { outcome, bucket } = await attempt(post, channel.bucket, context);
	const verdict = judge(outcome, attempts);
	if (verdict.do !== "again") {
		const trouble = doubt === "unseen" ? doubt : sending.trouble;
		return { ...channel, bucket, doing: { is: "recording", sent: { ...sending, outcome, verdict, trouble, changes } } };
	}
	log.warn({ channel: channel.id, message: message.id, attempts, outcome }, "post not through yet; trying again");
	if (outcome.kind === "limited" && outcome.global) budget.closeFor(verdict.afterMs, clock.steady());
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
	switch (sent.verdict.do) {
		case "settle": {
			const how = { letsUsIn: !channel.takesPosts, plainTrial: isTrial(hunt, id) };
			const greetings = await settle(sent, how, context);
			const found = afterPost(hunt, { id, greetings }, context.clock.steady());
			return { ...done, hunt: found, takesPosts: true, attempted: null };
		}
		case "park":
			await park(sent, context);
			return { ...done, leftovers: true, takesPosts: false };
		case "reword":
			return { ...done, hunt: await reword(sent, hunt, context) };
		case "stop":
			context.log.fatal({ channel: channel.id, message: id }, "Discord no longer accepts the bot's token");
			context.onTokenRefused();
			return done;
	}
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
