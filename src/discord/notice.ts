import { type MessageCreateOptions, MessageFlags, type SendableChannels } from "discord.js";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { judge, type Verdict } from "../outcome.ts";
import { postMessage } from "./send.ts";

/** A message that is posted once in a server, in the first channel that takes it. It pings nobody. */
export interface Notice extends Pick<MessageCreateOptions, "content" | "components"> {
	/** Discord makes no second message for a nonce it has just seen in the channel. */
	nonce: string;
}

export interface NoticeContext {
	clock: Clock;
	log: Logger;
	/** Ends what is under way when it aborts. */
	signal: AbortSignal;
}

const PLACES_TO_TRY = 3;
const ATTEMPTS = 5;

/** Posts a notice in the first of the channels that takes it; tries three. False when none did. */
export async function sayOnce(
	channels: readonly SendableChannels[],
	notice: Notice,
	context: NoticeContext,
): Promise<boolean> {
	for (const channel of channels.slice(0, PLACES_TO_TRY)) if (await sayIn(channel, notice, context)) return true;
	return false;
}

async function sayIn(channel: SendableChannels, notice: Notice, context: NoticeContext): Promise<boolean> {
	for (let attempt = 1; attempt <= ATTEMPTS && !context.signal.aborted; attempt++) {
		const verdict = await post(channel, notice, attempt, context);
		if (verdict.do === "settle") return true;
		if (verdict.do !== "again") return false;
		await context.clock.sleep(verdict.afterMs, context.signal);
	}
	return false;
}

async function post(
	{ id, client }: SendableChannels,
	notice: Notice,
	attempt: number,
	{ log }: NoticeContext,
): Promise<Verdict> {
	const outcome = await postMessage(client.rest, id, {
		...notice,
		enforce_nonce: true,
		allowed_mentions: { parse: [] },
		flags: MessageFlags.SuppressEmbeds,
	});
	if (outcome.kind !== "posted") log.warn({ channel: id, outcome }, "could not say something in a channel");
	return judge(outcome, attempt);
}
