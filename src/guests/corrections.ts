import type { Logger } from "pino";
import { type Bucket, bucketAfter, spendAt, waitFor } from "../bucket.ts";
import type { Turn } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { Mailboxes } from "../mailbox.ts";
import type { StandingPosts } from "../standing-posts.ts";
import { chunks } from "../store/chunks.ts";
import {
	askForCorrections,
	channelsToCorrect,
	correctionsIn,
	dropOldCorrections,
	endCorrections,
	type OpenCorrection,
} from "../store/corrections.ts";
import { isForGood } from "../store/failures.ts";
import { channelsForRecaps, dropOldRecaps, endRecap, type LateRecap, recapsIn } from "../store/late-recaps.ts";
import { EVERYWHERE } from "../store/people.ts";
import type { Store } from "../store/queryable.ts";
import type { NamingIn } from "./calling.ts";
import { correct, type StandingMessage } from "./correct.ts";
import type { Said } from "./wishes.ts";

/** Changes posts that stand in their channels where somebody is to be called otherwise from now on, or a recap has come. */
export interface Corrections {
	/** Tells that posts in these channels are to be changed. */
	look(channelIds: Iterable<string>): void;
	/**
	 * Asks for corrections where a message was being composed while somebody said something of themselves: to another process,
	 * or in that very moment.
	 */
	review(said: readonly Said[]): Promise<void>;
	/** Makes what an earlier process left, and looks for more now and then. */
	takeUp(): void;
	/** Changes nothing more; resolves once what is under way is done. */
	stop(): Promise<void>;
}

export interface CorrectionsContext {
	store: Store;
	clock: Clock;
	log: Logger;
	posts: StandingPosts;
	namingIn: NamingIn;
	/** What somebody goes by on a server, if they are in one of its rooms. */
	shownOn(serverId: string, userId: string): string | null;
	/** Waits for leave to make a request, before all posts that wait; null once there is none any more. */
	turn(): Promise<Turn | null>;
}

/** Others who press a button at the same time as somebody are to be in the same change. */
const GATHER_MS = 200;
/** A message that is on its way is looked at again so soon; one that has been for long, as where a channel takes no posts, later. */
const SETTLING_MS = { soon: 400, later: 1_500, longMs: 60_000 };
/** What is frozen this much before somebody says something of themselves may be composed without it. */
const COMPOSED_WITHIN_MS = 5_000;
/** All is looked over this often: another process may have left something. */
const LOOK_EVERY_MS = 30_000;

