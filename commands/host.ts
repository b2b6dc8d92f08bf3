import {
	ActionRowBuilder,
	ApplicationIntegrationType,
	ChannelType,
	type GuildBasedChannel,
	InteractionContextType,
	SlashCommandBuilder,
	StringSelectMenuBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { z } from "zod";
import {
	type Answerable,
	type Command,
	type Context,
	customId,
	type Invocation,
	type Message,
	readInput,
	reads,
} from "../src/command.ts";
import { type Phrase, phrase } from "../src/phrases/phrases.ts";
import { GIVEN_BACK, type ProfileChange, readChange, SETTINGS, type Setting } from "../src/profiles/setting-rules.ts";
import { profilesOf, saveProfile } from "../src/store/settings.ts";
import { UserError } from "../src/user-error.ts";
import { choice, described } from "./described.ts";
import { chooseCoHosts, setCoHosts } from "./settings/co-hosts.ts";
import { ALL_OF_THEM, givenIn, nameOf, suggestSettings, withOneOf, withSettings } from "./settings/options.ts";
import { requireCuePlace, requirePostable } from "./settings/place.ts";
import { ownSettings, showSettings } from "./settings/show.ts";

/** Where a cue may go. Rooms are not offered, because attendees read their chats. */
const CUE_CHANNELS = [ChannelType.GuildText, ChannelType.PrivateThread, ChannelType.PublicThread] as const;

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
				return showOwn(interaction, context);
		}
	},
	async suggest(interaction, context) {
		return suggestSettings(interaction, context);
	},
	press: {
		zone: reads(z.tuple([]), async (_, { say }) => say("host.set.howToSetZone")),
		"co-hosts-chosen": reads(z.tuple([]), async (interaction, context) => setCoHosts(interaction, context)),
		"give-back": reads(z.tuple([]), async (interaction, context) => {
			const values = interaction.isStringSelectMenu() ? interaction.values : [];
			await giveBack(
				interaction,
				context,
				SETTINGS.filter((setting) => values.includes(setting)),
			);
			return { ...(await showOwn(interaction, context)), replaces: true };
		}),
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

async function requirePlace(place: GuildBasedChannel | undefined, hostId: string, context: Context): Promise<void> {
	if (!place) {
		const byDirectMessage = phrase("settings.cues.byDirectMessage");
		throw new UserError(phrase("host.set.noPlace", { byDirectMessage }));
	}
	requirePostable(place);
	await requireCuePlace(place, hostId, context);
}

async function resetOwn(interaction: Invocation, context: Context): Promise<string> {
	const wanted = readInput(z.enum([...SETTINGS, ALL_OF_THEM]), interaction.options.getString("setting", true));
	const settings = SETTINGS.filter((setting) => wanted === ALL_OF_THEM || wanted === setting);
	await giveBack(interaction, context, settings);
	return context.say("host.reset.done", { settings: await nowHolds(interaction, context, settings) });
}

async function giveBack(interaction: Answerable, context: Context, settings: readonly Setting[]): Promise<void> {
	if (settings.length > 0)
		await saveOwn(interaction, context, Object.assign({}, ...settings.map((setting) => GIVEN_BACK[setting])));
}

async function saveOwn(
	{ guildId, user }: Answerable,
	{ store, changed }: Context,
	change: ProfileChange,
): Promise<void> {
	await saveProfile(store, guildId, user.id, change);
	changed(guildId);
}

async function nowHolds(
	{ guildId, user }: Answerable,
	{ store, clock }: Context,
	settings: readonly Setting[],
): Promise<Phrase> {
	return showSettings(store, { serverId: guildId, hostId: user.id, at: clock.now() }, settings);
}

async function showOwn({ guildId, user }: Answerable, { store, clock, say }: Context): Promise<Message> {
	const own = ownSettings((await profilesOf(store, guildId, user.id)).host);
	const shown = await showSettings(store, { serverId: guildId, hostId: user.id, at: clock.now() });
	const words = say("host.show.all", { settings: shown });
	const select = new StringSelectMenuBuilder()
		.setCustomId(customId("host", "give-back"))
		.setPlaceholder(say("host.show.giveBack"))
		.setMaxValues(Math.max(1, own.length))
		.addOptions(own.map((setting) => ({ label: say(nameOf(setting)), value: setting })));
	const rows = own.length > 0 ? [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)] : [];
	return { v2: true, components: [new TextDisplayBuilder().setContent(words), ...rows] };
}
