import { Budget } from "../budget.ts";
import { Mailboxes } from "../mailbox.ts";
import { isForGood } from "../store/failures.ts";
import type { MessageRow } from "../store/outbox.ts";
import { type Channel, carrying, goOn, isFree, openChannel, takeInHand } from "./channel.ts";
import type { ChannelContext, DeliveryContext } from "./context.ts";

/** All channels. Each posts one message after the other; all share one budget. */
export interface Channels {
	/** Asks a channel to post what waits for it; with `leftovers`, also messages that were frozen but not posted. */
	look(channelId: string, leftovers?: boolean): void;
	/** Whether a message for a channel could leave at once. */
	isFree(channelId: string): boolean;
	/** Keeps a free channel for a message that is being stored right now, and posts it first; null when it could not be stored. */
	carry(channelId: string, message: Promise<MessageRow | null>): void;
	/** Forgets channels without a post for a day. */
	forgetQuiet(): void;
	/** Aborts when no more posts are to leave. */
	signal: AbortSignal;
	/** Starts no more posts; resolves when those in flight have been settled. */
	stop(): Promise<void>;
}

type Errand = { kind: "look"; leftovers: boolean } | { kind: "carry"; message: Promise<MessageRow | null> };

const QUIET_MS = 24 * 60 * 60_000;

/** Keeps all channels; each is in memory from its first errand on. */
export function keepChannels(delivery: DeliveryContext): Channels {
	const { clock, log, parking, observe, onTokenRefused } = delivery;
	const known = new Map<string, Channel>();
	const errands = new Mailboxes<Errand>({
		clock,
		take,
		isForGood,
		supersedes: (errand, before) =>
			errand.kind === "look" && before.kind === "look" && (errand.leftovers || !before.leftovers),
		onFailing(channelId, err, failures) {
			noteFailure(channelId);
			if (failures > 1) return;
			const isPosted = known.get(channelId)?.doing.is === "recording";
			if (isPosted) log.error({ err, channel: channelId }, "what became of a post could not be stored; trying again");
			else log.error({ err, channel: channelId }, "greetings could not be prepared; trying again until they can");
		},
		onDropped(channelId, { kind }, err) {
			noteFailure(channelId);
			log.error({ err, channel: channelId, what: kind }, "greetings cannot be said; trying again in a while");
		},
	});
	const context: ChannelContext = {
		...delivery,
		budget: new Budget(),
		signal: errands.signal,
		onTokenRefused() {
			void errands.stop();
			onTokenRefused();
		},
	};

	/** Notes that a channel failed. Its message may be stored in spite of the error, so it is looked for. */
	function noteFailure(channelId: string): void {
		const channel = known.get(channelId);
		if (channel) keep({ ...channel, leftovers: true });
		observe({ kind: "failing", id: channelId });
	}

	function keep(channel: Channel): Channel {
		known.set(channel.id, channel);
		return channel;
	}

	/** Sends one message and records its outcome. A look stays in the mailbox until nothing waits any more. */
	async function take(channelId: string, waiting: readonly [Errand, ...Errand[]]): Promise<number> {
		const channel = known.get(channelId) ?? keep(await openChannel(channelId, context));
		const isIdle = channel.doing.is === "idle"; // else it has failed half-way
		const begun = isIdle ? keep(await begin(channel, waiting)) : channel;
		await proceed(begun);
		const hadNothing = begun.doing.is === "idle";
		if (waiting[0].kind === "look") return hadNothing ? looksBeforeAnythingElse(waiting) : 0;
		if (!hadNothing) errands.post(channelId, { kind: "look", leftovers: false }); // who was in it may wait again
		return 1;
	}

	/** Gives an idle channel the message it is to send, if there is one. */
	async function begin(channel: Channel, waiting: readonly [Errand, ...Errand[]]): Promise<Channel> {
		const [errand] = waiting;
		if (errand.kind === "carry") {
			const message = await errand.message;
			return message ? carrying(channel, message) : channel;
		}
		if (parking.isParked(channel.id)) return channel;
		const leftovers = channel.leftovers || waiting.some((one) => one.kind === "look" && one.leftovers);
		return takeInHand({ ...channel, leftovers }, context);
	}

	/** Goes on until there is nothing more in hand. What has been posted is recorded also when no more posts are to leave. */
	async function proceed(channel: Channel): Promise<void> {
		let now = channel;
		while (now.doing.is === "recording" || (now.doing.is === "sending" && !errands.signal.aborted)) {
			now = keep(await goOn(now, context));
		}
	}

	return {
		look: (channelId, leftovers = false) => errands.post(channelId, { kind: "look", leftovers }),
		isFree(channelId) {
			const channel = known.get(channelId);
			if (!channel || errands.isBusy(channelId) || parking.isParked(channelId)) return false;
			return isFree(channel, context);
		},
		carry: (channelId, message) => errands.post(channelId, { kind: "carry", message }),
		forgetQuiet() {
			for (const [id, { bucket }] of known) {
				if (!errands.isBusy(id) && clock.steady() - bucket.at > QUIET_MS) known.delete(id);
			}
		},
		signal: errands.signal,
		async stop() {
			await errands.stop();
		},
	};
}

function looksBeforeAnythingElse(errands: readonly Errand[]): number {
	const end = errands.findIndex(({ kind }) => kind !== "look");
	return end === -1 ? errands.length : end;
}
