import type { Outcome, Verdict } from "../outcome.ts";
import { keepParking, mendParking } from "../store/near-misses.ts";
import type { MessageRow } from "../store/outbox.ts";
import { greetingsOf, leaveChannel, releaseGreetings, settlePosted } from "../store/outcomes.ts";
import { keepUntold } from "../store/untold.ts";
import type { ChannelContext } from "./context.ts";
import { keepMisses, type Trouble } from "./near-miss.ts";

/** A message that has been sent, its outcome, and what is to be done about it. */
export interface Sent {
	message: MessageRow;
	outcome: Outcome;
	verdict: Exclude<Verdict, { do: "again" }>;
	/** How many attempts it took. */
	attempts: number;
	/** Why an earlier attempt failed, or may have been made; null when there was none. */
	trouble: Trouble | null;
	/** How often our permissions in its server had changed before the last attempt; see `Parking.changesIn`. */
	changes: number;
	/** When the last attempt was made, by the steady clock. */
	leftAt: number;
}

/**
 * Stores that a message stands in its channel, with what nearly went wrong on the way. `letsUsIn`: the channel may have
 * turned us away before. Returns how many greetings are in the message.
 */
export async function settle(
	{ message, outcome, trouble }: Sent,
	{ letsUsIn, plainTrial }: { letsUsIn: boolean; plainTrial: boolean },
	{ store, clock, log, observe }: ChannelContext,
): Promise<number> {
	const { id: messageId, channel_id: channelId } = message;
	const at = clock.now();
	const discordId = outcome.kind === "posted" ? outcome.discordId : null;
	const { greetings, mended } = await store.transaction().execute(async (db) => {
		const greetings = await settlePosted(db, { messageId, discordId, at });
		const sessionId = greetings[0]?.session_id;
		const mayMend = letsUsIn && sessionId !== undefined;
		const mended = mayMend && (await mendParking(db, { sessionId, channelId }, at));
		await keepMisses(db, { greetings, channelId, at, trouble, plainTrial });
		return { greetings, mended };
	});
	if (mended) log.info({ channel: channelId }, "the channel takes posts from Byname again");
	observe({ kind: "settled", state: "posted", at, greetings });
	log.debug({ channel: channelId, message: messageId, greetings: greetings.length }, "posted");
	return greetings.length;
}

/**
 * Parks a channel that turned a message away; whoever waits there is greeted when it lets us in. That somebody is to be told
 * is stored with it.
 */
export async function park(
	{ message, outcome, attempts, changes }: Sent,
	{ store, clock, log, parking, onParked }: ChannelContext,
): Promise<void> {
	const { channel_id: channelId, server_id: serverId } = message;
	const hasChanged = () => parking.changesIn(serverId) !== changes; // it may have let us in just as it turned us away
	const news = await store.transaction().execute(async (db) => {
		const greetings = await greetingsOf(db, message.id);
		// An only attempt that was turned away left nothing behind: once let in again, we say it in words of that time.
		if (attempts === 1) await releaseGreetings(db, message.id, { once: true });
		const sessionId = greetings[0]?.session_id;
		if (sessionId === undefined || hasChanged()) return null;
		const times = await keepParking(db, { sessionId, channelId }, greetings.length, clock.now());
		if (times === null) return null;
		await keepUntold(db, { session_id: sessionId, channel_id: channelId, kind: "parked" });
		return { serverId, channelId, sessionId, times };
	});
	const isLeftAlone = !hasChanged();
	if (isLeftAlone) parking.park(channelId, serverId, outcome.kind === "refused" ? outcome.code : 0);
	if (news) onParked(news); // once it is known why
	if (!isLeftAlone) return;
	log.warn(
		{ channel: channelId, message: message.id, outcome },
		"the channel takes no posts from Byname, which needs View Channel, Connect and Send Messages there; it is tried again when permissions change, or in ten minutes",
	);
}

/**
 * Leaves a channel that is no more. What was to be said in a room's own chat is dropped; all else is said where the server
 * wants it now.
 */
export async function leave({ message }: Sent, { store, clock, log, profiles, look }: ChannelContext): Promise<void> {
	const { channel_id: channelId, server_id: serverId } = message;
	const { dropped, moved, reset } = await leaveChannel(store, { channelId, serverId }, clock.now());
	profiles.changed(serverId);
	for (const id of new Set(moved)) look(id);
	const ids = { channel: channelId, server: serverId };
	if (dropped > 0) log.info({ ...ids, dropped }, "the channel is no more; what was to be said there is dropped");
	if (reset)
		log.warn({ ...ids, moved: moved.length }, "the channel is no more; greetings go to each room's own chat again");
	else if (moved.length > 0) {
		log.info(
			{ ...ids, moved: moved.length },
			"the channel is no more; who waits there is greeted where others are now",
		);
	}
}
