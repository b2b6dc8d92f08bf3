import { type CueWords, saysSame } from "../cue-words.ts";
import { dayOf } from "../greetings/local-time.ts";
import { nonceFrom } from "../nonce.ts";
import { timeOfSnowflake } from "../snowflake.ts";
import type { CueBasis } from "./basis.ts";
import type { CuePlace, CuePost } from "./board.ts";
import type { OverContent, RunningContent } from "./content.ts";
import type { Cue, CueMessage } from "./cue.ts";
import { type CueTarget, type DirectTarget, isSame } from "./target.ts";

/** The next thing to do about a cue. */
export type CueTask =
	/** Nothing: it says what it should, or there is nothing worth a message. */
	| { do: "leave" }
	/** Nothing for a while: nobody wants it, it cannot be shown where they want it, or it is not known who is in the room. */
	| { do: "put off" }
	/** Store where its message stands. */
	| { do: "store"; place: CuePlace }
	| CueWithdrawal
	| CueRequest;

/** A task that is a request to Discord. */
export type CueRequest =
	/** Open the direct messages with the host. */
	| { do: "open"; target: DirectTarget }
	/** Take away the message that stands elsewhere; then post this one. */
	| { do: "post"; target: CueTarget; post: CuePost; instead: CuePlace | null }
	/** Edit its message, which stands in `within`: that is not the target when the host has moved the cue since. */
	| { do: "edit"; target: CueTarget; within: CueTarget; place: CuePlace; words: CueWords };

/** A request to Discord to take a message away that must not stand where it does, or is not wanted there any more. */
export interface CueRemoval {
	do: "remove";
	target: CueTarget;
	place: CuePlace;
}

/** A request to Discord to take a message away that nobody wants any more. */
export interface CueWithdrawal {
	do: "withdraw";
	place: CuePlace;
}

/** Decides what to do next about a cue. */
export function decide(cue: Cue, basis: CueBasis): CueTask {
	if (cue.message.is === "posted") return { do: "store", place: cue.message.place };
	const { target, content } = basis;
	if (!target) return onceUnwanted(cue, basis);
	if (isSame(cue.shut, target) || !content) return { do: "put off" };
	return content.kind === "running" ? whileOn(cue, basis, target, content) : onceOver(cue, basis, target, content);
}

/**
 * A host who wants no cue, or whose session another hosts now who wants none, is left with none that tells of a moment
 * long past and can be pressed. Once the session is over, the message that stands has had its last word, and stays.
 */
function onceUnwanted({ message }: Cue, { session, stored }: CueBasis): CueTask {
	const standing = standingOf(message, stored);
	return session && !session.over && standing ? { do: "withdraw", place: standing } : { do: "put off" };
}

/**
 * While its session is on, a cue is one message where the host wants it now. An edit makes no sound: so that a host hears
 * of somebody, a new message takes its place.
 */
function whileOn(cue: Cue, basis: CueBasis, target: CueTarget, content: RunningContent): CueTask {
	const { words, callsFor } = content;
	const channel = channelOf(cue, target);
	if (channel.is === "closed") return { do: "open", target: channel.target };
	const standing = standingOf(cue.message, basis.stored);
	const isThere = standing?.channelId === channel.id;
	if (isThere && !isNudgeDue(standing, callsFor, basis.now)) return edit(cue, target, standing, words);
	const post = { channelId: channel.id, words, nonce: nonceOf(basis, channel.id), silent: callsFor === null };
	return { do: "post", target, post, instead: standing };
}

/**
 * Once its session is over, the message that stands has the last word, wherever that is. Only somebody who came after
 * hours is worth a new one: where none stands, or on another day, for an edit of yesterday's would go unseen.
 */
function onceOver(cue: Cue, basis: CueBasis, target: CueTarget, { words, callers }: OverContent): CueTask {
	const standing = standingOf(cue.message, basis.stored);
	if (standing && !(callers && isOfEarlierDay(standing, callers.day, basis.timeZone))) {
		return callers?.forgotten ? { do: "leave" } : edit(cue, target, standing, words);
	}
	if (!callers) return { do: "leave" };
	const channel = channelOf(cue, target);
	if (channel.is === "closed") return { do: "open", target: channel.target };
	const post = { channelId: channel.id, words, nonce: nonceOf(basis, channel.id), silent: false };
	return { do: "post", target, post, instead: null };
}

/** Hosts are disturbed only so often. */
const NUDGED_EVERY_MS = 2 * 60_000;

/** Whether somebody has come of whom the host is to hear, and the last message has stood for long enough. */
function isNudgeDue({ messageId }: CuePlace, callsFor: number | null, now: number): boolean {
	const stoodSince = timeOfSnowflake(messageId);
	return callsFor !== null && callsFor > stoodSince && now - stoodSince >= NUDGED_EVERY_MS;
}

function edit({ message, direct }: Cue, target: CueTarget, place: CuePlace, words: CueWords): CueTask {
	const saysSo = message.is === "shown" && message.messageId === place.messageId && saysSame(message.words, words);
	if (saysSo) return { do: "leave" };
	const { hostId } = target;
	const isDirect = direct?.hostId === hostId && direct.channelId === place.channelId;
	const within: CueTarget = isDirect
		? { kind: "direct", hostId }
		: { kind: "channel", channelId: place.channelId, hostId };
	return { do: "edit", target, within, place, words };
}

/** Where the message stands: where the store says, for another process may have posted it; not if it was deleted. */
function standingOf(message: CueMessage, stored: CuePlace | null): CuePlace | null {
	return message.is === "deleted" && message.messageId === stored?.messageId ? null : stored;
}

type CueChannel = { is: "known"; id: string } | { is: "closed"; target: DirectTarget };

function channelOf({ direct }: Cue, target: CueTarget): CueChannel {
	if (target.kind === "channel") return { is: "known", id: target.channelId };
	return direct?.hostId === target.hostId ? { is: "known", id: direct.channelId } : { is: "closed", target };
}

function isOfEarlierDay({ messageId }: CuePlace, day: string, timeZone: string | null): boolean {
	return dayOf(timeOfSnowflake(messageId), timeZone) < day;
}

/** Another one for the message that follows a stored one, the same in every process. */
function nonceOf({ sessionId, stored }: CueBasis, channelId: string): string {
	return nonceFrom(`cue ${sessionId} ${channelId} ${stored?.messageId ?? ""}`);
}
