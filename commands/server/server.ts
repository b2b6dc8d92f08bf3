import {
	ActionRowBuilder,
	ApplicationIntegrationType,
	ButtonBuilder,
	ButtonStyle,
	ChannelType,
	type ChatInputCommandInteraction,
	type Guild,
	InteractionContextType,
	type MessageActionRowComponentBuilder,
	type MessageComponentInteraction,
	PermissionFlagsBits,
	RoleSelectMenuBuilder,
	SlashCommandBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { type Command, type Context, customId, type Message, type Reply } from "../../src/command.ts";
import { MOST_SELECTED } from "../../src/limits.ts";
import { GIVEN_BACK, LIMITS, readRetention, readSettings, SETTINGS } from "../../src/profiles/settings.ts";
import { suggestZones } from "../../src/profiles/zones.ts";
import {
	ALL_HOSTS,
	hostRoles,
	profilesOf,
	roomSetting,
	saveHostRoles,
	savePostTo,
	saveProfile,
	saveRoom,
	saveServer,
} from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { choicesOf, givenIn, withSettings } from "../settings/options.ts";
import { requirePostable } from "../settings/place.ts";
import { showSettings } from "../settings/show.ts";
import { report } from "./check.ts";
import { examine } from "./examine.ts";
import { overviewOf, retention } from "./overview.ts";

const ALL = "all";
const ROOMS = [ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const;
/** Threads are not offered: they fall asleep, and greetings go unseen. */
const POST_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...ROOMS] as const;

type Interaction = ChatInputCommandInteraction<"cached">;
/** What the answers need that both commands and buttons have. */
type Asking = Interaction | MessageComponentInteraction<"cached">;

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
						.addChoices(...choicesOf([...SETTINGS, "post-in", "retention"]), { name: "all of them", value: ALL }),
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
								.addChannelTypes(...ROOMS),
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
								.setMinValue(LIMITS.retention.least)
								.setMaxValue(LIMITS.retention.most),
						),
				),
		),
	who: "managers",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "check":
				return check(interaction, context);
			case "reset":
				return reset(interaction, context);
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
				return show(interaction, context);
		}
	},
	async suggest(interaction, { clock }) {
		return suggestZones(interaction.options.getFocused(), clock.now(), interaction.locale);
	},
	async press(interaction, context, action, [roomId = ""]) {
		if (action === "roles-chosen" && interaction.isRoleSelectMenu()) {
			return rolesChosen(interaction, context, interaction.values);
		}
		if (action === "choose-roles") return chooseRoles(interaction.guild, context);
		if (action === "no-regular-host") {
			await saveRoom(context.store, { id: roomId, serverId: interaction.guildId }, { regular_host_id: null });
			return { ...(await room(roomId, context)), replaces: true };
		}
		return { ...(await check(interaction, context)), replaces: true };
	},
} satisfies Command;

async function show({ guild }: Asking, { store, clock }: Context): Promise<Message> {
	const words = `${await overviewOf(guild, store, clock.now())}\nChange it with \`/server set\`.`;
	const buttons = [button("Choose host roles", "choose-roles"), button("Check the rooms", "check")];
	return { v2: true, components: [new TextDisplayBuilder().setContent(words), row(...buttons)] };
}

async function check({ guild }: Asking, { store, troubleIn }: Context): Promise<Message> {
	const words = report(await examine(guild, store, troubleIn));
	return { v2: true, components: [new TextDisplayBuilder().setContent(words), row(button("Check again", "check"))] };
}

async function reset({ options, guildId }: Interaction, { store, clock, wake }: Context): Promise<string> {
	const wanted = options.getString("setting", true);
	const isWanted = (setting: string) => wanted === ALL || wanted === setting;
	const settings = SETTINGS.filter(isWanted);
	const said: string[] = [];
	if (settings.length > 0) {
		await saveProfile(store, guildId, ALL_HOSTS, Object.assign({}, ...settings.map((one) => GIVEN_BACK[one])));
		said.push(showSettings(await profilesOf(store, guildId, null), clock.now(), settings));
	}
	if (isWanted("post-in")) {
		for (const id of await savePostTo(store, guildId, null, clock.now())) wake(id);
		said.push("**Post in**: each room's own chat");
	}
	if (isWanted("retention")) {
		await saveServer(store, guildId, { retention_days: null });
		said.push(`**Retention**: ${retention(null)}`);
	}
	return `Given back. From now on this holds:\n${said.join("\n")}`;
}

