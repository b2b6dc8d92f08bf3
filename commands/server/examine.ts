import type { Guild, GuildBasedChannel } from "discord.js";
import { missingIn, NEEDED } from "../../src/permissions.ts";
import { roomSettings, serverSettings } from "../../src/store/settings.ts";
import type { Queryable } from "../../src/store/store.ts";
import type { Checked, Finding } from "./check.ts";

/** To know who comes in is all it takes where the greetings go to another channel. */
const TO_WATCH = ["View Channel", "Connect"];

/** Looks at each room that is not left alone, and at the channel greetings are posted to: what is Byname allowed there? */
export async function examine(
	guild: Guild,
	db: Queryable,
	troubleIn: (channelId: string) => string | null,
): Promise<Checked> {
	const postTo = (await serverSettings(db, guild.id))?.post_to ?? null;
	const settings = await roomSettings(db, guild.id);
	const ignored = new Set(settings.flatMap(({ id, ignored }) => (ignored === 1 ? id : [])));
	const all = [...guild.channels.cache.values()].filter((channel) => channel.isVoiceBased());
	const open = all.filter(({ id }) => !ignored.has(id)).sort((a, b) => a.rawPosition - b.rawPosition);

	function find(channel: GuildBasedChannel): Finding {
		const missing = missingIn(channel);
		return { channelId: channel.id, missing, trouble: missing.length > 0 ? null : troubleIn(channel.id) };
	}

	function watch(channel: GuildBasedChannel): Finding {
		const missing = missingIn(channel).filter((name) => TO_WATCH.includes(name));
		return { channelId: channel.id, missing, trouble: null };
	}

	const rooms = open.map(postTo === null ? find : watch);
	const channel = postTo === null ? undefined : guild.channels.cache.get(postTo);
	const target = postTo === null ? null : channel ? find(channel) : gone(postTo);
	const lacking = new Set([...rooms, ...(target ? [target] : [])].flatMap(({ missing }) => missing));
	const role = guild.members.me?.permissions;
	return {
		rooms,
		postTo: target,
		leftAlone: all.length - open.length,
		missingEverywhere: Object.entries(NEEDED).flatMap(([name, bit]) =>
			lacking.has(name) && role && !role.has(bit) ? name : [],
		),
	};
}

function gone(channelId: string): Finding {
	const trouble =
		"this channel is gone. Choose another with `/server set post-in`, or give it back with `/server reset`.";
	return { channelId, missing: [], trouble };
}
