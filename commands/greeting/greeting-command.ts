import {
	ApplicationIntegrationType,
	InteractionContextType,
	SlashCommandBuilder,
	type SlashCommandStringOption,
	type SlashCommandSubcommandBuilder,
} from "discord.js";
import { z } from "zod";
import { type Command, type Context, type Invocation, type Reply, readInput, reads } from "../../src/command.ts";
import { TEXT_KEYS } from "../../src/greetings/texts.ts";
import { joinedLines } from "../../src/profiles/joined-lines.ts";
import { textInLayer } from "../../src/profiles/text-in-layer.ts";
import { type FormText, inForm } from "../../src/profiles/variants.ts";
import { snowflake } from "../../src/snowflake.ts";
import { choice, described } from "../described.ts";
import { borrowWordings, showWordings } from "./borrow.ts";
import { showAllTexts } from "./choose.ts";
import { endingsInId, readForm, textForm } from "./form.ts";
import { findGuest, guestOf } from "./guest.ts";
import { previewFor, showTexts } from "./preview.ts";
import { askToReset, plain, resetText } from "./reset.ts";
import { postSample } from "./sample.ts";
import { saveText } from "./save.ts";
import { page, type Target, targetOf, textKey, textScope } from "./target.ts";
import { readTyped } from "./typed.ts";

/**
 * `/greeting`: what a host's guests hear.
 *
 * It has no `default_member_permissions`: Discord would hide it from those who are hosts by role alone. The frame's check of
 * `who` keeps everybody else out.
 */
export const greeting = {
	data: described(new SlashCommandBuilder().setName("greeting"), "greeting.command.about")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((edit) => aboutText(described(edit.setName("edit"), "greeting.command.edit")))
		.addSubcommand((borrow) => aboutText(described(borrow.setName("borrow"), "greeting.command.borrow")))
		.addSubcommand((preview) =>
			described(preview.setName("preview"), "greeting.command.preview").addUserOption((as) =>
				described(as.setName("as"), "greeting.command.as"),
			),
		)
		.addSubcommand((reset) => aboutText(described(reset.setName("reset"), "greeting.command.reset"))),
	who: "hosts",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "preview":
				return preview(interaction, context);
			case "borrow":
				return showWordings(interaction, context, targetIn(interaction));
			case "reset":
				return askToReset(interaction, context, targetIn(interaction));
			default:
				return edit(targetIn(interaction), context);
		}
	},
	submit: {
		save: reads(z.tuple([textKey, textScope]), async (interaction, context, [key, scope]) =>
			saveText(interaction, context, targetOf(interaction, key, scope), readForm(interaction, key)),
		),
	},
	press: {
		choose: reads(z.tuple([]), async (interaction, context) => showAllTexts(interaction, context)),
		edit: reads(z.tuple([textKey, textScope]), async (interaction, context, [key, scope]) =>
			edit(targetOf(interaction, key, scope), context),
		),
		preview: reads(z.tuple([snowflake, page]), async (interaction, context, [guestId, from]) =>
			previewFor(interaction, context, await findGuest(interaction, context, guestId), from),
		),
		sample: reads(z.tuple([]), async (interaction, context) => postSample(interaction, context)),
		texts: reads(z.tuple([textKey, textScope, page]), async (interaction, context, [key, scope, from]) =>
			showTexts(interaction, context, targetOf(interaction, key, scope), "", from),
		),
		borrow: reads(z.tuple([textKey, textScope, page]), async (interaction, context, [key, scope, from]) =>
			showWordings(interaction, context, targetOf(interaction, key, scope), from),
		),
		borrowed: reads(z.tuple([textKey, textScope]), async (interaction, context, [key, scope]) =>
			borrowWordings(interaction, context, targetOf(interaction, key, scope)),
		),
		again: reads(z.tuple([textKey, textScope, endingsInId]), async (interaction, context, [key, scope, endings]) => {
			const target = targetOf(interaction, key, scope);
			return formWith(target, { typed: await readTyped(interaction.message), endings }, context);
		}),
		join: reads(z.tuple([textKey, textScope, endingsInId]), async (interaction, context, [key, scope, endings]) => {
			const target = targetOf(interaction, key, scope);
			const typed = await readTyped(interaction.message);
			return formWith(target, { typed: joinedLines(key, typed) ?? typed, endings }, context);
		}),
		reset: reads(z.tuple([textKey, textScope]), async (interaction, context, [key, scope]) => {
			const target = targetOf(interaction, key, scope);
			return { ...(await resetText(interaction, context, target)), replaces: true };
		}),
		keep: reads(z.tuple([]), async (_, { say }) => ({ ...plain(say("greeting.reset.kept")), replaces: true })),
	},
} satisfies Command;

/** Adds the options that say which text is meant and whose. */
function aboutText(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
	const which = (option: SlashCommandStringOption) =>
		described(option.setName("which"), "greeting.command.which")
			.setRequired(true)
			.addChoices(TEXT_KEYS.map((key) => choice(`texts.choice.${key}`, key)));
	const whose = (option: SlashCommandStringOption) =>
		described(option.setName("for"), "greeting.command.whose").addChoices(
			choice("greeting.command.mine", "me"),
			choice("greeting.command.everyones", "server"),
		);
	return subcommand.addStringOption(which).addStringOption(whose);
}

function targetIn(interaction: Invocation): Target {
	return targetOf(
		interaction,
		readInput(textKey, interaction.options.getString("which", true)),
		readInput(textScope, interaction.options.getString("for") ?? "me"),
	);
}

async function edit(target: Target, context: Context): Promise<Reply> {
	const layer = await textInLayer(context.store, target);
	return textForm(target, layer, inForm(target.key, layer.now), context.say);
}

async function formWith(target: Target, text: FormText, { store, say }: Context): Promise<Reply> {
	return textForm(target, await textInLayer(store, target), text, say);
}

async function preview(interaction: Invocation, context: Context): Promise<Reply> {
	const user = interaction.options.getUser("as") ?? interaction.user;
	const member = interaction.options.getUser("as") ? interaction.options.getMember("as") : interaction.member;
	return previewFor(interaction, context, guestOf(user, member));
}
