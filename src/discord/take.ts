import type { Interaction } from "discord.js";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Store } from "../store/queryable.ts";
import { forgetTaken, takeInteraction } from "../store/taken.ts";

interface TakeContext {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Aborts when this process begins to end. */
	signal: AbortSignal;
}

/** A store that does not answer keeps nobody from being answered: Discord gives three seconds. */
const TAKEN_WITHIN_MS = 400;
/** Where another process has taken over, it gets so much of a start. */
const HEAD_START_MS = 300;
/** Nothing can be answered any more a quarter of an hour after it was sent. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;
const FORGET_EVERY = 100;

/**
 * Sees to it that what somebody does is done by one process alone: while one takes over from another, Discord tells both of it.
 * Returns what resolves to whether it is this one's to do. Never rejects.
 */
export function takeInTurn({ store, clock, log, signal }: TakeContext): (interaction: Interaction) => Promise<boolean> {
	let asked = 0;

	async function take({ id }: Interaction): Promise<boolean> {
		if (asked++ % FORGET_EVERY === 0) await forgetTaken(store, clock.now() - FORGOTTEN_AFTER_MS);
		return takeInteraction(store, id, clock.now());
	}

	return async (interaction) => {
		if (signal.aborted) await clock.sleep(HEAD_START_MS);
		const given = new AbortController();
		const taking = take(interaction).catch((err: unknown) => {
			log.warn(
				{ err, interaction: interaction.id },
				"it could not be stored who answers a command; another process may, too",
			);
			return true;
		});
		const isOurs = await Promise.race([taking, clock.sleep(TAKEN_WITHIN_MS, given.signal).then(() => true)]);
		given.abort();
		if (!isOurs) log.debug({ interaction: interaction.id }, "another process answers a command");
		return isOurs;
	};
}
