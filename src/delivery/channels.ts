import { Budget, type Turn } from "../budget.ts";
import { Mailboxes } from "../mailbox.ts";
import type { PostSample } from "../sample.ts";
import { isForGood } from "../store/failures.ts";
import type { MessageRow } from "../store/outbox.ts";
import type { Pace } from "../store/schema.ts";
import { type Channel, carrying, goOn, isFree, letsOut, openChannel } from "./channel.ts";
import type { ChannelContext, DeliveryContext } from "./context.ts";
import { awaiting, postSample, type WaitingSample } from "./sample.ts";
import { type InHand, takeInHand } from "./take-in-hand.ts";

/** All channels. Each posts one message after the other; all share one budget. */
export interface Channels {
	/** Asks a channel to post what waits for it; with `leftovers`, also messages that were frozen but not posted. */
	look(channelId: string, leftovers?: boolean): void;
	/** Whether a message for so many newcomers could leave at once, at their host's pace. */
	isFree(channelId: string, newcomers: { pace: Pace; people: number }): boolean;
	/** Keeps a channel that is free now for a message that is being stored, and posts it first; null when it could not be stored. */
	carry(channelId: string, message: Promise<MessageRow | null>): void;
	/** Posts a sample once nobody waits for its channel any more. */
	postSample: PostSample;
	/** Waits for a turn before everybody else who wants to post; null once none comes any more. */
	firstTurn(): Promise<Turn | null>;
	/** Forgets channels without a post for a day. */
	forgetQuiet(): void;
	/** Aborts when no more posts are to leave. */
	signal: AbortSignal;
	/** Starts no more posts; resolves when those in flight have been settled. */
	stop(): Promise<void>;
}

type Errand =
	| { kind: "look"; leftovers: boolean }
	| { kind: "carry"; message: Promise<MessageRow | null>; turn: Turn | null }
	| { kind: "sample"; waiting: WaitingSample };

const QUIET_MS = 24 * 60 * 60_000;

/** Keeps all channels; each is in memory from its first errand on. */
export function keepChannels(delivery: DeliveryContext): Channels {
	const { clock, log, parking, observe } = delivery;
	const known = new Map<string, Channel>();
	/** When channels that hold are looked at again, by the steady clock. */
	const looksAt = new Map<string, number>();
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
		onDropped(channelId, errand, err) {
			noteFailure(channelId);
			if (errand.kind === "carry") errand.turn?.giveBack();
			log.error({ err, channel: channelId, what: errand.kind }, "greetings cannot be said; trying again in a while");
		},
	});
	const budget = new Budget(clock, errands.signal);
	const context: ChannelContext = {
		...delivery,
		budget,
		signal: errands.signal,
		look(channelId) {
			observe({ kind: "due", channelId });
			errands.post(channelId, { kind: "look", leftovers: false });
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
		const [errand] = waiting;
		if (errand.kind === "sample" && isAtRest(channel)) {
			keep(await postSample(channel, errand.waiting, context));
			return 1;
		}
		const begun = isAtRest(channel) ? await begin(channel, waiting) : { channel, turn: null }; // else it has failed half-way
		keep(begun.channel);
		await proceed(begun);
		lookWhenItOpens(begun.channel);
		const hadNothing = isAtRest(begun.channel);
		if (errand.kind === "sample") return 0; // what has failed half-way is done with first
		if (errand.kind === "look") return hadNothing ? looksBeforeAnythingElse(waiting) : 0;
		if (!hadNothing) errands.post(channelId, { kind: "look", leftovers: false }); // who was in it may wait again
		return 1;
	}

	/** Gives a channel at rest the message it is to send, if there is one. */
	async function begin(channel: Channel, waiting: readonly [Errand, ...Errand[]]): Promise<InHand> {
		const [errand] = waiting;
		if (errand.kind === "carry") {
			const through = letsOut(channel, clock);
			const since = clock.steady();
			const message = await errand.message;
			if (message) return { channel: carrying(through, message, since), turn: errand.turn };
			errand.turn?.giveBack();
			return { channel, turn: null };
		}
		if (parking.isParked(channel.id)) return { channel, turn: null };
		const leftovers = channel.leftovers || waiting.some((one) => one.kind === "look" && one.leftovers);
		return takeInHand({ ...channel, leftovers }, context);
	}

	/** Goes on until there is nothing more in hand. What has been posted is recorded also when no more posts are to leave. */
	async function proceed({ channel, turn }: InHand): Promise<void> {
		let now = channel;
		let given = turn;
		while (now.doing.is === "recording" || (now.doing.is === "sending" && !errands.signal.aborted)) {
			now = keep(await goOn(now, given, context));
			given = null;
		}
	}

	/** Looks at a channel that holds again when its gate opens. It does not wait itself: who comes meanwhile may open it sooner. */
	function lookWhenItOpens({ id, doing }: Channel): void {
		if (doing.is !== "holding" || looksAt.get(id) === doing.until) return;
		const { until } = doing;
		looksAt.set(id, until);
		void clock.sleep(until - clock.steady(), errands.signal).then(() => {
			if (looksAt.get(id) !== until) return;
			looksAt.delete(id);
			errands.post(id, { kind: "look", leftovers: false });
		});
	}

	return {
		look: (channelId, leftovers = false) => errands.post(channelId, { kind: "look", leftovers }),
		isFree(channelId, newcomers) {
			const channel = known.get(channelId);
			if (!channel || errands.isBusy(channelId) || parking.isParked(channelId)) return false;
			return isFree(channel, newcomers, context);
		},
		carry: (channelId, message) => errands.post(channelId, { kind: "carry", message, turn: budget.takeFree() }),
		postSample(sample) {
			const { waiting, outcome } = awaiting(sample, clock, errands.signal);
			errands.post(sample.channelId, { kind: "sample", waiting });
			return outcome;
		},
		firstTurn: () => budget.take(Number.NEGATIVE_INFINITY),
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

function isAtRest({ doing }: Channel): boolean {
	return doing.is === "idle" || doing.is === "holding";
}

function looksBeforeAnythingElse(errands: readonly Errand[]): number {
	const end = errands.findIndex(({ kind }) => kind !== "look");
	return end === -1 ? errands.length : end;
}
