import {
	type AutocompleteInteraction,
	type Client,
	Events,
	type Interaction,
	type MessageComponentInteraction,
	MessageFlags,
	ModalBuilder,
} from "discord.js";
import type { Clock } from "../clock.ts";
import {
	ACKNOWLEDGED_AFTER_MS,
	type Answerable,
	type Command,
	type Context,
	type Message,
	OUTDATED,
	type Reply,
	readCustomId,
} from "../command.ts";
import { MOST_SUGGESTIONS } from "../limits.ts";
import { UserError } from "../user-error.ts";
import { requireAudience } from "./audience.ts";

/**
 * Answers commands, buttons and forms: acknowledges in time, runs the command, sends what it returns, privately. `addTo` may
 * add to what has been answered with a message.
 */
export function answerInteractions(
	client: Client,
	commands: readonly Command[],
	context: Context,
	addTo: (answered: Answerable) => Promise<void>,
): void {
	const byName = new Map(commands.map((command) => [command.data.name, command]));

	async function react(interaction: Interaction): Promise<void> {
		if (!interaction.inCachedGuild()) return;
		if (interaction.isAutocomplete()) return suggest(interaction);
		if (!(interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit())) return;
		const acknowledging = acknowledgeLater(interaction, context.clock);
		const reply = await replyTo(interaction).catch((error: unknown) => replyToFailure(interaction, error));
		await acknowledging.settled();
		await sendReply(interaction, reply ?? OUTDATED);
		if (!(reply instanceof ModalBuilder)) await addTo(interaction);
	}

	async function replyTo(interaction: Answerable): Promise<Reply | undefined> {
		const id = readCustomId(interaction.isChatInputCommand() ? interaction.commandName : interaction.customId);
		const command = byName.get(id.command);
		if (!command) return undefined;
		await requireAudience(interaction, command.who, context.store);
		if (interaction.isChatInputCommand()) return command.run(interaction, context);
		if (interaction.isMessageComponent()) return named(command.press, id.action)?.(interaction, context, id.rest);
		return named(command.submit, id.action)?.(interaction, context, id.rest);
	}

	async function suggest(interaction: AutocompleteInteraction<"cached">): Promise<void> {
		const choices = await byName.get(interaction.commandName)?.suggest?.(interaction, context);
		await interaction.respond((choices ?? []).slice(0, MOST_SUGGESTIONS));
	}

	function replyToFailure(interaction: Answerable, err: unknown): string {
		if (err instanceof UserError) return err.message;
		const ids = { interaction: interaction.id, server: interaction.guildId, user: interaction.user.id };
		context.log.error({ err, ...ids }, "a command failed");
		return `That did not work, and it was my fault. Nothing was lost; please try again. If it keeps happening, tell whoever runs Byname this number: ${interaction.id}`;
	}

	client.on(Events.InteractionCreate, (interaction) => {
		react(interaction).catch((err: unknown) => {
			context.log.error({ err, interaction: interaction.id }, "an answer to a command could not be sent");
		});
	});
}

/** What has this name; nothing for a name that every object knows, such as `constructor`. */
function named<T>(things: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
	return things && Object.hasOwn(things, name) ? things[name] : undefined;
}

/** Acknowledges an interaction unless `settled` is called in time. `settled` rejects when acknowledging has failed. */
function acknowledgeLater(interaction: Answerable, clock: Clock): { settled(): Promise<unknown> } {
	const inTime = new AbortController();
	const acknowledged = clock.sleep(ACKNOWLEDGED_AFTER_MS, inTime.signal).then(async () => {
		if (!inTime.signal.aborted) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
	});
	acknowledged.catch(() => undefined); // `settled` returns this rejection; it must not be unhandled before that
	return {
		settled() {
			inTime.abort();
			return acknowledged;
		},
	};
}

/** Whether a component is on a message that only its user sees. Messages that others see are not changed. */
function isTheirs(interaction: Answerable): interaction is MessageComponentInteraction<"cached"> {
	return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
}

async function sendReply(interaction: Answerable, reply: Reply): Promise<void> {
	if (reply instanceof ModalBuilder) {
		if (interaction.isModalSubmit()) throw new Error("a form cannot be answered with a form");
		if (!interaction.deferred) {
			await interaction.showModal(reply);
			return;
		}
		reply = "That took too long to open. Please try again.";
	}
	const { v2, replaces, ...body }: Message = typeof reply === "string" ? { content: reply } : reply;
	const shown = { components: [], allowedMentions: { parse: [] as const }, ...body };
	const layout: MessageFlags.IsComponentsV2[] = v2 ? [MessageFlags.IsComponentsV2] : [];
	if (interaction.deferred) await interaction.editReply({ ...shown, flags: layout });
	else if (replaces && isTheirs(interaction)) await interaction.update({ ...shown, flags: layout });
	else await interaction.reply({ ...shown, flags: [MessageFlags.Ephemeral, ...layout] });
}
