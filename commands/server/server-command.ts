import {
	ApplicationIntegrationType,
	type Guild,
	InteractionContextType,
	PermissionFlagsBits,
	SlashCommandBuilder,
} from "discord.js";
import { z } from "zod";
import { type Command, type Context, type Message, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { RANGES } from "../../src/profiles/setting-rules.ts";
import { snowflake } from "../../src/snowflake.ts";
import { UserError } from "../../src/user-error.ts";
import { choice, described } from "../described.ts";
import { suggestSettings, withOneOf, withRange, withSettings } from "../settings/options.ts";
import { ROOM_TYPES, requireRoom } from "../settings/place.ts";
import { report } from "./check.ts";
import { button, wordsAbove } from "./components.ts";
import { examine } from "./examine.ts";
import { overviewOf } from "./overview.ts";
import { RESETTABLE, resetAll, resetServer } from "./reset.ts";
import { chooseRoles, setHostRoles } from "./roles.ts";
import { clearRegularHost, setRoom } from "./room-settings.ts";
import { POST_CHANNELS, setChosenNames, setDefaults, setGuestLanguages, setPostIn, setRetention } from "./set.ts";

/** What holds for a whole server, and whether Byname can do its work there. */
export const server = {
	data: described(new SlashCommandBuilder().setName("server"), "server.command.about")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
		.addSubcommand((show) => described(show.setName("show"), "server.show.about"))
		.addSubcommand((check) => described(check.setName("check"), "server.check.about"))
		.addSubcommand((reset) =>
			described(reset.setName("reset"), "server.reset.about").addStringOption((option) =>
				withOneOf(described(option, "server.reset.which"), RESETTABLE),
			),
		)
		.addSubcommandGroup((set) =>
			described(set.setName("set"), "server.set.about")
				.addSubcommand((defaults) =>
					withSettings(described(defaults.setName("defaults"), "server.set.defaults.about"), [
						choice("settings.cues.off", "off"),
						choice("settings.cues.whereEachSays", "on"),
					]),
				)
				.addSubcommand((roles) => described(roles.setName("host-roles"), "server.roles.about"))
				.addSubcommand((place) =>
					described(place.setName("post-in"), "server.set.postIn.about").addChannelOption((option) =>
						described(option.setName("channel"), "server.set.postIn.channel")
							.setRequired(true)
							.addChannelTypes(...POST_CHANNELS),
					),
				)
				.addSubcommand((room) =>
					described(room.setName("room"), "server.room.about")
						.addChannelOption((option) =>
							described(option.setName("room"), "server.room.which")
								.setRequired(true)
								.addChannelTypes(...ROOM_TYPES),
						)
						.addUserOption((option) => described(option.setName("regular-host"), "server.room.regularHost"))
						.addStringOption((option) =>
							described(option.setName("names"), "server.room.names.which").addChoices(
								choice("server.room.names.everyoneChoice", "everyone"),
								choice("server.room.names.askedChoice", "asked"),
								choice("server.room.names.nobodyChoice", "nobody"),
							),
						)
						.addBooleanOption((option) => described(option.setName("leave-alone"), "server.room.leaveAlone")),
				)
				.addSubcommand((names) =>
					described(names.setName("chosen-names"), "server.set.chosenNames.about").addStringOption((option) =>
						described(option.setName("names"), "server.set.chosenNames.which")
							.setRequired(true)
							.addChoices(
								choice("server.set.chosenNames.onChoice", "on"),
								choice("server.set.chosenNames.offChoice", "off"),
							),
					),
				)
				.addSubcommand((languages) =>
					described(languages.setName("guest-languages"), "server.set.guestLanguages.about").addStringOption((option) =>
						described(option.setName("languages"), "server.set.guestLanguages.which")
							.setRequired(true)
							.addChoices(
								choice("server.set.guestLanguages.onChoice", "on"),
								choice("server.set.guestLanguages.offChoice", "off"),
							),
					),
				)
				.addSubcommand((keep) =>
					described(keep.setName("retention"), "server.set.retention.about").addIntegerOption((option) =>
						withRange(described(option.setName("days"), "server.set.retention.days"), RANGES.retention).setRequired(
							true,
						),
					),
				),
		),
	who: "managers",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "check":
				return checkServer(interaction.guild, context);
			case "reset":
				return resetServer(interaction, context);
			case "defaults":
				return setDefaults(interaction, context);
			case "host-roles":
				return chooseRoles(interaction.guild, context);
			case "post-in":
				return setPostIn(interaction, context);
			case "room":
				return setRoom(interaction, context);
			case "retention":
				return setRetention(interaction, context);
			case "chosen-names":
				return setChosenNames(interaction, context);
			case "guest-languages":
				return setGuestLanguages(interaction, context);
			default:
				return showServer(interaction.guild, context);
		}
	},
	async suggest(interaction, context) {
		return suggestSettings(interaction, context);
	},
	press: {
		check: reads(z.tuple([]), async ({ guild }, context) => ({
			...(await checkServer(guild, context)),
			replaces: true,
		})),
		"choose-roles": reads(z.tuple([]), async ({ guild }, context) => chooseRoles(guild, context)),
		"roles-chosen": reads(z.tuple([]), async (interaction, context) => {
			if (!interaction.isRoleSelectMenu()) throw new UserError(phrase("frame.outdated"));
			return setHostRoles(interaction.guild, context, interaction.values);
		}),
		"reset-all": reads(z.tuple([]), async ({ guild }, context) => resetAll(guild, context)),
		keep: reads(z.tuple([]), async (_, { say }) => ({ ...wordsAbove(say("server.reset.kept")), replaces: true })),
		"no-regular-host": reads(z.tuple([snowflake]), async ({ guild }, context, [roomId]) =>
			clearRegularHost(context, guild.id, requireRoom(guild, roomId)),
		),
	},
} satisfies Command;

async function showServer(guild: Guild, { store, clock, say }: Context): Promise<Message> {
	const roles = button(say("server.show.chooseRoles"), "choose-roles");
	const check = button(say("server.show.checkRooms"), "check");
	return wordsAbove(say(await overviewOf(guild, store, clock.now())), roles, check);
}

async function checkServer(guild: Guild, context: Context): Promise<Message> {
	const { say } = context;
	return wordsAbove(say(report(await examine(guild, context))), button(say("server.check.again"), "check"));
}
