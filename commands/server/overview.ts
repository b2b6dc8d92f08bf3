import type { Guild } from "discord.js";
import { listing, type Phrase, phrase } from "../../src/phrases/phrases.ts";
import type { Queryable } from "../../src/store/queryable.ts";
import { DEFAULT_RETENTION_DAYS, TOLD_AHEAD_MS } from "../../src/store/retention.ts";
import { hostRoles, profilesOf, roomSettings, type ServerRow, serverSettings } from "../../src/store/settings.ts";
import { timestamp } from "../../src/timestamp.ts";
import { ownSettings, settingLine, showSettings } from "../settings/show.ts";

/** Keeps all of it within a message. */
const MOST_LISTED = 20;

/** Says what is set on a server: how its hosts greet unless they say otherwise, who they are, which rooms are special. */
export async function overviewOf(guild: Guild, db: Queryable, at: number): Promise<Phrase> {
	const { roles, postIn, regularHosts, leftAlone, names, languages, nameless, retention } = await linesOf(
		guild,
		db,
		at,
	);
	return phrase("server.show.all", {
		defaults: await showSettings(db, { serverId: guild.id, hostId: null, at }),
		roles: roles.words,
		postIn: postIn.words,
		regularHosts: regularHosts.words,
		leftAlone: leftAlone.words,
		names: names.words,
		languages: languages.words,
		nameless: nameless.words,
		retention: retention.words,
	});
}

/** Says of that only what has been set; null when nothing has. */
export async function changesOn(guild: Guild, db: Queryable, at: number): Promise<Phrase | null> {
	const layers = await profilesOf(db, guild.id, null);
	const defaults = ownSettings(layers.server).map((setting) => settingLine(setting, layers, at));
	const others = Object.values(await linesOf(guild, db, at)).flatMap(({ isSet, words }) => (isSet ? words : []));
	const items = [...defaults, ...others];
	return items.length === 0 ? null : { kind: "lines", items };
}

/** Says how long attendance is kept, and what comes of it. */
export function retentionOf(server: ServerRow | undefined, at: number): Phrase {
	const { retention_days: days, retention_told_at: toldAt } = server ?? {
		retention_days: null,
		retention_told_at: null,
	};
	const from = (toldAt ?? at) + TOLD_AHEAD_MS;
	return phrase("server.retention", {
		days: days ?? DEFAULT_RETENTION_DAYS,
		source: days === null ? "byname" : "server",
		erasing: toldAt === null ? "untold" : at < from ? "announced" : "begun",
		from: timestamp(from, "D"),
	});
}

async function linesOf(guild: Guild, db: Queryable, at: number) {
	const server = await serverSettings(db, guild.id);
	const postTo = server?.post_to ?? null;
	const roles = (await hostRoles(db, guild.id)).flatMap((id) => (guild.roles.cache.has(id) ? `<@&${id}>` : []));
	const rooms = (await roomSettings(db, guild.id)).filter((room) => guild.channels.cache.has(room.id));
	const hosts = rooms.flatMap(({ id, regular_host_id }) => (regular_host_id ? `<#${id}> <@${regular_host_id}>` : []));
	const quiet = rooms.flatMap(({ id, names }) =>
		names === null ? [] : phrase("server.show.namelessRoom", { room: `<#${id}>`, names }),
	);
	const [hasNamesOff, hasLanguagesOff] = [server?.chosen_names === 0, server?.guest_languages === 0];
	const alone = rooms.flatMap(({ id, ignored }) => (ignored === 1 ? `<#${id}>` : []));
	return {
		roles: line(roles.length > 0, phrase("server.show.roles", { count: roles.length, roles: listed(roles) })),
		postIn: line(postTo !== null, postIn(guild, postTo)),
		regularHosts: line(
			hosts.length > 0,
			phrase("server.show.regularHosts", { count: hosts.length, hosts: listed(hosts) }),
		),
		leftAlone: line(alone.length > 0, phrase("server.show.leftAlone", { count: alone.length, rooms: listed(alone) })),
		nameless: line(quiet.length > 0, phrase("server.show.nameless", { count: quiet.length, rooms: listed(quiet) })),
		names: line(hasNamesOff, chosenNames(hasNamesOff)),
		languages: line(hasLanguagesOff, guestLanguages(hasLanguagesOff)),
		retention: line(server?.retention_days != null, retentionOf(server, at)),
	};
}

/** Says whether people are called by names that they have chosen. */
export function chosenNames(isOff: boolean): Phrase {
	return phrase("server.show.chosenNames", { are: isOff ? "off" : "on" });
}

/** Says whether people are greeted in a language that they have chosen. */
export function guestLanguages(isOff: boolean): Phrase {
	return phrase("server.show.guestLanguages", { are: isOff ? "off" : "on" });
}

function line(isSet: boolean, words: Phrase) {
	return { isSet, words };
}

function listed(items: readonly (string | Phrase)[]): Phrase {
	return listing(items, MOST_LISTED);
}

function postIn(guild: Guild, postTo: string | null): Phrase {
	if (postTo === null) return phrase("server.show.ownChats");
	if (!guild.channels.cache.has(postTo)) return phrase("server.show.channelGone");
	return phrase("server.show.oneChannel", { channel: `<#${postTo}>` });
}
