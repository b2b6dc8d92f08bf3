import { ChannelType } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { readChange, readRetention, SETTINGS } from "../../src/profiles/setting-rules.ts";
import { ALL_HOSTS, savePostTo, saveProfile, saveServer, serverSettings } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { givenIn } from "../settings/options.ts";
import { ROOM_TYPES, requirePostable } from "../settings/place.ts";
import { showSettings } from "../settings/show.ts";
import { chosenNames, guestLanguages, retentionOf } from "./overview.ts";

/** Threads are not offered: they are archived after a while, and greetings there go unseen. */
export const POST_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...ROOM_TYPES] as const;

/** Changes how all hosts greet who have not said otherwise. */
export async function setDefaults({ options, guildId }: Invocation, context: Context): Promise<string> {
	const { store, clock, changed, say } = context;
	const given = givenIn(options);
	const settings = SETTINGS.filter((setting) => given[setting] !== undefined);
	if (settings.length === 0) throw new UserError(phrase("server.set.nothingNamed"));
	await saveProfile(store, guildId, ALL_HOSTS, readChange(given, clock.now()));
	changed(guildId);
	const now = await showSettings(store, { serverId: guildId, hostId: null, at: clock.now() }, settings);
	return say("server.set.defaults.saved", { settings: now });
}

/** Posts all greetings of a server in one channel. */
export async function setPostIn({ options, guildId }: Invocation, context: Context): Promise<string> {
	const channel = options.getChannel("channel", true, POST_CHANNELS);
	requirePostable(channel);
	await movePosts(context, guildId, channel.id);
	return context.say("server.set.postIn.saved", { channel: `<#${channel.id}>` });
}

/** Changes how long attendance is kept. */
export async function setRetention(
	{ options, guildId }: Invocation,
	{ store, clock, changed, say }: Context,
): Promise<string> {
	const days = readRetention(options.getInteger("days", true));
	await saveServer(store, guildId, { retention_days: days });
	changed(guildId);
	const retention = retentionOf(await serverSettings(store, guildId), clock.now());
	return say("server.set.retention.saved", { retention });
}

/** Changes whether people are called by names that they have chosen for themselves. */
export async function setChosenNames(
	{ options, guildId }: Invocation,
	{ store, changed, say }: Context,
): Promise<string> {
	const isOff = options.getString("names", true) === "off";
	await saveServer(store, guildId, { chosen_names: isOff ? 0 : null });
	changed(guildId);
	return say("server.set.chosenNames.saved", { names: chosenNames(isOff) });
}

/** Changes whether people are greeted in a language that they have chosen for themselves. */
export async function setGuestLanguages(
	{ options, guildId }: Invocation,
	{ store, changed, say }: Context,
): Promise<string> {
	const isOff = options.getString("languages", true) === "off";
	await saveServer(store, guildId, { guest_languages: isOff ? 0 : null });
	changed(guildId);
	return say("server.set.guestLanguages.saved", { languages: guestLanguages(isOff) });
}

/** Changes where greetings are posted, with null to each room's own chat. Greetings that wait move along. */
export async function movePosts(
	{ store, clock, changed, look }: Context,
	serverId: string,
	postTo: string | null,
): Promise<void> {
	const channels = await savePostTo(store, serverId, postTo, clock.now());
	changed(serverId);
	for (const id of channels) look(id);
}
