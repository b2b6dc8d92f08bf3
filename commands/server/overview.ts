import type { Guild } from "discord.js";
import { DEFAULT_RETENTION_DAYS } from "../../src/profiles/setting-rules.ts";
import type { Queryable } from "../../src/store/queryable.ts";
import { hostRoles, profilesOf, roomSettings, serverSettings } from "../../src/store/settings.ts";
import { listing, showSettings, withUnit } from "../settings/show.ts";

/** Keeps all of it within a message. */
const MOST_LISTED = 20;

/** Says what is set on a server: how its hosts greet unless they say otherwise, who they are, which rooms are special. */
export async function overviewOf(guild: Guild, db: Queryable, at: number): Promise<string> {
	const profiles = await profilesOf(db, guild.id, null);
	const server = await serverSettings(db, guild.id);
	const roles = (await hostRoles(db, guild.id)).filter((id) => guild.roles.cache.has(id));
	const rooms = (await roomSettings(db, guild.id)).filter((room) => guild.channels.cache.has(room.id));
	const regular = rooms.flatMap(({ id, regular_host_id }) => (regular_host_id ? `<#${id}> <@${regular_host_id}>` : []));
	const alone = rooms.flatMap(({ id, ignored }) => (ignored === 1 ? `<#${id}>` : []));
	return [
		"### For all hosts who have not said otherwise",
		showSettings(profiles, at),
		"### For the server",
		`**Host roles**: ${listed(roles.map((id) => `<@&${id}>`))} · besides everybody with *Manage Events* or *Manage Server*`,
		`**Post in**: ${postIn(guild, server?.post_to ?? null)}`,
		`**Regular host**: ${listed(regular)}`,
		`**Leave alone**: ${listed(alone)}`,
		`**Retention**: ${retention(server?.retention_days ?? null)}`,
	].join("\n");
}

/** Says how long attendance is kept, and what comes of it. */
export function retention(days: number | null): string {
	const value = `${withUnit(days ?? DEFAULT_RETENTION_DAYS, "day")} · *${days === null ? "Byname's own" : "the server's"}*`;
	// Nothing erases attendance yet. Once something does, the second sentence goes.
	return `${value}. That is how long attendance is to be kept; I do not erase older attendance by myself yet.`;
}

function postIn(guild: Guild, postTo: string | null): string {
	if (postTo === null) return "each room's own chat · *Byname's own*";
	if (guild.channels.cache.has(postTo)) return `<#${postTo}> · *the server's*`;
	return "a channel that is gone, so nobody is greeted! Choose another with `/server set post-in`, or give it back with `/server reset`";
}

function listed(items: readonly string[]): string {
	return items.length > 0 ? listing(items, MOST_LISTED) : "none";
}
