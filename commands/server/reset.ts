import { ButtonStyle, type Guild } from "discord.js";
import { z } from "zod";
import { type Context, type Invocation, type Message, type Reply, readInput } from "../../src/command.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import {
	GIVEN_BACK,
	SERVER_SETTINGS,
	SETTINGS,
	type ServerSetting,
	type Setting,
} from "../../src/profiles/setting-rules.ts";
import {
	ALL_HOSTS,
	clearRooms,
	saveHostRoles,
	saveProfile,
	saveServer,
	serverSettings,
} from "../../src/store/settings.ts";
import { ALL_OF_THEM } from "../settings/options.ts";
import { showSettings } from "../settings/show.ts";
import { button, wordsAbove } from "./components.ts";
import { changesOn, chosenNames, guestLanguages, overviewOf, retentionOf } from "./overview.ts";
import { movePosts } from "./set.ts";

/** What a server can give back by itself. */
export const RESETTABLE = [...SETTINGS, ...SERVER_SETTINGS] as const;

/** Gives back what the server has set; of everything at once, it says first what goes, and asks. */
export async function resetServer({ options, guild }: Invocation, context: Context): Promise<Reply> {
	const wanted = readInput(z.enum([...RESETTABLE, ALL_OF_THEM]), options.getString("setting", true));
	if (wanted === ALL_OF_THEM) return askToResetAll(guild, context);
	return context.say("server.reset.done", { settings: await giveBack(guild.id, wanted, context) });
}

/** Gives back everything that `/server` can set: rooms and roles as well, but no texts. */
export async function resetAll(guild: Guild, context: Context): Promise<Message> {
	const { store, clock, say } = context;
	await saveProfile(store, guild.id, ALL_HOSTS, Object.assign({}, ...Object.values(GIVEN_BACK)));
	await saveServer(store, guild.id, { retention_days: null, chosen_names: null, guest_languages: null });
	await saveHostRoles(store, guild.id, []);
	await clearRooms(store, guild.id);
	await movePosts(context, guild.id, null);
	const words = say("server.reset.allDone", { overview: await overviewOf(guild, store, clock.now()) });
	return { ...wordsAbove(words), replaces: true };
}

async function askToResetAll(guild: Guild, { store, clock, say }: Context): Promise<Reply> {
	const settings = await changesOn(guild, store, clock.now());
	if (settings === null) return say("server.reset.nothingSet");
	const yes = button(say("server.reset.giveBack"), "reset-all").setStyle(ButtonStyle.Danger);
	return wordsAbove(say("server.reset.ask", { settings }), yes, button(say("server.reset.keep"), "keep"));
}

/** Returns what holds then. */
async function giveBack(serverId: string, setting: Setting | ServerSetting, context: Context): Promise<Phrase> {
	const { store, clock, changed } = context;
	switch (setting) {
		case "post-in":
			await movePosts(context, serverId, null);
			return phrase("server.show.ownChats");
		case "retention":
			await saveServer(store, serverId, { retention_days: null });
			changed(serverId);
			return retentionOf(await serverSettings(store, serverId), clock.now());
		case "chosen-names":
			await saveServer(store, serverId, { chosen_names: null });
			changed(serverId);
			return chosenNames(false);
		case "guest-languages":
			await saveServer(store, serverId, { guest_languages: null });
			changed(serverId);
			return guestLanguages(false);
		default:
			await saveProfile(store, serverId, ALL_HOSTS, GIVEN_BACK[setting]);
			changed(serverId);
			return showSettings(store, { serverId, hostId: null, at: clock.now() }, [setting]);
	}
}
