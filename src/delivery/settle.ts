import type { Outcome, Verdict } from "../outcome.ts";
import { keepParking, mendParking } from "../store/near-misses.ts";
import type { MessageRow } from "../store/outbox.ts";
import { greetingsOf, releaseGreetings, settlePosted } from "../store/outcomes.ts";
import type { Store } from "../store/store.ts";
import { afterPost, isTrial } from "./hunt.ts";
import { type Line, type LineWork, RETRY_STORE_MS } from "./line.ts";
import { keepMisses, type Trouble } from "./near-miss.ts";
import { reword } from "./reword.ts";

/** A message, and what became of it after how many attempts. */
export interface Sent {
	message: MessageRow;
	outcome: Outcome;
	attempts: number;
	/** Why the last attempt was not the first; null when it was. */
	trouble: Trouble | null;
	/** How often its server had changed by then what we may do. */
	changes: number;
}

/** Records what became of a message, however long the store takes to be writable: a post must never be forgotten. */
export async function conclude(
	sent: Sent,
	verdict: Exclude<Verdict, { do: "again" }>,
	line: Line,
	work: LineWork,
): Promise<void> {
	const { clock, log, onFailing, signal } = work;
	for (let failing = false; ; failing = true) {
		try {
			return await settle(sent, verdict, line, work);
		} catch (err) {
			if (!failing)
				log.error({ err, message: sent.message.id }, "what became of a post could not be stored; trying again");
			onFailing(line.channelId);
			if (signal.aborted) return; // the next process sends the same nonce, and Discord makes no second message
			await clock.sleep(RETRY_STORE_MS, signal);
		}
	}
}

async function settle(
	sent: Sent,
	verdict: Exclude<Verdict, { do: "again" }>,
	line: Line,
	work: LineWork,
): Promise<void> {
	const { message, outcome } = sent;
	const { store, clock, log, onSettled, stopAll } = work;
	const ids = { channel: line.channelId, message: message.id };
	switch (verdict.do) {
		case "settle": {
			const at = clock.now();
			const greetings = await settleAt(sent, line, store, at);
			line.hunt = afterPost(line.hunt, { id: message.id, greetings: greetings.length }, clock.now());
			onSettled({ state: "posted", at, greetings });
			log.debug({ ...ids, greetings: greetings.length }, "posted");
			return;
		}
		case "park":
			return park(sent, line, work);
		case "reword":
			line.hunt = await reword(message, outcome, line.hunt, { store, clock, log, onSettled });
			return;
		case "stop":
			log.fatal({ ...ids }, "Discord no longer accepts the bot's token");
			stopAll();
	}
}

/** Records a message that stands in its channel, with what nearly went wrong on the way, and returns its greetings. */
async function settleAt({ message, outcome, trouble }: Sent, line: Line, store: Store, at: number) {
	const discordId = outcome.kind === "posted" ? outcome.discordId : null;
	const greetings = await store.transaction().execute(async (db) => {
		const greetings = await settlePosted(db, { messageId: message.id, discordId, at });
		const { channelId, wasParked } = line;
		const sessionId = greetings[0]?.session_id;
		if (wasParked && sessionId !== undefined) await mendParking(db, { sessionId, channelId }, at);
		await keepMisses(db, { greetings, channelId, at, trouble, plainTrial: isTrial(line.hunt, message.id) });
		return greetings;
	});
	line.wasParked = false;
	line.attempted = null;
	return greetings;
}

/** Leaves a channel alone that turned a message away; whoever waits there is greeted when it lets us in. */
async function park({ message, outcome, attempts, changes }: Sent, line: Line, work: LineWork): Promise<void> {
	const { store, clock, log, parking, onParked } = work;
	const { channelId } = line;
	const hasChanged = () => parking.changesIn(message.server_id) !== changes; // it may have let us in just as it turned us away
	const told = await store.transaction().execute(async (db) => {
		const greetings = await greetingsOf(db, message.id);
		// An only attempt that was turned away left nothing behind: once let in again, we say it in words of that time.
		if (attempts === 1) await releaseGreetings(db, message.id, { once: true });
		const sessionId = greetings[0]?.session_id;
		if (sessionId === undefined || hasChanged()) return null;
		const first = await keepParking(db, { sessionId, channelId }, greetings.length, clock.now());
		return first ? { serverId: message.server_id, channelId, sessionId } : null;
	});
	if (told) onParked(told);
	line.leftovers = true; // if it was taken back, there is none to find
	line.wasParked = true;
	if (hasChanged()) return;
	parking.park(channelId, message.server_id);
	log.warn(
		{ channel: channelId, message: message.id, outcome },
		"the channel takes no posts from Byname: it needs View Channel, Connect and Send Messages there",
	);
}
