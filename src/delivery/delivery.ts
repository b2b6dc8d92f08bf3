import type { Turn } from "../budget.ts";
import type { PostSample } from "../sample.ts";
import type { Newcomers } from "../store/arrivals.ts";
import { channelsWithWork, dueBetween, type GreetingRow } from "../store/outbox.ts";
import { forgetGreetings } from "../store/outcomes.ts";
import { keepChannels } from "./channels.ts";
import type { DeliveryContext } from "./context.ts";
import { admit } from "./free-lane.ts";

/** Posts the greetings that are stored. */
export interface Delivery {
	/** Tells that greetings may wait in a channel. */
	look(channelId: string): void;
	/**
	 * Stores newcomers with their greetings, and posts these. Resolves once all is stored, with the greetings of those who
	 * had not come before; rejects when it could not be stored.
	 */
	admit(newcomers: Newcomers): Promise<GreetingRow[]>;
	/** Posts words that a host wants to see once; nobody is greeted with them. */
	postSample: PostSample;
	/** Posts what an earlier process left. To be called once Discord shows who is where, because texts may mention it. */
	takeUp(): void;
	/** Tries the parked channels of a server again, because permissions there have changed. */
	unpark(serverId: string): void;
	/** Waits for leave to make one request, before all posts that wait; null once no more are to leave. */
	turn(): Promise<Turn | null>;
	/** Starts no more posts; resolves when those in flight have been settled. */
	stop(): Promise<void>;
}

/** A greeting is given up when both its arrival and the end of its session are so long ago. */
const OVERDUE_MS = 10 * 60_000;
const FORGET_EVERY_MS = 60_000;
/** All channels are looked over this often: another process may have left something, or an errand may have been lost. */
const LOOK_EVERY_MS = 30_000;

/** Starts delivery. What an earlier process left waits for `takeUp`. */
export function startDelivery(context: DeliveryContext): Delivery {
	const { store, clock, log, parking, observe, onUnsaid } = context;
	const channels = keepChannels(context);
	const { signal } = channels;
	let leftovers = Promise.resolve();
	const forgetting = forgetOverdue();

	function look(channelId: string): void {
		observe({ kind: "due", channelId });
		channels.look(channelId);
	}

	async function lookOverAll(): Promise<void> {
		while (!signal.aborted) {
			try {
				for (const channelId of await channelsWithWork(store)) channels.look(channelId, true);
				await lookWhenDue();
			} catch (err) {
				log.error({ err }, "could not look for greetings that another process left; trying again");
			}
			channels.forgetQuiet();
			await clock.sleep(LOOK_EVERY_MS, signal);
		}
	}

	/** Looks as soon as greetings may be said that wait on purpose: it may be an earlier process that they came to. */
	async function lookWhenDue(): Promise<void> {
		const now = clock.now();
		for (const { channelId, dueAt } of await dueBetween(store, { after: now, until: now + LOOK_EVERY_MS })) {
			void clock.sleep(Math.max(0, dueAt - clock.now()), signal).then(() => channels.look(channelId));
		}
	}

	/** Gives up greetings that could not be posted in time: nobody wants last month's names when a channel lets us in again. */
	async function forgetOverdue(): Promise<void> {
		while (!signal.aborted) {
			await clock.sleep(FORGET_EVERY_MS, signal);
			try {
				const at = clock.now();
				const { greetings, unsaid } = await forgetGreetings(store, at - OVERDUE_MS, at);
				if (greetings.length === 0) continue;
				observe({ kind: "settled", state: "overdue", at, greetings });
				log.warn({ forgotten: greetings.length }, "greetings given up: their sessions are long over");
				for (const one of unsaid) onUnsaid(one);
			} catch (err) {
				log.error({ err }, "overdue greetings could not be given up yet");
			}
		}
	}

	return {
		look,
		admit: (newcomers) => admit(newcomers, { ...context, channels }),
		postSample: channels.postSample,
		turn: channels.firstTurn,
		takeUp() {
			leftovers = lookOverAll();
		},
		unpark(serverId) {
			for (const channelId of parking.unpark(serverId)) channels.look(channelId);
		},
		async stop() {
			await Promise.all([channels.stop(), leftovers, forgetting]);
		},
	};
}