async function setDefaults({ options, guildId }: Interaction, { store, clock }: Context): Promise<string> {
	const given = givenIn(options);
	const changed = SETTINGS.filter((setting) => given[setting] !== undefined);
	if (changed.length === 0) {
		throw new UserError(
			"Say what to change, for example `/server set defaults time-zone: Berlin`. `/server show` lists it all.",
		);
	}
	await saveProfile(store, guildId, ALL_HOSTS, readSettings(given, clock.now()));
	const now = showSettings(await profilesOf(store, guildId, null), clock.now(), changed);
	return `Saved for all hosts who have not said otherwise.\n${now}`;
}

async function chooseRoles(guild: Guild, { store }: Context): Promise<Message> {
	const chosen = (await hostRoles(store, guild.id)).filter((id) => guild.roles.cache.has(id));
	const select = new RoleSelectMenuBuilder()
		.setCustomId(customId("server", "roles-chosen"))
		.setPlaceholder("No host role")
		.setMinValues(0)
		.setMaxValues(MOST_SELECTED)
		.setDefaultRoles(chosen.slice(0, MOST_SELECTED));
	const words = `${hostsAre(chosen)}\nChoose all roles that may host; take one out, or all, and it may no longer.`;
	return { content: words, components: [row(select)] };
}

async function rolesChosen({ guild }: Asking, context: Context, roleIds: string[]): Promise<Message> {
	if (roleIds.includes(guild.roles.everyone.id)) {
		throw new UserError(
			"With *@everyone* every attendee would be a host. Choose other roles; the host roles are as they were.",
		);
	}
	await saveHostRoles(context.store, guild.id, roleIds);
	return { ...(await chooseRoles(guild, context)), content: `Saved. ${hostsAre(roleIds)}`, replaces: true };
}

function hostsAre(roleIds: readonly string[]): string {
	const roles = roleIds.map((id) => `<@&${id}>`).join(", ");
	const always = "everybody with *Manage Events* or *Manage Server*";
	return roles === "" ? `Hosts are ${always}; there is no host role.` : `Hosts are ${always}, and who has ${roles}.`;
}

async function setPostIn({ options, guildId }: Interaction, { store, clock, wake }: Context): Promise<string> {
	const channel = options.getChannel("channel", true, POST_CHANNELS);
	requirePostable(channel);
	for (const id of await savePostTo(store, guildId, channel.id, clock.now())) wake(id);
	return `Saved. Greetings from all rooms go to <#${channel.id}>. With \`/server reset setting: post in\` they go to each room's own chat again.`;
}

async function setRoom({ options, guildId }: Interaction, context: Context): Promise<Reply> {
	const { id } = options.getChannel("room", true, ROOMS);
	const host = options.getUser("regular-host");
	const leaveAlone = options.getBoolean("leave-alone");
	if (host?.bot) throw new UserError(`<@${host.id}> is a bot and cannot host. Choose a person; nothing was changed.`);
	if (host && !options.getMember("regular-host")) {
		throw new UserError(`<@${host.id}> is not on this server. Choose one of its members; nothing was changed.`);
	}
	const change = {
		...(host && { regular_host_id: host.id }),
		...(leaveAlone !== null && { ignored: Number(leaveAlone) }),
	};
	if (Object.keys(change).length > 0) await saveRoom(context.store, { id, serverId: guildId }, change);
	return room(id, context);
}

async function room(id: string, { store }: Context): Promise<Message> {
	const setting = await roomSetting(store, id);
	const host = setting?.regular_host_id;
	const words = [
		`In <#${id}>:`,
		host
			? `**Regular host**: <@${host}> hosts when neither an event nor \`/session start\` says who does.`
			: "**Regular host**: none. The event's creator or the speaker on stage hosts.",
		setting?.ignored === 1
			? "**Leave alone**: yes. I greet here only in sessions that a host starts with `/session start`."
			: "**Leave alone**: no. I greet here whenever a stage is live or an event is on.",
	];
	const clear = button("No regular host", "no-regular-host", id);
	return { content: words.join("\n"), components: host ? [row(clear)] : [] };
}

async function setRetention({ options, guildId }: Interaction, { store }: Context): Promise<string> {
	const days = readRetention(options.getInteger("days", true));
	await saveServer(store, guildId, { retention_days: days });
	return `Saved. **Retention**: ${retention(days)}`;
}

function button(label: string, action: string, ...rest: string[]): ButtonBuilder {
	return new ButtonBuilder()
		.setCustomId(customId("server", action, ...rest))
		.setLabel(label)
		.setStyle(ButtonStyle.Secondary);
}

function row<C extends MessageActionRowComponentBuilder>(...components: C[]): ActionRowBuilder<C> {
	return new ActionRowBuilder<C>().addComponents(...components);
}
