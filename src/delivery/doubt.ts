import type { Post } from "../outcome.ts";
import { keepNearMiss } from "../store/near-misses.ts";
import type { MessageRow } from "../store/outbox.ts";
import { greetingsOf, isSettledPost, releaseGreetings, settlePosted } from "../store/outcomes.ts";
import type { ChannelContext } from "./context.ts";
import { keepMisses } from "./near-miss.ts";
import type { NamingPost } from "./pace.ts";

/**
 * As long as Discord surely remembers a nonce, sending again is safe: it makes no second message. It says only "the past
 * few minutes" (https://docs.discord.com/developers/resources/message#create-message), so after this we look before we send.
 */
const NONCE_SURE_MS = 2 * 60_000;
/** A request of another process may be under way for so long. No process waits longer for an answer. */
const ON_ITS_WAY_MS = 10_000;

/** Whether Discord may have forgotten the nonce of a message: then it is looked for before it is sent again. */
export function isForgettable({ frozen_at: frozenAt }: MessageRow, now: number): boolean {
	return now - frozenAt >= NONCE_SURE_MS;
}

/** When messages were frozen that are sent again without a look at `now`, in whole milliseconds, both ends included. */
export function frozenForSure(now: number): { from: number; to: number } {
	return { from: now - NONCE_SURE_MS + 1, to: now };
}

/** What has become of a message that may have been posted. */
type Doubt =
	/** It stands in its channel; the time is the steady clock's. */
	| { is: "there"; naming: NamingPost }
	/** Its greetings wait for new words (with the apology they are owed by now), or it may be on its way, or is to be looked for again: it is not to be sent now. */
	| { is: "missing" }
	/** It is to be looked for again, and not to be sent before: that could say it twice. For `retryAfterMs` nobody may look. */
	| { is: "out of sight"; retryAfterMs: number }
	/** The same words are to be sent again: the nonce holds. */
	| { is: "none" }
	/** The same words are to be sent again: nobody can tell. */
	| { is: "unseen" };

/** Finds out whether a message that may have been posted stands in its channel, once Discord may have forgotten its nonce. */
export async function resolveDoubt(
	message: MessageRow,
	post: Post,
	{ store, clock, log, find, signal, observe }: ChannelContext,
): Promise<Doubt> {
	const searchedAt = clock.now();
	const clockSetBack = searchedAt < message.frozen_at;
	if (!clockSetBack && !isForgettable(message, searchedAt)) return { is: "none" };
	const channelId = message.channel_id;
	const ids = { channel: channelId, message: message.id };
	const isAnother = (discordId: string) => isSettledPost(store, channelId, discordId);
	const finding = await find(post, message.frozen_at, isAnother);
	switch (finding.kind) {
		case "there": {
			const { at, discordId } = finding;
			const greetings = await store.transaction().execute(async (db) => {
				const greetings = await settlePosted(db, { messageId: message.id, discordId, at });
				await keepMisses(db, { greetings, channelId, at, trouble: "found", plainTrial: false });
				return greetings;
			});
			observe({ kind: "settled", state: "posted", at, greetings });
			log.info(ids, "a post whose outcome was unknown stands in its channel");
			return {
				is: "there",
				naming: { at: clock.steady() - Math.max(0, clock.now() - at), people: greetings.length },
			};
		}
		case "missing": {
			if (clockSetBack) return { is: "none" }; // nobody knows how old it is: it may be on its way, with its nonce
			const taken = await store.transaction().execute(async (db) => {
				const greetings = await greetingsOf(db, message.id);
				const [first] = greetings;
				const miss = { kind: "retried", cause: "lost", people: greetings.length } as const;
				const now = clock.now();
				const untried = { from: searchedAt - ON_ITS_WAY_MS, to: now + ON_ITS_WAY_MS };
				const taken = await releaseGreetings(db, message.id, { untried });
				if (taken && first) await keepNearMiss(db, { sessionId: first.session_id, channelId }, miss, now);
				return taken;
			});
			if (taken) log.info(ids, "a post whose outcome was unknown is not in its channel; its greetings are said anew");
			else await clock.sleep(ON_ITS_WAY_MS, signal); // and look again, unless another process has seen to it
			return { is: "missing" };
		}
		case "limited":
			observe({ kind: "failing", id: channelId });
			return { is: "out of sight", retryAfterMs: finding.retryAfterMs };
		case "unanswered":
			observe({ kind: "failing", id: channelId });
			log.warn(
				{ ...ids, reason: finding.reason },
				"whether a post stands in its channel cannot be told yet; looking again before it is sent",
			);
			return { is: "out of sight", retryAfterMs: 0 };
		case "unreadable":
			log.warn(
				{ ...ids, reason: finding.reason },
				"whether a post stands in its channel cannot be told; sending it again",
			);
			return { is: "unseen" };
	}
}
