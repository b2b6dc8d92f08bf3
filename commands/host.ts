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
import { GIVEN_BACK, type ProfileChange, readChange, SETTINGS, type Setting } from "../src/profiles/setting-rules.ts";
import { profilesOf, saveProfile } from "../src/store/settings.ts";
import { UserError } from "../src/user-error.ts";
import { ALL_OF_THEM, choicesOf, givenIn, suggestSettings, withSettings } from "./settings/options.ts";
import { requireCuePlace, requirePostable } from "./settings/place.ts";
import { ownSettings, showSettings } from "./settings/show.ts";

/** Where a cue may go. Rooms are not offered, because attendees read their chats. */
const CUE_CHANNELS = [ChannelType.GuildText, ChannelType.PrivateThread, ChannelType.PublicThread] as const;

/** A host's own settings. */
export const host = {
	// No default permission: Discord would hide it from those who are hosts by a role alone. `who` is what counts.
	data: new SlashCommandBuilder()
		.setName("host")
		.setDescription("For hosts: how I greet in your sessions")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((show) => show.setName("show").setDescription("Your settings, and where each comes from"))
		.addSubcommand((set) =>
			withSettings(set.setName("set").setDescription("Change your settings; what you leave out stays"), [
				{ name: "off", value: "off" },
				{ name: "on, where you say with cue-in", value: "on" },
				{ name: "on, by direct message", value: "dm" },
			]).addChannelOption((option) =>
				option
					.setName("cue-in")
					.setDescription("A private channel or thread for your cue")
					.addChannelTypes(...CUE_CHANNELS),
			),
		)
		.addSubcommand((reset) =>
			reset
				.setName("reset")
				.setDescription("Give a setting back: what the server has set holds again")
				.addStringOption((option) =>
					option
						.setName("setting")
						.setDescription("Which one")
						.setRequired(true)
						.addChoices(...choicesOf(SETTINGS), ALL_OF_THEM),
				),
		),
	who: "hosts",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "set":
				return setOwn(interaction, context);
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
		zone: reads(z.tuple([]), async () => HOW_TO_SET_ZONE),
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

/** For the button below the welcome (`discord/welcome.ts`). */
const HOW_TO_SET_ZONE =
	"Use `/host set` with `time-zone` and your city, for example `/host set time-zone: Berlin`. For all hosts of this server at once, somebody with *Manage Server* can use `/server set defaults time-zone: Berlin`.";

async function setOwn(interaction: Invocation, context: Context): Promise<string> {
	const { options, guild, guildId, user } = interaction;
	const given = givenIn(options);
	const cueIn = options.getChannel("cue-in", false, CUE_CHANNELS);
	const settings = SETTINGS.filter((setting) => given[setting] !== undefined || (setting === "cue" && cueIn));
	if (settings.length === 0) {
		throw new UserError("Say what to change, for example `/host set time-zone: Berlin`. `/host show` lists it all.");
	}
	const change = readChange(given, context.clock.now());
	if (cueIn && given.cue === "dm") {
		throw new UserError("A cue goes to one place: leave out `cue-in`, or choose `cue: on`. Nothing was changed.");
	}
	if (cueIn) {
		await requirePlace(cueIn, user.id, context);
		Object.assign(change, { cue: given.cue ?? "on", cue_to: cueIn.id });
	} else if (given.cue === "on") {
		const { host } = await profilesOf(context.store, guildId, user.id);
		if (host?.cue_to !== "dm") await requirePlace(guild.channels.cache.get(host?.cue_to ?? ""), user.id, context);
	}
	await saveOwn(interaction, context, change);
	return `Saved.\n${await nowHolds(interaction, context, settings)}`;
}

async function requirePlace(place: GuildBasedChannel | undefined, hostId: string, context: Context): Promise<void> {
	if (!place) {
		throw new UserError(
			"Where do you want your cue? Add `cue-in` with a private channel or thread, for example `/host set cue: on cue-in: #backstage`, or choose *on, by direct message*.",
		);
	}
	requirePostable(place);
	await requireCuePlace(place, hostId, context);
}

async function resetOwn(interaction: Invocation, context: Context): Promise<string> {
	const wanted = readInput(z.enum([...SETTINGS, ALL_OF_THEM.value]), interaction.options.getString("setting", true));
	const settings = SETTINGS.filter((setting) => wanted === ALL_OF_THEM.value || wanted === setting);
	await giveBack(interaction, context, settings);
	return `Given back. From now on this holds in your sessions:\n${await nowHolds(interaction, context, settings)}`;
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

async function nowHolds({ guildId, user }: Answerable, { store, clock }: Context, settings: readonly Setting[]) {
	return showSettings(await profilesOf(store, guildId, user.id), clock.now(), settings);
}

async function showOwn({ guildId, user }: Answerable, { store, clock }: Context): Promise<Message> {
	const layers = await profilesOf(store, guildId, user.id);
	const own = ownSettings(layers.host);
	const words = `### How I greet in your sessions\n${showSettings(layers, clock.now())}\nChange it with \`/host set\`.`;
	const select = new StringSelectMenuBuilder()
		.setCustomId(customId("host", "give-back"))
		.setPlaceholder("Give some of yours back to the server")
		.setMaxValues(Math.max(1, own.length))
		.addOptions(choicesOf(own).map(({ name, value }) => ({ label: name, value })));
	const rows = own.length > 0 ? [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)] : [];
	return { v2: true, components: [new TextDisplayBuilder().setContent(words), ...rows] };
}