/** Keeps the corrections of all channels: one message of a channel is changed after the other. */
export function keepCorrections(context: CorrectionsContext): Corrections {
	const { store, clock, log } = context;
	/** Before these times, by the steady clock, messages are left alone. */
	const restsUntil = new Map<string, number>();
	const looks = new Mailboxes<"look">({
		clock,
		take,
		isForGood,
		supersedes: () => true,
		onFailing(channelId, err, failures) {
			if (failures === 1) log.error({ err, channel: channelId }, "a greeting could not be changed; trying again");
		},
		onDropped(channelId, _, err) {
			log.error({ err, channel: channelId }, "a greeting cannot be changed; trying again in a while");
		},
	});
	/** How fast each channel takes changes. */
	const buckets = new Map<string, Bucket>();
	const own = new Map<string, string>();
	const held = new Map<string, { by: string; since: number }>();
	/** When channels are looked at again by themselves, by the steady clock. */
	const looksAt = new Map<string, number>();
	let looking = Promise.resolve();

	/** Changes one message of a channel; the look stays until there is nothing to do for now. */
	async function take(channelId: string): Promise<number> {
		await clock.sleep(GATHER_MS, looks.signal);
		if (looks.signal.aborted) return 1;
		const corrections = await correctionsIn(store, channelId);
		const recaps = await recapsIn(store, channelId);
		const [lost, open] = partition(corrections, isLost);
		const [lostRecaps, openRecaps] = partition(recaps, isLost);
		await endCorrections(store, lost);
		for (const recap of lostRecaps) await endRecap(store, recap);
		const messages = messagesOf(open, openRecaps);
		const [next] = messages.filter(({ discordId, id }) => discordId !== null && !isResting(id));
		if (next === undefined) {
			lookAgain(channelId, messages);
			return 1;
		}
		const bucket = buckets.get(channelId) ?? bucketAfter([], { now: clock.now(), steady: clock.steady() });
		await clock.sleep(waitFor(bucket, clock.steady()), looks.signal);
		if (looks.signal.aborted) return 1;
		buckets.set(channelId, spendAt(bucket, clock.steady()));
		const afterMs = await correct(next, { ...context, own, held });
		if (afterMs === null) restsUntil.delete(next.id);
		else restsUntil.set(next.id, clock.steady() + afterMs);
		return 0;
	}

	function isResting(messageId: string): boolean {
		return (restsUntil.get(messageId) ?? Number.NEGATIVE_INFINITY) > clock.steady();
	}

	/** Looks again when the first of them is on its way no more, or may be tried again. */
	function lookAgain(channelId: string, messages: readonly StandingMessage[]): void {
		if (messages.length === 0) return;
		const at = Math.min(...messages.map((message) => changeableAt(message)));
		if (at >= (looksAt.get(channelId) ?? Number.POSITIVE_INFINITY)) return;
		looksAt.set(channelId, at);
		void clock.sleep(Math.max(0, at - clock.steady()), looks.signal).then(() => {
			if (looksAt.get(channelId) !== at) return; // it is looked at sooner
			looksAt.delete(channelId);
			looks.post(channelId, "look");
		});
	}

	/** From when on a message may be changed, as far as is known, by the steady clock. */
	function changeableAt({ id, discordId, frozenAt }: StandingMessage): number {
		if (discordId !== null) return restsUntil.get(id) ?? clock.steady();
		const { soon, later, longMs } = SETTLING_MS;
		return clock.steady() + (clock.now() - frozenAt > longMs ? later : soon);
	}

	async function lookOverAll(): Promise<void> {
		while (!looks.signal.aborted) {
			try {
				await dropOldCorrections(store, clock.now());
				await dropOldRecaps(store);
				look(new Set([...(await channelsToCorrect(store)), ...(await channelsForRecaps(store))]));
			} catch (err) {
				log.warn({ err }, "could not look for greetings that are to be changed; trying again");
			}
			tidyUp();
			await clock.sleep(LOOK_EVERY_MS, looks.signal);
		}
	}

	/** Keeps nothing in mind that no longer matters. */
	function tidyUp(): void {
		for (const id of restsUntil.keys()) if (!isResting(id)) restsUntil.delete(id);
		for (const [id, { since }] of held) if (clock.steady() - since > 2 * LOOK_EVERY_MS) held.delete(id);
		for (const [id, { at }] of buckets) if (clock.steady() - at > LOOK_EVERY_MS) buckets.delete(id);
	}

	function look(channelIds: Iterable<string>): void {
		for (const channelId of channelIds) looks.post(channelId, "look");
	}

	return {
		look,
		async review(said) {
			const frozenSince = Math.min(...said.map(({ at }) => at)) - COMPOSED_WITHIN_MS;
			for (const some of chunks(said)) {
				const userIds = some.map(({ userId }) => userId);
				const asked = { userIds, serverId: EVERYWHERE, at: clock.now(), sorry: false, mustGo: false, frozenSince };
				look(await askForCorrections(store, asked));
			}
		},
		takeUp() {
			looking = lookOverAll();
		},
		async stop() {
			await Promise.all([looks.stop(), looking]);
		},
	};
}

/** What is to be changed in a message. */
type MessageToChange = Pick<OpenCorrection, "message" | "room_id">;

/** Whether it had been deleted before we knew where it stood. */
function isLost({ message }: MessageToChange): boolean {
	return message.state === "posted" && message.discord_id === null;
}

/** The messages in which something is to be changed: first those in which people are called, for a name is worth more than a link. */
function messagesOf(corrections: readonly OpenCorrection[], recaps: readonly LateRecap[]): StandingMessage[] {
	const all = Map.groupBy<string, MessageToChange>([...corrections, ...recaps], ({ message }) => message.id);
	return [...all].map(([id, [change]]) => {
		const isHere = ({ message }: MessageToChange) => message.id === id;
		return asMessage(change as MessageToChange, corrections.filter(isHere), recaps.find(isHere) ?? null);
	});
}

function asMessage(
	{ room_id, message }: MessageToChange,
	corrections: readonly OpenCorrection[],
	recap: LateRecap | null,
): StandingMessage {
	return {
		id: message.id,
		serverId: message.server_id,
		roomId: room_id,
		channelId: message.channel_id,
		frozenAt: message.frozen_at,
		discordId: message.state === "posted" ? message.discord_id : null,
		mentions: message.mentions.split(" ").filter(Boolean),
		layout: message.layout,
		corrections,
		recap,
	};
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
	return [all.filter(is), all.filter((one) => !is(one))];
}
