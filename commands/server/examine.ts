import type { Guild, GuildBasedChannel } from "discord.js";
import type { Context } from "../../src/command.ts";
import { missingIn, NEEDED } from "../../src/permissions.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { describeSilence, silenceOf } from "../../src/silence.ts";
import { roomSettings, serverSettings } from "../../src/store/settings.ts";
import type { ChannelCheck, Checked } from "./check.ts";

/** Looks at each room that is not left alone, and at the channel greetings are posted to: what is Byname allowed there? */
export async function examine(guild: Guild, { store, clock, troubleIn }: Context): Promise<Checked> {
	const silence = silenceOf(guild, clock.now());
	const postTo = (await serverSettings(store, guild.id))?.post_to ?? null;
	const settings = await roomSettings(store, guild.id);
	const ignored = new Set(settings.flatMap(({ id, ignored }) => (ignored === 1 ? id : [])));
	const all = [...guild.channels.cache.values()].filter((channel) => channel.isVoiceBased());
	const open = all.filter(({ id }) => !ignored.has(id)).sort((a, b) => a.rawPosition - b.rawPosition);

	function checkChannel(channel: GuildBasedChannel): ChannelCheck {
		const missing = missingIn(channel);
		return { channelId: channel.id, missing, trouble: missing.length > 0 || silence ? null : troubleIn(channel.id) };
	}

	/** When greetings go to another channel, Byname need only see who comes into the room. */
	function checkWatching(channel: GuildBasedChannel): ChannelCheck {
		return { channelId: channel.id, missing: missingIn(channel, "watching"), trouble: null };
	}

	const rooms = open.map(postTo === null ? checkChannel : checkWatching);
	const channel = postTo === null ? undefined : guild.channels.cache.get(postTo);
	const target = postTo === null ? null : channel ? checkChannel(channel) : gone(postTo);
	const lacking = new Set([...rooms, ...(target ? [target] : [])].flatMap(({ missing }) => missing));
	const role = guild.members.me?.permissions;
	return {
		rooms,
		postTo: target,
		silence: silence && describeSilence(silence),
		leftAlone: all.length - open.length,
		missingEverywhere: NEEDED.filter((needed) => lacking.has(needed) && role && !role.has(needed.bit)),
	};
}

function gone(channelId: string): ChannelCheck {
	return { channelId, missing: [], trouble: phrase("server.check.channelGone") };
}
