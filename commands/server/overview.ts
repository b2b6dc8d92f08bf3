import type { Guild } from "discord.js";
import { listing, type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { DEFAULT_RETENTION_DAYS } from "../../src/profiles/setting-rules.ts";
import type { Queryable } from "../../src/store/queryable.ts";
import { hostRoles, profilesOf, roomSettings, serverSettings } from "../../src/store/settings.ts";
import { showSettings } from "../settings/show.ts";

/** Keeps all of it within a message. */
const MOST_LISTED = 20;

/** Says what is set on a server: how its hosts greet unless they say otherwise, who they are, which rooms are special. */
export async function overviewOf(guild: Guild, db: Queryable, at: number): Promise<Phrase> {
	const profiles = await profilesOf(db, guild.id, null);
	const server = await serverSettings(db, guild.id);
	const roles = (await hostRoles(db, guild.id)).filter((id) => guild.roles.cache.has(id));
	const rooms = (await roomSettings(db, guild.id)).filter((room) => guild.channels.cache.has(room.id));
	const regular = rooms.flatMap(({ id, regular_host_id }) => (regular_host_id ? `<#${id}> <@${regular_host_id}>` : []));
	const alone = rooms.flatMap(({ id, ignored }) => (ignored === 1 ? `<#${id}>` : []));
	const mentions = roles.map((id) => `<@&${id}>`);
	return phrase("server.show.all", {
		defaults: showSettings(profiles, at),
		roles: phrase("server.show.roles", { count: roles.length, roles: listing(mentions, MOST_LISTED) }),
		postIn: postIn(guild, server?.post_to ?? null),
		regularHosts: phrase("server.show.regularHosts", { count: regular.length, hosts: listing(regular, MOST_LISTED) }),
		leftAlone: phrase("server.show.leftAlone", { count: alone.length, rooms: listing(alone, MOST_LISTED) }),
		retention: retention(server?.retention_days ?? null),
	});
}

/** Says how long attendance is kept, and what comes of it. */
export function retention(days: number | null): Phrase {
	const source = days === null ? "byname" : "server";
	return phrase("server.retention", { days: days ?? DEFAULT_RETENTION_DAYS, source });
}

function postIn(guild: Guild, postTo: string | null): Phrase {
	if (postTo === null) return phrase("server.show.ownChats");
	if (!guild.channels.cache.has(postTo)) return phrase("server.show.channelGone");
	return phrase("server.show.oneChannel", { channel: `<#${postTo}>` });
}
