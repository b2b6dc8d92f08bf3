import { Budget } from "../budget.ts";
import { Mailboxes } from "../mailbox.ts";
import { isForGood } from "../store/failures.ts";
import type { MessageRow } from "../store/outbox.ts";
import { type Channel, carrying, goOn, isFree, openChannel, takeInHand } from "./channel.ts";
import type { Delivering, Posting } from "./posting.ts";

/** All channels: each says one thing after the other; all share one budget. */
export interface Channels {
	/** Has a channel say what waits for it; with `leftovers`, also messages that were frozen but not posted. */
	look(channelId: string, leftovers?: boolean): void;
	/** Whether a message for a channel could leave at once. */
	isFree(channelId: string): boolean;
	/** Has a free channel say a message that is being stored right now, and nothing before it; null: it could not be stored. */
	carry(channelId: string, message: Promise<MessageRow | null>): void;
	/** Forgets channels in which nothing has been said for a day. */
	forgetQuiet(): void;
	/** Aborts when no more posts are to leave. */
	signal: AbortSignal;
	/** Starts no more posts; resolves when those in flight have been settled. */
	stop(): Promise<void>;
}

type Errand = { kind: "look"; leftovers: boolean } | { kind: "carry"; message: Promise<MessageRow | null> };

const QUIET_MS = 24 * 60 * 60_000;

/** Keeps all channels. One is known from the first errand on. */
export function keepChannels(delivering: Delivering): Channels {
	const { clock, log, parking, observe, onTokenRefused } = delivering;
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
	const posting: Posting = {
		...delivering,
		budget: new Budget(),
		signal: errands.signal,
		onTokenRefused() {
			void errands.stop();
			onTokenRefused();
		},
	};

	/** Whatever failed may have been stored all the same. */
	function noteFailure(channelId: string): void {
		const channel = known.get(channelId);
		if (channel) keep({ ...channel, leftovers: true });
		observe({ kind: "failing", id: channelId });
	}

	function keep(channel: Channel): Channel {
		known.set(channel.id, channel);
		return channel;
	}

	/** Takes one message through to its end. A look is done with when there is nothing to say (any more). */
	async function take(channelId: string, waiting: readonly [Errand, ...Errand[]]): Promise<number> {
		const [errand] = waiting;
		const channel = known.get(channelId) ?? keep(await openChannel(channelId, posting));
		const isIdle = channel.doing.is === "idle"; // else it has failed half-way
		if (errand.kind === "carry") {
			const message = await errand.message;
			await proceed(isIdle && message ? keep(carrying(channel, message)) : channel);
			return 1;
		}
		const end = waiting.findIndex(({ kind }) => kind !== "look");
		const looks = end === -1 ? waiting.length : end;
		if (isIdle && parking.isParked(channelId)) return looks;
		const leftovers = channel.leftovers || waiting.some((one) => one.kind === "look" && one.leftovers);
		const next = isIdle ? keep(await takeInHand({ ...channel, leftovers }, posting)) : channel;
		if (next.doing.is === "idle") return looks;
		await proceed(next);
		return 0;
	}

	async function proceed(channel: Channel): Promise<void> {
		for (let now = channel; now.doing.is !== "idle" && !errands.signal.aborted; ) now = keep(await goOn(now, posting));
	}

	return {
		look: (channelId, leftovers = false) => errands.post(channelId, { kind: "look", leftovers }),
		isFree(channelId) {
			const channel = known.get(channelId);
			if (!channel || errands.isBusy(channelId) || parking.isParked(channelId)) return false;
			return isFree(channel, posting);
		},
		carry: (channelId, message) => errands.post(channelId, { kind: "carry", message }),
		forgetQuiet() {
			for (const [id, { bucket }] of known) {
				if (!errands.isBusy(id) && clock.steady() - bucket.at > QUIET_MS) known.delete(id);
			}
		},
		signal: errands.signal,
		stop: () => errands.stop(),
	};
}
