import { type GuildMember, PermissionFlagsBits, type PermissionsBitField } from "discord.js";
import type { Audience } from "../command.ts";
import { phrase } from "../phrases/phrases.ts";
import { leadsOn } from "../store/panel.ts";
import type { Queryable } from "../store/queryable.ts";
import { hostRoles } from "../store/settings.ts";
import { UserError } from "../user-error.ts";

const MANAGER = PermissionFlagsBits.ManageGuild;
const HOST = PermissionFlagsBits.ManageEvents;

/** The person who uses a command, as Discord shows them at that moment. */
interface Invoker {
	guildId: string;
	/** In the channel where they use it. */
	memberPermissions: Readonly<PermissionsBitField>;
	/** With the permissions of their roles. */
	member: Pick<GuildMember, "id" | "roles" | "permissions">;
}

/**
 * Throws a `UserError` unless somebody may use what is for this audience. Discord hides commands by
 * `default_member_permissions`, but a server's admins can override that, so it is checked here as well.
 */
export async function requireAudience(invoker: Invoker, audience: Audience, db: Queryable): Promise<void> {
	if (audience === "everyone" || invoker.memberPermissions.has(MANAGER)) return;
	if (audience === "managers") {
		throw new UserError(phrase("frame.forManagers"));
	}
	if (await mayHost(invoker, db)) return;
	if (audience === "leaders" && (await leadsOn(db, invoker.guildId, invoker.member.id))) return;
	throw new UserError(phrase("frame.forHosts"));
}

/** Whether somebody may use what is for hosts. */
export async function mayHost({ guildId, memberPermissions, member }: Invoker, db: Queryable): Promise<boolean> {
	if (memberPermissions.has(MANAGER)) return true;
	// Manage Events can be given in a single channel; that makes nobody a host of the whole server.
	if (memberPermissions.has(HOST) && member.permissions.has(HOST)) return true;
	return (await hostRoles(db, guildId)).some((id) => member.roles.cache.has(id));
}
