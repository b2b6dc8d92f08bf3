import { ChannelType } from "discord.js";
import { z } from "zod";
import { type Context, type Invocation, readInput } from "../../src/command.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { GIVEN_BACK, readChange, readRetention, SERVER_SETTINGS, SETTINGS } from "../../src/profiles/setting-rules.ts";
import { ALL_HOSTS, profilesOf, savePostTo, saveProfile, saveServer } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { ALL_OF_THEM, givenIn } from "../settings/options.ts";
import { ROOM_TYPES, requirePostable } from "../settings/place.ts";
import { showSettings } from "../settings/show.ts";
import { retention } from "./overview.ts";

/** Threads are not offered: they are archived after a while, and greetings there go unseen. */
export const POST_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...ROOM_TYPES] as const;

/** What a server can give back. */
export const RESETTABLE = [...SETTINGS, ...SERVER_SETTINGS] as const;

/** Changes how all hosts greet who have not said otherwise. */
export async function setDefaults({ options, guildId }: Invocation, context: Context): Promise<string> {
	const { store, clock, changed, say } = context;
	const given = givenIn(options);
	const settings = SETTINGS.filter((setting) => given[setting] !== undefined);
	if (settings.length === 0) throw new UserError(phrase("server.set.nothingNamed"));
	await saveProfile(store, guildId, ALL_HOSTS, readChange(given, clock.now()));
	changed(guildId);
	const now = showSettings(await profilesOf(store, guildId, null), clock.now(), settings);
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
	{ store, changed, say }: Context,
): Promise<string> {
	const days = readRetention(options.getInteger("days", true));
	await saveServer(store, guildId, { retention_days: days });
	changed(guildId);
	return say("server.set.retention.saved", { retention: retention(days) });
}

/** Gives back what the server has set. */
export async function resetServer({ options, guildId }: Invocation, context: Context): Promise<string> {
	const { store, clock, changed, say } = context;
	const wanted = readInput(z.enum([...RESETTABLE, ALL_OF_THEM]), options.getString("setting", true));
	const isWanted = (setting: string) => wanted === ALL_OF_THEM || wanted === setting;
	const settings = SETTINGS.filter(isWanted);
	const said: Phrase[] = [];
	if (settings.length > 0) {
		await saveProfile(store, guildId, ALL_HOSTS, Object.assign({}, ...settings.map((one) => GIVEN_BACK[one])));
		changed(guildId);
		said.push(showSettings(await profilesOf(store, guildId, null), clock.now(), settings));
	}
	if (isWanted("post-in")) {
		await movePosts(context, guildId, null);
		said.push(phrase("server.show.ownChats"));
	}
	if (isWanted("retention")) {
		await saveServer(store, guildId, { retention_days: null });
		changed(guildId);
		said.push(retention(null));
	}
	return say("server.reset.done", { settings: { kind: "lines", items: said } });
}

/** Changes where greetings are posted, with null to each room's own chat. Greetings that wait move along. */
async function movePosts(
	{ store, clock, changed, look }: Context,
	serverId: string,
	postTo: string | null,
): Promise<void> {
	const channels = await savePostTo(store, serverId, postTo, clock.now());
	changed(serverId);
	for (const id of channels) look(id);
}
