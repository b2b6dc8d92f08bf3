import {
	type ApplicationCommandOptionChoiceData,
	type AutocompleteInteraction,
	type Client,
	Events,
	type Interaction,
	ModalBuilder,
} from "discord.js";
import { type Answerable, type Command, type Context, OUTDATED, type Reply, readCustomId } from "../command.ts";
import { ANSWER_WITHIN_MS, MOST_SUGGESTIONS } from "../limits.ts";
import { UserError } from "../user-error.ts";
import { type Answered, apologyFor, beginAnswer } from "./answer.ts";
import { requireAudience } from "./audience.ts";
import { insist } from "./insist.ts";

const OUTSIDE = "I work on servers only. Please use this on a server that I am on.";
const NOT_SHOWN =
	"Discord has not shown me this server yet, so I cannot do that now. Please try again in a minute. If it stays so, somebody with *Manage Server* can remove me and add me again.";

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
	const { clock, log, world } = context;
	const byName = new Map(commands.map((command) => [command.data.name, command]));

	async function react(interaction: Interaction): Promise<void> {
		if (interaction.isAutocomplete()) return suggest(interaction);
		if (!(interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit())) return;
		const answer = beginAnswer(interaction, context);
		const reply = await replyTo(interaction).catch((error: unknown) => replyToFailure(interaction, error));
		await answer.give(reply ?? OUTDATED);
		if (interaction.inCachedGuild() && !(reply instanceof ModalBuilder)) await add(interaction);
	}

	async function add(interaction: Answerable): Promise<void> {
		try {
			await addTo(interaction);
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

	async function replyTo(interaction: Answered): Promise<Reply | undefined> {
		if (interaction.guildId === null) return OUTSIDE;
		if (!interaction.inCachedGuild() || !isShown(interaction.guildId)) return NOT_SHOWN;
		const id = readCustomId(interaction.isChatInputCommand() ? interaction.commandName : interaction.customId);
		const command = byName.get(id.command);
		if (!command) return undefined;
		await requireAudience(interaction, command.who, context.store);
		if (interaction.isChatInputCommand()) return command.run(interaction, context);
		if (interaction.isMessageComponent()) return named(command.press, id.action)?.(interaction, context, id.rest);
		return named(command.submit, id.action)?.(interaction, context, id.rest);
	}

	async function suggest(interaction: AutocompleteInteraction): Promise<void> {
		const until = clock.steady() + ANSWER_WITHIN_MS;
		const respond = (choices: readonly ApplicationCommandOptionChoiceData[]) =>
			insist(() => interaction.respond(choices.slice(0, MOST_SUGGESTIONS)), { clock, until });
		try {
			await respond(await choicesFor(interaction));
		} catch (err) {
			log.error({ err, interaction: interaction.id }, "suggestions failed; none are made");
			await respond([]);
		}
	}

	async function choicesFor(interaction: AutocompleteInteraction): Promise<ApplicationCommandOptionChoiceData[]> {
		if (!interaction.inCachedGuild() || !isShown(interaction.guildId)) return [];
		return (await byName.get(interaction.commandName)?.suggest?.(interaction, context)) ?? [];
	}

	function replyToFailure(interaction: Answered, err: unknown): string {
		if (err instanceof UserError) return err.message;
		const ids = { interaction: interaction.id, server: interaction.guildId, user: interaction.user.id };
		log.error({ err, ...ids }, "a command failed");
		return apologyFor(interaction);
	}

	client.on(Events.InteractionCreate, (interaction) => {
		react(interaction).catch((err: unknown) => {
			log.error({ err, interaction: interaction.id }, "an answer to a command could not be sent");
		});
	});
}

/** What has this name; nothing for a name that every object knows, such as `constructor`. */
function named<T>(things: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
	return things && Object.hasOwn(things, name) ? things[name] : undefined;
}
