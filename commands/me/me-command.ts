import {
	ApplicationIntegrationType,
	type AutocompleteInteraction,
	type ChatInputCommandInteraction,
	InteractionContextType,
	type ModalSubmitInteraction,
	SlashCommandBuilder,
	type SlashCommandSubcommandBuilder,
} from "discord.js";
import { z } from "zod";
import {
	type Command,
	type Context,
	type Message,
	type Pressed,
	type Reply,
	readInput,
	reads,
} from "../../src/command.ts";
import { personOn } from "../../src/store/people.ts";
import { choice, described } from "../described.ts";
import { withSuggestions } from "../settings/options.ts";
import { type Asker, askerOf, type Where, where } from "./asker.ts";
import { saveName, setLanguage, setQuiet } from "./change.ts";
import { dataOf } from "./data.ts";
import { afterwards, askToForget, forgetNow, keepEverything } from "./forget.ts";
import { chosenLanguage, readLanguage, suggestOwnLanguage } from "./language.ts";
import { showMyGreeting } from "./my-greeting.ts";
import { nameForm } from "./name-form.ts";

type Submitted = ModalSubmitInteraction;

/** What it does on a server and in direct messages alike: whoever asks sees and changes what is theirs. */
const anywhere = {
	async run(interaction: ChatInputCommandInteraction, context: Context): Promise<Reply> {
		const asker = askerOf(interaction);
		switch (interaction.options.getSubcommand()) {
			case "name":
				return askForName(asker, context, interaction.locale);
			case "quiet":
				return setQuiet(asker, context, whereIn(interaction), true);
			case "language": {
				const language = readLanguage(interaction.options.getString("language", true), context.clock.now());
				return setLanguage(asker, context, whereIn(interaction), language);
			}
			case "data":
				return dataOf(asker, context);
			case "forget":
				return askToForget(asker, context);
			default:
				return showMyGreeting(asker, context);
		}
	},
	async suggest({ options, locale }: AutocompleteInteraction, { say }: Context) {
		return suggestOwnLanguage(options.getFocused(), locale, say);
	},
	press: {
		/** Below a greeting, for all to press. It is called as it was when the oldest of those that stand were posted. */
		panel: reads(z.tuple([]), async (interaction: Pressed, context) => showMyGreeting(askerOf(interaction), context)),
		name: reads(z.tuple([]), async (interaction: Pressed, context) =>
			askForName(askerOf(interaction), context, interaction.locale),
		),
		quiet: reads(z.tuple([where]), async (interaction: Pressed, context, [of]) =>
			instead(await setQuiet(askerOf(interaction), context, of, true)),
		),
		named: reads(z.tuple([where]), async (interaction: Pressed, context, [of]) =>
			instead(await setQuiet(askerOf(interaction), context, of, false)),
		),
		language: reads(z.tuple([where, chosenLanguage]), async (interaction: Pressed, context, [of, language]) =>
			instead(await setLanguage(askerOf(interaction), context, of, language)),
		),
		data: reads(z.tuple([]), async (interaction: Pressed, context) => dataOf(askerOf(interaction), context)),
		forget: reads(z.tuple([]), async (interaction: Pressed, context) => askToForget(askerOf(interaction), context)),
		erase: reads(z.tuple([afterwards]), async (interaction: Pressed, context, [then]) =>
			instead(await forgetNow(askerOf(interaction), context, then)),
		),
		keep: reads(z.tuple([]), async (_: Pressed, context) => instead(keepEverything(context))),
	},
	submit: {
		"save-name": reads(z.tuple([]), async (interaction: Submitted, context) =>
			saveName(interaction, askerOf(interaction), context),
		),
	},
};

/** `/me`: how somebody is greeted, and what they can change about it. For everybody, about nobody but themselves. */
export const me = {
	data: described(new SlashCommandBuilder().setName("me"), "me.command.about")
		.setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((show) => described(show.setName("show"), "me.command.show"))
		.addSubcommand((name) => described(name.setName("name"), "me.command.name"))
		.addSubcommand((quiet) => withWhere(described(quiet.setName("quiet"), "me.command.quiet")))
		.addSubcommand((language) =>
			withWhere(
				described(language.setName("language"), "me.command.language").addStringOption((option) =>
					withSuggestions(described(option.setName("language"), "me.command.whichLanguage")).setRequired(true),
				),
			),
		)
		.addSubcommand((data) => described(data.setName("data"), "me.command.data"))
		.addSubcommand((forget) => described(forget.setName("forget"), "me.command.forget")),
	who: "everyone",
	...anywhere,
	direct: anywhere,
} satisfies Command;

/** Adds the option that says where what somebody says of themselves holds. */
function withWhere(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
	return subcommand.addStringOption((option) =>
		described(option.setName("where"), "me.command.where").addChoices(
			choice("me.command.here", "here"),
			choice("me.command.everywhere", "everywhere"),
		),
	);
}

function whereIn({ options }: ChatInputCommandInteraction): Where {
	return readInput(where, options.getString("where") ?? "here");
}

async function askForName(asker: Asker, { store, say }: Context, locale: string): Promise<Reply> {
	return nameForm(asker, await personOn(store, asker.userId, asker.serverId), say, locale);
}

function instead(message: Message): Message {
	return { ...message, replaces: true };
}
