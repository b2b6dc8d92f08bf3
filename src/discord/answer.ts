import {
	type ChatInputCommandInteraction,
	type MessageComponentInteraction,
	MessageFlags,
	ModalBuilder,
	type ModalMessageModalSubmitInteraction,
	type ModalSubmitInteraction,
	RESTJSONErrorCodes,
} from "discord.js";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { ACKNOWLEDGED_AFTER_MS, type Message, type Quietly, type Reply } from "../command.ts";
import { ANSWER_WITHIN_MS } from "../limits.ts";
import type { Say } from "../phrases/phrases.ts";
import { insist } from "./insist.ts";
import { BrokenReply, checkForm, rendered } from "./rendered.ts";
import { failureOf } from "./send.ts";

/** An interaction that is answered with a message or a form, wherever it was used. */
export type Answered = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** The answer to one interaction. */
export interface Answer {
	/** Sends it, privately. Rejects when Discord takes none (any more). */
	give(reply: Reply): Promise<void>;
	/** Says words in its place meanwhile; nothing before it has been acknowledged. Never rejects. */
	say(words: string): Promise<void>;
}

/** Whether Discord has had its first answer: it takes one, within three seconds. */
type Standing =
	| "open"
	/** It has been acknowledged; now that message is edited. */
	| "acknowledged"
	/** It was to be acknowledged, and nobody heard whether it has been. */
	| "unclear";

/** Begins to answer an interaction: if `give` is not called soon, it is acknowledged. */
export function beginAnswer(
	interaction: Answered,
	{ clock, log, say }: { clock: Clock; log: Logger; say: Say },
): Answer {
	const until = clock.steady() + ANSWER_WITHIN_MS;
	const ready = new AbortController();
	const acknowledging = acknowledge();
	acknowledging.catch(() => undefined); // `give` hears of it; it must not be unhandled before that

	async function acknowledge(): Promise<Standing> {
		await clock.sleep(ACKNOWLEDGED_AFTER_MS, ready.signal);
		if (ready.signal.aborted) return "open";
		const defer = () => interaction.deferReply({ flags: MessageFlags.Ephemeral });
		try {
			await insist(defer, { clock, until, signal: ready.signal });
			return "acknowledged";
		} catch (error) {
			if (failureOf(error).kind === "refused") throw error;
			return "unclear";
		}
	}

	async function send(reply: Reply, standing: Standing): Promise<void> {
		if (typeof reply === "string") return sendMessage({ content: reply }, standing);
		if ("quietly" in reply) return sendNothing(reply, standing);
		if (!(reply instanceof ModalBuilder)) return sendMessage(reply, standing);
		if (standing !== "open") return send(say("frame.tooSlow"), standing);
		if (interaction.isModalSubmit()) throw new BrokenReply("a form cannot be answered with a form");
		checkForm(reply);
		await insist(() => interaction.showModal(reply), { clock, until });
	}

	async function sendNothing({ quietly }: Quietly, standing: Standing): Promise<void> {
		if (standing !== "open" || !interaction.isMessageComponent()) return sendMessage({ content: quietly }, standing);
		await insist(() => interaction.deferUpdate(), { clock, until });
	}

	async function sendMessage(message: Message, standing: Standing): Promise<void> {
		const replaced = standing === "open" ? replacedBy(message, interaction) : null;
		const sent = rendered(message);
		if (standing !== "acknowledged") {
			const first = () => (replaced ? replaced.update(sent.asChange) : interaction.reply(sent.asReply));
			const given = await insist(first, { clock, until, attemptsBefore: standing === "unclear" ? 1 : 0 });
			if (standing === "open") interaction.replied = true; // discord.js does not know it where nobody heard of it
			if (given === "now" || standing === "open") return;
		}
		interaction.deferred = true; // discord.js does not know it where the acknowledgement was not heard of
		await insist(() => interaction.editReply(sent.asChange), { clock, until: clock.steady() + EDITED_WITHIN_MS });
	}

	return {
		async say(words) {
			if (!interaction.deferred) return;
			try {
				await interaction.editReply(rendered({ content: words }).asChange);
			} catch (err) {
				log.debug({ err, interaction: interaction.id }, "how far a command is could not be said");
			}
		},
		async give(reply) {
			ready.abort();
			const standing = await acknowledging;
			try {
				await send(reply, standing);
			} catch (err) {
				if (!isOurs(err)) throw err;
				const ids = { interaction: interaction.id, server: interaction.guildId, user: interaction.user.id };
				log.error({ err, ...ids }, "an answer breaks Discord's rules; its user is told that something went wrong");
				await send(say("frame.failed", { number: interaction.id }), standing);
			}
		},
	};
}

/** Somebody looks at "Byname is thinking" for so long at most. */
const EDITED_WITHIN_MS = 60_000;

/** Whether an answer failed because of what is in it. */
function isOurs(error: unknown): boolean {
	if (error instanceof BrokenReply) return true;
	const failure = failureOf(error);
	const codes = [RESTJSONErrorCodes.InvalidFormBodyOrContentType, RESTJSONErrorCodes.CannotSendAnEmptyMessage];
	return failure.kind === "refused" && codes.includes(failure.code);
}

/**
 * The interaction whose message is to be changed into a reply; null when the reply is a message of its own. What others see
 * is not changed, and no layout becomes a plain message again, which Discord does not do.
 */
function replacedBy(
	{ replaces, v2 }: Message,
	interaction: Answered,
): MessageComponentInteraction | ModalMessageModalSubmitInteraction | null {
	if (!replaces || !(interaction.isMessageComponent() || isFromMessage(interaction))) return null;
	const { flags } = interaction.message;
	const isChangeable = v2 || !flags.has(MessageFlags.IsComponentsV2);
	return isChangeable && flags.has(MessageFlags.Ephemeral) ? interaction : null;
}

/** Whether a form was opened from a message. */
function isFromMessage(interaction: Answered): interaction is ModalMessageModalSubmitInteraction {
	return interaction.isModalSubmit() && interaction.isFromMessage();
}
