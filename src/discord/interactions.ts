import {
	type ApplicationCommandOptionChoiceData,
	type AutocompleteInteraction,
	type Client,
	Events,
	type Interaction,
	type MessageComponentInteraction,
	ModalBuilder,
} from "discord.js";
import {
	type Answerable,
	type Command,
	type CommonContext,
	type Context,
	type Reply,
	readCustomId,
} from "../command.ts";
import { ANSWER_WITHIN_MS, MOST_SUGGESTIONS } from "../limits.ts";
import type { PhrasesIn, Say } from "../phrases/phrases.ts";
import { UserError } from "../user-error.ts";
import { type Answered, beginAnswer } from "./answer.ts";
import { mayHost, requireAudience } from "./audience.ts";
import { insist, isAnswered } from "./insist.ts";

/**
 * Answers commands, buttons and forms: acknowledges in time, runs the command, sends what it returns, privately, all in the
 * reader's language. `addTo` may add to what has been answered with a message.
 */
export function answerInteractions(
	client: Client,
	commands: readonly Command[],
	common: CommonContext,
	phrasesIn: PhrasesIn,
	addTo: (answered: Answerable, say: Say) => Promise<void>,
): void {
	const { clock, log, world } = common;
	const byName = new Map(commands.map((command) => [command.data.name, command]));

	async function react(interaction: Interaction): Promise<void> {
		if (interaction.isAutocomplete()) return suggest(interaction);
		if (!(interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit())) return;
		const said = saidTo(interaction);
		const answer = beginAnswer(interaction, { ...common, ...said });
		const context = { ...common, ...said, meanwhile: answer.say };
		const reply = await replyTo(interaction, context).catch((error: unknown) =>
			replyToFailure(interaction, error, context),
		);
		await answer.give(reply ?? context.say("frame.outdated"));
		if (interaction.inCachedGuild() && !(reply instanceof ModalBuilder)) await add(interaction, context);
	}

	/** What of a context depends on who does something. */
	function saidTo(interaction: Interaction): Pick<Context, "mayHost" | "say"> {
		const isHost = async () => interaction.inCachedGuild() && mayHost(interaction, common.store);
		return { mayHost: isHost, say: phrasesIn(interaction.locale) };
	}

	async function add(interaction: Answerable, { say }: Context): Promise<void> {
		try {
			await addTo(interaction, say);
		} catch (err) {
			log.error(
				{ err, interaction: interaction.id },
				"nothing could be added to an answer; the next command tries again",
			);
		}
	}

	/** Until a server is shown, nothing can be said of its rooms, or of what anybody may do there. */
	function isShown(serverId: string | null): boolean {
		return (
			serverId !== null && client.guilds.cache.get(serverId)?.available === true && world.server(serverId) !== undefined
		);
	}

	async function replyTo(interaction: Answered, context: Context): Promise<Reply | undefined> {
		if (interaction.guildId === null) return replyInDirect(interaction, context);
		if (!interaction.inCachedGuild() || !isShown(interaction.guildId)) return context.say("frame.notShown");
		const id = readCustomId(interaction.isChatInputCommand() ? interaction.commandName : interaction.customId);
		const command = byName.get(id.command);
		if (!command) return undefined;
		if (interaction.isMessageComponent()) return replyToPress(interaction, command, context);
		await requireAudience(interaction, command.who, context.store);
		if (interaction.isChatInputCommand()) return command.run(interaction, context);
		return named(command.submit, id.action)?.(interaction, context, id.rest);
	}

	async function replyToPress(
		interaction: MessageComponentInteraction<"cached">,
		command: Command,
		context: Context,
	): Promise<Reply | undefined> {
		const { action, rest } = readCustomId(interaction.customId);
		const byAll = named(command.pressByAll, action);
		if (byAll) return byAll(interaction, context, rest);
		await requireAudience(interaction, command.who, context.store);
		return named(command.press, action)?.(interaction, context, rest);
	}

	async function replyInDirect(interaction: Answered, context: Context): Promise<Reply | undefined> {
		const id = readCustomId(interaction.isChatInputCommand() ? interaction.commandName : interaction.customId);
		const direct = byName.get(id.command)?.direct;
		if (!direct) return context.say("frame.outsideServers");
		if (interaction.isChatInputCommand())
			return direct.run?.(interaction, context) ?? context.say("frame.outsideServers");
		if (interaction.isMessageComponent()) return named(direct.press, id.action)?.(interaction, context, id.rest);
		return named(direct.submit, id.action)?.(interaction, context, id.rest);
	}

	async function suggest(interaction: AutocompleteInteraction): Promise<void> {
		const until = clock.steady() + ANSWER_WITHIN_MS;
		const respond = (choices: readonly ApplicationCommandOptionChoiceData[]) =>
			insist(() => interaction.respond(choices.slice(0, MOST_SUGGESTIONS)), { clock, until });
		try {
			await respond(await choicesFor(interaction));
		} catch (err) {
			if (isAnswered(err)) return; // by another process
			log.error({ err, interaction: interaction.id }, "suggestions failed; none are made");
			await respond([]);
		}
	}

	async function choicesFor(interaction: AutocompleteInteraction): Promise<ApplicationCommandOptionChoiceData[]> {
		const command = byName.get(interaction.commandName);
		// Nothing is said while somebody types.
		const context = { ...common, ...saidTo(interaction), meanwhile: async () => undefined };
		if (interaction.guildId === null) return (await command?.direct?.suggest?.(interaction, context)) ?? [];
		if (!interaction.inCachedGuild() || !isShown(interaction.guildId)) return [];
		return (await command?.suggest?.(interaction, context)) ?? [];
	}

	function replyToFailure(interaction: Answered, err: unknown, { say }: Context): string {
		if (err instanceof UserError) return err.in(say);
		const ids = { interaction: interaction.id, server: interaction.guildId, user: interaction.user.id };
		log.error({ err, ...ids }, "a command failed");
		return say("frame.failed", { number: interaction.id });
	}

	client.on(Events.InteractionCreate, (interaction) => {
		react(interaction).catch((err: unknown) => {
			if (isAnswered(err)) log.info({ interaction: interaction.id }, "another process has answered a command");
			else log.error({ err, interaction: interaction.id }, "an answer to a command could not be sent");
		});
	});
}

/** What has this name; nothing for a name that every object knows, such as `constructor`. */
function named<T>(things: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
	return things && Object.hasOwn(things, name) ? things[name] : undefined;
}
