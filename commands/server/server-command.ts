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
import { ALL_OF_THEM, choicesOf, suggestSettings, withSettings } from "../settings/options.ts";
import { ROOM_TYPES, requireRoom } from "../settings/place.ts";
import { report } from "./check.ts";
import { button, wordsAbove } from "./components.ts";
import { examine } from "./examine.ts";
import { overviewOf } from "./overview.ts";
import { chooseRoles, setHostRoles } from "./roles.ts";
import { clearRegularHost, setRoom } from "./room-settings.ts";
import { POST_CHANNELS, RESETTABLE, resetServer, setDefaults, setPostIn, setRetention } from "./set.ts";

/** What holds for a whole server, and whether Byname can do its work there. */
export const server = {
	data: new SlashCommandBuilder()
		.setName("server")
		.setDescription("For server managers: how I greet here, who may host, and whether I can")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
		.addSubcommand((show) => show.setName("show").setDescription("All that is set on this server"))
		.addSubcommand((check) =>
			check.setName("check").setDescription("Can I see, connect, send and read in each room? What to mend, and where"),
		)
		.addSubcommand((reset) =>
			reset
				.setName("reset")
				.setDescription("Give a setting back: my own way holds again")
				.addStringOption((option) =>
					option
						.setName("setting")
						.setDescription("Which one")
						.setRequired(true)
						.addChoices(...choicesOf(RESETTABLE), ALL_OF_THEM),
				),
		)
		.addSubcommandGroup((set) =>
			set
				.setName("set")
				.setDescription("Change what holds on this server")
				.addSubcommand((defaults) =>
					withSettings(defaults.setName("defaults").setDescription("How all hosts greet who have not said otherwise"), [
						{ name: "off", value: "off" },
						{ name: "on, for each host who says where", value: "on" },
					]),
				)
				.addSubcommand((roles) => roles.setName("host-roles").setDescription("Which roles may host"))
				.addSubcommand((place) =>
					place
						.setName("post-in")
						.setDescription("Post all greetings in one channel instead of each room's own chat")
						.addChannelOption((option) =>
							option
								.setName("channel")
								.setDescription("Where to")
								.setRequired(true)
								.addChannelTypes(...POST_CHANNELS),
						),
				)
				.addSubcommand((room) =>
					room
						.setName("room")
						.setDescription("A room's regular host, or a room to leave alone")
						.addChannelOption((option) =>
							option
								.setName("room")
								.setDescription("Which room")
								.setRequired(true)
								.addChannelTypes(...ROOM_TYPES),
						)
						.addUserOption((option) =>
							option.setName("regular-host").setDescription("Who hosts here when nothing else tells"),
						)
						.addBooleanOption((option) =>
							option.setName("leave-alone").setDescription("Greet here only in sessions that a host starts by hand"),
						),
				)
				.addSubcommand((keep) =>
					keep
						.setName("retention")
						.setDescription("How long attendance is kept")
						.addIntegerOption((option) =>
							option
								.setName("days")
								.setDescription("After so many days attendance is to be erased")
								.setRequired(true)
								.setMinValue(RANGES.retention.least)
								.setMaxValue(RANGES.retention.most),
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
		"no-regular-host": reads(z.tuple([snowflake]), async ({ guild }, context, [roomId]) =>
			clearRegularHost(context, guild.id, requireRoom(guild, roomId)),
		),
	},
} satisfies Command;

async function showServer(guild: Guild, { store, clock }: Context): Promise<Message> {
	const words = `${await overviewOf(guild, store, clock.now())}\nChange it with \`/server set\`.`;
	return wordsAbove(words, button("Choose host roles", "choose-roles"), button("Check the rooms", "check"));
}

async function checkServer(guild: Guild, context: Context): Promise<Message> {
	return wordsAbove(report(await examine(guild, context)), button("Check again", "check"));
}
