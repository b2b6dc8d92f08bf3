import type { Turn } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { type Choice, countWaiting, holdBack, unpostedMessage, type WaitingSession } from "../store/outbox.ts";
import { waitForBucket } from "./attempt.ts";
import { type Channel, carrying, IDLE, letsOut, resending } from "./channel.ts";
import type { ChannelContext } from "./context.ts";
import { frozenForSure } from "./doubt.ts";
import { freezeNext } from "./freeze.ts";
import { afterMaking, mannerOf } from "./hunt.ts";
import { type Passage, passage } from "./pace.ts";
import { isPutOff, type PutOff } from "./put-off.ts";

/** A channel, and its turn to send what it has in hand; null while it has none. */
export interface InHand {
	channel: Channel;
	turn: Turn | null;
}

/**
 * Gives a channel its next message: one frozen before, which its gate has let out, else a new one of what waits. It stays
 * idle when there is none, and holds when its hosts' pace wants those who wait to wait on.
 */
export async function takeInHand(channel: Channel, context: ChannelContext): Promise<InHand> {
	const { store, clock } = context;
	const putOff = isPutOff(channel.putOff, clock.steady()) ? channel.putOff : null;
	const left = channel.leftovers
		? await unpostedMessage(store, channel.id, choiceIn(channel, putOff, clock))
		: undefined;
	if (left) {
		const since = steadyTimeOf(left.frozen_at, clock);
		return { channel: resending(letsOut(channel, clock), left, since), turn: null };
	}
	const idle = { ...channel, doing: IDLE, leftovers: putOff !== null, putOff };
	const waiting = await countWaiting(store, idle.id, { now: clock.now(), letOutAt: idle.letOutAt });
	if (waiting.length === 0) return { channel: withNothingToSay(idle), turn: null };
	const now = await passageOf(waiting, idle, context);
	if (now.is === "held") return { channel: await hold(idle, now.until, context), turn: null };
	const since = steadyTimeOf(Math.min(...waiting.map((session) => session.since)), clock);
	return makeNext(idle, now.is === "open", since, context);
}

/** Which of the messages that were frozen before is next. */
function choiceIn(channel: Channel, putOff: PutOff | null, clock: Clock): Choice {
	return { frozen: putOff ? frozenForSure(clock.now()) : null, lastIds: channel.putOff?.soughtIds ?? [] };
}

function withNothingToSay(channel: Channel): Channel {
	const doing = channel.putOff ? ({ is: "holding", until: channel.putOff.until } as const) : IDLE;
	return { ...channel, doing, hunt: afterMaking(channel.hunt, null), letOutAt: null };
}

async function passageOf(
	waiting: readonly WaitingSession[],
	{ gate }: Channel,
	{ profiles, clock }: ChannelContext,
): Promise<Passage> {
	const hosts = await Promise.all(waiting.map(({ server_id, host_id }) => profiles.of(server_id, host_id)));
	const all = {
		paces: hosts.map(({ pace }) => pace),
		people: waiting.reduce((sum, { people }) => sum + people, 0),
		followers: waiting.reduce((sum, { followers }) => sum + followers, 0),
	};
	return passage(gate, all, clock.steady());
}

/** Records with those who wait until when they are kept waiting: that is no slip of ours. */
async function hold(channel: Channel, until: number, { store, clock }: ChannelContext): Promise<Channel> {
	const now = clock.now();
	await holdBack(store, channel.id, { now, until: now + until - clock.steady() });
	const next = Math.min(until, channel.putOff?.until ?? until);
	return { ...channel, doing: { is: "holding", until: next }, letOutAt: null };
}

/** Makes a message once it may leave: first the turn, then the words, so that who arrives while we wait is in it too. */
async function makeNext(channel: Channel, opens: boolean, since: number, context: ChannelContext): Promise<InHand> {
	const { clock, budget } = context;
	await waitForBucket(channel.bucket, context);
	const turn = await budget.take(since);
	if (!turn) return { channel, turn };
	try {
		const through = opens ? letsOut(channel, clock) : channel;
		const message = await freezeNext(channel.id, mannerOf(channel.hunt, clock.steady()), context);
		if (message) {
			const hunt = afterMaking(channel.hunt, message.id);
			return { channel: carrying({ ...through, hunt }, message, since), turn };
		}
	} catch (error) {
		turn.giveBack();
		throw error;
	}
	turn.giveBack();
	return { channel: withNothingToSay(channel), turn: null };
}

/** The time of the steady clock for one of the wall clock, which may have been set since. */
function steadyTimeOf(at: number, clock: Clock): number {
	return clock.steady() - Math.max(0, clock.now() - at);
}
