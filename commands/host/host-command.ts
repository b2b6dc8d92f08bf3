import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from "discord.js";
import { z } from "zod";
import { type Answerable, type Command, type Context, type Invocation, readInput, reads } from "../../src/command.ts";
import { LONGEST_CHOICE } from "../../src/limits.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { readChange, SETTINGS, type Setting } from "../../src/profiles/setting-rules.ts";
import { storable } from "../../src/storable.ts";
import { profilesOf } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { choice, described } from "../described.ts";
import { chooseCoHosts, setCoHosts } from "../settings/co-hosts.ts";
import { ALL_OF_THEM, givenIn, suggestSettings, withOneOf, withSettings } from "../settings/options.ts";
import { showSettings } from "../settings/show.ts";
import { changeTo, formFor } from "./change.ts";
import { CONTROLS } from "./controls.ts";
import { CUE_CHANNELS } from "./cue.ts";
import { LONGEST_GIVEN } from "./fields.ts";
import { mySettings } from "./my-settings.ts";
import { giveBack, requirePlace, saveOwn } from "./save.ts";

const setting = z.enum(SETTINGS);
/** Words in a custom id, in as many parts as they have colons. */
const given = z
	.tuple([setting], z.string())
	.refine((parts) => parts.slice(1).join(":").length <= LONGEST_GIVEN)
	.transform(([of, ...parts]) => [of, storable(parts.join(":"))] as const);
/** What is chosen in place of something that was refused. */
const chosenValue = z.string().max(LONGEST_CHOICE);

/** A host's own settings. */
export const host = {
	// No default permission: Discord would hide it from those who are hosts by a role alone. `who` is what counts.
	data: described(new SlashCommandBuilder().setName("host"), "host.command.about")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((show) => described(show.setName("show"), "host.show.about"))
		.addSubcommand((set) =>
			withSettings(described(set.setName("set"), "host.set.about"), [
				choice("settings.cues.off", "off"),
				choice("settings.cues.inThatChannel", "on"),
				choice("settings.cues.byDirectMessage", "dm"),
			]).addChannelOption((option) =>
				described(option.setName("cue-in"), "host.set.cueIn").addChannelTypes(...CUE_CHANNELS),
			),
		)
		.addSubcommand((coHosts) => described(coHosts.setName("co-hosts"), "host.coHosts.about"))
		.addSubcommand((reset) =>
			described(reset.setName("reset"), "host.reset.about").addStringOption((option) =>
				withOneOf(described(option, "host.reset.which"), SETTINGS),
			),
		),
	who: "hosts",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "set":
				return setOwn(interaction, context);
			case "co-hosts":
				return chooseCoHosts(interaction, context);
			case "reset":
				return resetOwn(interaction, context);
			default:
				return mySettings(interaction, context);
		}
	},
	async suggest(interaction, context) {
		return suggestSettings(interaction, context);
	},
	press: {
		/** Below the welcome. */
		zone: reads(z.tuple([]), async (interaction, context) => formFor("time-zone", interaction, context)),
		// As it is called in messages that stand since: the welcome, for one.
		panel: reads(z.tuple([]), async (interaction, context) => mySettings(interaction, context)),
		change: reads(z.tuple([setting]), async (interaction, context, [of]) => formFor(of, interaction, context)),
		again: reads(given, async (interaction, context, [of, words]) => formFor(of, interaction, context, words)),
		take: reads(z.tuple([setting]), async (interaction, context, [of]) => {
			const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [];
			return changeTo(readInput(chosenValue, chosen), of, interaction, context);
		}),
		"co-hosts": reads(z.tuple([]), async (interaction, context) => chooseCoHosts(interaction, context)),
		"co-hosts-chosen": reads(z.tuple([]), async (interaction, context) => setCoHosts(interaction, context)),
		"give-back": reads(z.tuple([]), async (interaction, context) => {
			const values = interaction.isStringSelectMenu() ? interaction.values : [];
			await giveBack(
				interaction,
				context,
				SETTINGS.filter((setting) => values.includes(setting)),
			);
			return { ...(await mySettings(interaction, context)), replaces: true };
		}),
	},
	submit: {
		save: reads(z.tuple([setting]), async (interaction, context, [of]) =>
			changeTo(CONTROLS[of].read(interaction), of, interaction, context),
		),
	},
} satisfies Command;

async function setOwn(interaction: Invocation, context: Context): Promise<string> {
	const { options, guild, guildId, user } = interaction;
	const given = givenIn(options);
	const cueIn = options.getChannel("cue-in", false, CUE_CHANNELS);
	const settings = SETTINGS.filter((setting) => given[setting] !== undefined || (setting === "cue" && cueIn));
	if (settings.length === 0) throw new UserError(phrase("host.set.nothingNamed"));
	const change = readChange(given, context.clock.now());
	if (cueIn && given.cue === "dm")
		throw new UserError(phrase("host.set.twoPlaces", { on: phrase("settings.cues.inThatChannel") }));
	if (cueIn) {
		await requirePlace(cueIn, user.id, context);
		Object.assign(change, { cue: given.cue ?? "on", cue_to: cueIn.id });
	} else if (given.cue === "on") {
		const { host } = await profilesOf(context.store, guildId, user.id);
		if (host?.cue_to !== "dm") await requirePlace(guild.channels.cache.get(host?.cue_to ?? ""), user.id, context);
	}
	await saveOwn(interaction, context, change);
	return context.say("host.set.saved", { settings: await nowHolds(interaction, context, settings) });
}

async function resetOwn(interaction: Invocation, context: Context): Promise<string> {
	const wanted = readInput(z.enum([...SETTINGS, ALL_OF_THEM]), interaction.options.getString("setting", true));
	const settings = SETTINGS.filter((setting) => wanted === ALL_OF_THEM || wanted === setting);
	await giveBack(interaction, context, settings);
	return context.say("host.reset.done", { settings: await nowHolds(interaction, context, settings) });
}

async function nowHolds(
	{ guildId, user }: Answerable,
	{ store, clock }: Context,
	settings: readonly Setting[],
): Promise<Phrase> {
	return showSettings(store, { serverId: guildId, hostId: user.id, at: clock.now() }, settings);
}
