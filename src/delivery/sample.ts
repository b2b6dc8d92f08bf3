import { randomUUID } from "node:crypto";
import { emptyFor, waitFor } from "../bucket.ts";
import type { Clock } from "../clock.ts";
import { LONGEST_NONCE } from "../limits.ts";
import { judge, type Outcome } from "../outcome.ts";
import type { Sample, SampleOutcome } from "../sample.ts";
import { attempt, waitForBucket } from "./attempt.ts";
import type { Channel } from "./channel.ts";
import type { ChannelContext } from "./context.ts";
import { afterNaming, passage } from "./pace.ts";

/** Somebody looks at "Byname is thinking" for so long at most. */
const LONGEST_WAIT_MS = 10_000;

/** A sample that waits for its channel and its turn. */
export interface WaitingSample {
	sample: Sample;
	/** False once nobody waits for it any more; else nobody stops waiting from then on, because it is being posted. */
	begin(): boolean;
	/** Tells what became of it, if somebody still waits. */
	end(outcome: SampleOutcome): void;
}

/** Makes a sample wait, for a while at most. */
export function awaiting(sample: Sample, clock: Clock, signal: AbortSignal) {
	const { promise, resolve } = Promise.withResolvers<SampleOutcome>();
	let isWaiting = true;
	const begin = () => {
		const was = isWaiting;
		isWaiting = false;
		return was;
	};
	void clock.sleep(LONGEST_WAIT_MS, signal).then(() => {
		if (begin()) resolve({ is: "busy" });
	});
	return { waiting: { sample, begin, end: resolve } satisfies WaitingSample, outcome: promise };
}

/** Posts a sample once, or says why not; rejects only before that is decided. It draws from the channel's pace as a greeting of one person does. */
export async function postSample(channel: Channel, { sample, begin, end }: WaitingSample, context: ChannelContext) {
	const { clock, budget, profiles } = context;
	const { pace } = await profiles.of(sample.serverId, sample.hostId);
	const gate = passage(channel.gate, { paces: [pace], people: 1, followers: 0 }, clock.steady());
	if (gate.is === "held") {
		end({ is: "held", until: clock.now() + gate.until - clock.steady() });
		return channel;
	}
	const waitMs = waitFor(channel.bucket, clock.steady());
	if (waitMs > LONGEST_WAIT_MS) {
		end({ is: "limited", until: clock.now() + waitMs });
		return channel;
	}
	await waitForBucket(channel.bucket, context);
	const turn = await budget.take();
	if (!turn || !begin()) {
		turn?.giveBack();
		end({ is: "busy" });
		return channel;
	}
	const post = {
		channelId: channel.id,
		body: sample.body,
		nonce: newNonce(),
		mentions: [],
		silent: true,
		button: null,
		recapButton: null,
	};
	const { outcome, bucket, leftAt } = await attempt(post, { bucket: channel.bucket, turn }, context);
	if (outcome.kind === "limited" && outcome.global) budget.closeFor(outcome.retryAfterMs);
	end(outcomeOf(outcome, clock.now()));
	if (outcome.kind === "limited") return { ...channel, bucket: emptyFor(outcome.retryAfterMs, clock.steady()) };
	if (outcome.kind !== "posted") return { ...channel, bucket };
	return { ...channel, bucket, gate: afterNaming(channel.gate, { at: leftAt, people: 1 }) };
}

function outcomeOf(outcome: Outcome, now: number): SampleOutcome {
	switch (outcome.kind) {
		case "posted":
			return { is: "posted", discordId: outcome.discordId };
		case "limited":
			return { is: "limited", until: now + outcome.retryAfterMs };
		case "unknown":
			return { is: "unclear" };
		case "refused":
			return { is: "refused", because: judge(outcome, 1).do === "reword" ? "words" : "channel" };
	}
}

function newNonce(): string {
	return randomUUID().replaceAll("-", "").slice(0, LONGEST_NONCE);
}
