import {
	ApplicationIntegrationType,
	ButtonBuilder,
	ButtonStyle,
	InteractionContextType,
	PermissionFlagsBits,
	SlashCommandBuilder,
	type SlashCommandStringOption,
	TextDisplayBuilder,
} from "discord.js";
import { z } from "zod";
import {
	type Answerable,
	type Command,
	type Context,
	customId,
	type Message,
	readField,
	readInput,
	reads,
} from "../../src/command.ts";
import { TEXT_KEYS, type TextKey } from "../../src/greetings/texts.ts";
import { readVariants, textInLayer, writeVariants } from "../../src/profiles/variants.ts";
import { snowflake } from "../../src/snowflake.ts";
import { ALL_HOSTS, saveVariants } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { TEXTS, textForm } from "./form.ts";
import { findGuest, guestOf, previewFor, showReset, showTexts, type Target } from "./preview.ts";
import { readTyped, showProblems } from "./typed.ts";

const which = (option: SlashCommandStringOption) =>
	option
		.setName("which")
		.setDescription("Which text")
		.setRequired(true)
		.addChoices(TEXT_KEYS.map((key) => ({ name: TEXTS[key].label, value: key })));
const whose = (option: SlashCommandStringOption) =>
	option
		.setName("for")
		.setDescription("Whose text: yours, or the one for all hosts who have none of their own")
		.addChoices({ name: "Me", value: "me" }, { name: "The whole server (needs Manage Server)", value: "server" });

/** What its options and custom ids say: a text, whose it is, and the block that a page begins with. */
const key = z.enum(TEXT_KEYS);
const scope = z.enum(["me", "server"]);
const page = z
	.string()
	.regex(/^\d{1,3}$/)
	.transform(Number);

/**
 * `/greeting`: what a host's guests hear.
 *
 * It has no `default_member_permissions`: Discord would hide it from those who are hosts by role alone. The frame's check of
 * `who` keeps everybody else out.
 */
export const greeting = {
	data: new SlashCommandBuilder()
		.setName("greeting")
		.setDescription("The words your guests are greeted with")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((edit) =>
			edit
				.setName("edit")
				.setDescription("Change a text, in up to ten wordings")
				.addStringOption(which)
				.addStringOption(whose),
		)
		.addSubcommand((preview) =>
			preview
				.setName("preview")
				.setDescription("See what your guests would hear now")
				.addUserOption((as) => as.setName("as").setDescription("Who is greeted; you, unless you choose somebody")),
		)
		.addSubcommand((reset) =>
			reset
				.setName("reset")
				.setDescription("Go back to the server's or Byname's text")
				.addStringOption(which)
				.addStringOption(whose),
		),
	who: "hosts",
	async run(interaction, context) {
		if (interaction.options.getSubcommand() === "preview") {
			const user = interaction.options.getUser("as") ?? interaction.user;
			const member = interaction.options.getUser("as") ? interaction.options.getMember("as") : interaction.member;
			return previewFor(interaction, context, guestOf(user, member));
		}
		const target = targetOf(
			interaction,
			readInput(key, interaction.options.getString("which", true)),
			readInput(scope, interaction.options.getString("for") ?? "me"),
		);
		if (interaction.options.getSubcommand() === "reset") return askToReset(interaction, context, target);
		const { now, beneathIs } = await textInLayer(context.store, target);
		return textForm(target, beneathIs, writeVariants(now));
	},
	submit: {
		save: reads(z.tuple([key, scope]), async (interaction, context, [key, scope]) => {
			const typed = readField(interaction, "texts");
			return saveTyped(interaction, context, targetOf(interaction, key, scope), typed);
		}),
	},
	press: {
		preview: reads(z.tuple([snowflake, page]), async (interaction, context, [guestId, from]) =>
			previewFor(interaction, context, await findGuest(interaction, context, guestId), from),
		),
		texts: reads(z.tuple([key, scope, page]), async (interaction, context, [key, scope, from]) =>
			showTexts(interaction, context, targetOf(interaction, key, scope), "", from),
		),
		again: reads(z.tuple([key, scope]), async (interaction, context, [key, scope]) => {
			const target = targetOf(interaction, key, scope);
			const { beneathIs } = await textInLayer(context.store, target);
			return textForm(target, beneathIs, await readTyped(interaction.message));
		}),
		reset: reads(z.tuple([key, scope]), async (interaction, context, [key, scope]) => {
			const target = targetOf(interaction, key, scope);
			return { ...(await resetText(interaction, context, target)), replaces: true };
		}),
		keep: reads(z.tuple([]), async () => ({ ...plain("Nothing has changed."), replaces: true })),
	},
} satisfies Command;

/** Which text is meant and whose; throws a `UserError` unless they may change it. */
function targetOf(interaction: Answerable, key: TextKey, scope: Target["scope"]): Target {
	if (scope === "server" && !interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) {
		throw new UserError(
			"The server's texts need the permission *Manage Server*. You can change your own: leave out `for`, or choose “Me”.",
		);
	}
	return { key, scope, serverId: interaction.guildId, hostId: scope === "server" ? ALL_HOSTS : interaction.user.id };
}

async function saveTyped(interaction: Answerable, context: Context, target: Target, typed: string): Promise<Message> {
	const { language, beneath, beneathIs } = await textInLayer(context.store, target);
	const { sources, problems } = readVariants(target.key, typed, language);
	if (problems.length > 0) {
		return showProblems(typed, problems, customId("greeting", "again", target.key, target.scope));
	}
	// A text like the one beneath is not stored: it goes on following that one when it changes.
	const same = writeVariants(sources) === writeVariants(beneath);
	await setText(context, target, same ? [] : sources);
	const whatFor =
		sources.length === 0
			? ` You left the form empty, so I go back to ${beneathIs} text.`
			: same
				? ` That is ${beneathIs} text word for word, so I keep to it, also when it changes.`
				: "";
	return showTexts(interaction, context, target, `**Saved.**${whatFor}`);
}

/** Stores a text's variants; with none the layer beneath is said again. */
async function setText({ store, changed }: Context, target: Target, sources: readonly string[]): Promise<void> {
	await saveVariants(store, { ...target, sources });
	changed(target.serverId);
}

async function askToReset(interaction: Answerable, context: Context, target: Target): Promise<Message> {
	const text = await textInLayer(context.store, target);
	const { key, scope } = target;
	const label = TEXTS[key].label;
	if (!text.set) {
		const owner = scope === "server" ? "The server has" : "You have";
		return plain(`${owner} set no text for *${label}*: ${text.beneathIs} text is said already.`);
	}
	const whose = scope === "server" ? "the server's text" : "your text";
	const go = customId("greeting", "reset", key, scope);
	return showReset(interaction, context, target, text, {
		head: `Shall I go back to ${text.beneathIs} text for *${label}*? What ${whose} says now is lost then.`,
		buttons: [
			new ButtonBuilder({ customId: go, label: "Go back", style: ButtonStyle.Danger }),
			new ButtonBuilder({ customId: customId("greeting", "keep"), label: "Keep it", style: ButtonStyle.Secondary }),
		],
	});
}

async function resetText(interaction: Answerable, context: Context, target: Target): Promise<Message> {
	const { beneathIs } = await textInLayer(context.store, target);
	await setText(context, target, []);
	return showTexts(interaction, context, target, `**Done.** I go back to ${beneathIs} text.`);
}

function plain(content: string): Message {
	return { v2: true, components: [new TextDisplayBuilder({ content })] };
}
