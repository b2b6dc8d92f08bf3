import { judge, type Post } from "../outcome.ts";
import { type MessageRow, noteAttempt, unpostedMessage } from "../store/outbox.ts";
import { resolveDoubt } from "./doubt.ts";
import { freezeNext } from "./freeze.ts";
import { afterMaking, mannerOf } from "./hunt.ts";
import { attempt, type Line, type LineWork, RETRY_STORE_MS, turn } from "./line.ts";
import { type Trouble, troubleOf } from "./near-miss.ts";
import { conclude } from "./settle.ts";

/** A line that had nothing to say so many times in a row ends; the next greeting makes it anew. */
const IDLE_LOOKS = 60;
/** To a message that has waited so long for its first attempt another process may have seen. */
const OLD_MS = 60_000;

/** Says in a channel what waits for it, one post at a time, until it has long been idle or `signal` aborts. Never rejects. */
export async function runLine(line: Line, work: LineWork): Promise<void> {
	const { clock, log, parking, signal } = work;
	let failing = false;
	for (let looks = 0; !signal.aborted; ) {
		try {
			const said = !parking.isParked(line.channelId) && (await sayNext(line, work));
			failing = false;
			if (said) {
				looks = 0;
				continue;
			}
			if (!parking.isParked(line.channelId) && looks >= IDLE_LOOKS) return;
			line.idle = !parking.isParked(line.channelId);
			const rung = await line.bell.wait(clock, work.lookEveryMs, signal);
			line.idle = false;
			await line.reserved;
			line.leftovers ||= !rung;
			looks = rung ? 0 : looks + 1;
		} catch (err) {
			if (!failing)
				log.error({ err, channel: line.channelId }, "greetings could not be prepared; trying again until they can");
			failing = true;
			work.onFailing(line.channelId);
			line.leftovers = true;
			await clock.sleep(RETRY_STORE_MS, signal);
		}
	}
}

/** Takes the next message through to its end; false when there is nothing to say (any more) for now. */
async function sayNext(line: Line, work: LineWork): Promise<boolean> {
	await turn(line, work); // first the turn, then the words: who arrives while we wait is in the same message
	if (work.signal.aborted) return false;
	const next = await nextMessage(line, work);
	if (!next) return false;
	const { message, fresh } = next;
	const post = postOf(message);
	const before = line.attempted?.messageId === message.id ? line.attempted.trouble : "stopped";
	let trouble: Trouble | null = fresh ? null : before;
	for (let attempts = fresh ? message.attempts : message.attempts + 1; ; attempts++) {
		await turn(line, work);
		if (work.signal.aborted) return false;
		const doubt = attempts > 1 ? await resolveDoubt(message, post, work) : "none";
		line.leftovers ||= doubt === "settled"; // or it may be on its way, and is to be looked for again
		if (doubt === "settled") return true;
		if (doubt === "unseen") trouble = "unseen";
		if (work.signal.aborted) return false;
		const now = work.clock.now();
		const again = attempts > message.attempts;
		const isOld = Math.abs(now - message.frozen_at) > OLD_MS;
		if ((again || isOld) && !(await noteAttempt(work.store, message.id, { again, now }))) return true;
		const changes = work.parking.changesIn(message.server_id);
		const outcome = await attempt(post, line, work);
		const verdict = judge(outcome, attempts);
		if (verdict.do !== "again") {
			await conclude({ message, outcome, attempts, trouble, changes }, verdict, line, work);
			return true;
		}
		const ids = { channel: line.channelId, message: message.id };
		work.log.warn({ ...ids, attempts, outcome }, "post not through yet; trying again");
		trouble = troubleOf(outcome);
		line.attempted = { messageId: message.id, trouble };
		if (outcome.kind === "limited" && outcome.global) work.budget.closeFor(verdict.afterMs, work.clock.now());
		await work.clock.sleep(verdict.afterMs, work.signal);
	}
}

/** The message to send next. `fresh` ones have never been sent; their first attempt is already counted. */
async function nextMessage(line: Line, work: LineWork): Promise<{ message: MessageRow; fresh: boolean } | undefined> {
	const { store, clock, picks, scenery } = work;
	const handed = line.handed;
	line.handed = null;
	if (handed) return { message: handed, fresh: true };
	const left = line.leftovers ? await unpostedMessage(store, line.channelId) : undefined;
	if (left) return { message: left, fresh: false };
	line.leftovers = false;
	const now = clock.now();
	const drafting = { now, pick: picks.pick, scenery };
	const message = await freezeNext(store, line.channelId, mannerOf(line.hunt, now), drafting);
	line.hunt = afterMaking(line.hunt, message?.id ?? null);
	return message && { message, fresh: true };
}

function postOf(message: MessageRow): Post {
	return {
		channelId: message.channel_id,
		body: message.body ?? "",
		nonce: message.nonce,
		mentions: message.mentions.split(" ").filter(Boolean),
		silent: message.silent === 1,
	};
}
