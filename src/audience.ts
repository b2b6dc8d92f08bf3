import { type GuildMember, PermissionFlagsBits, type PermissionsBitField } from "discord.js";

/** What somebody is on a server. `hosts`: Manage Events, Manage Server or a host role; `managers`: Manage Server. */
export type Rank = "everyone" | "hosts" | "managers";

/**
 * For whom something is. `leaders`: hosts, and who leads a session on the server without being one; what these may do there is
 * for the command to see to.
 */
export type Audience = Rank | "leaders";

const MANAGER = PermissionFlagsBits.ManageGuild;
const HOST = PermissionFlagsBits.ManageEvents;

/** The person who uses a command, as Discord shows them at that moment. */
export interface Invoker {
	guildId: string;
	/** In the channel where they use it. */
	memberPermissions: Readonly<PermissionsBitField>;
	/** With the permissions of their roles. */
	member: Pick<GuildMember, "id" | "roles" | "permissions">;
}

/** What somebody is on a server: one of its managers, else one of its hosts, else one of everyone. `hostRoles` reads the ids. */
export async function rankOf(
	{ memberPermissions, member }: Invoker,
	hostRoles: () => Promise<readonly string[]>,
): Promise<Rank> {
	if (memberPermissions.has(MANAGER)) return "managers";
	// Manage Events can be given in a single channel; that makes nobody a host of the whole server.
	if (memberPermissions.has(HOST) && member.permissions.has(HOST)) return "hosts";
	return (await hostRoles()).some((id) => member.roles.cache.has(id)) ? "hosts" : "everyone";
}
