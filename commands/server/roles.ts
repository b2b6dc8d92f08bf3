import { type Guild, RoleSelectMenuBuilder } from "discord.js";
import { type Context, customId, type Message } from "../../src/command.ts";
import { MOST_SELECTED } from "../../src/limits.ts";
import { hostRoles, saveHostRoles } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { row } from "./components.ts";

/** Lists the roles that may host, to choose others. */
export async function chooseRoles(guild: Guild, { store }: Context): Promise<Message> {
	const chosen = (await hostRoles(store, guild.id)).filter((id) => guild.roles.cache.has(id));
	const select = new RoleSelectMenuBuilder()
		.setCustomId(customId("server", "roles-chosen"))
		.setPlaceholder("No host role")
		.setMinValues(0)
		.setMaxValues(MOST_SELECTED)
		.setDefaultRoles(chosen.slice(0, MOST_SELECTED));
	const words = `${hostsAre(chosen)}\nChoose all roles that may host; take one out, or all, and it may no longer.`;
	return { content: words, components: [row(select)] };
}

/** Lets these roles host, and no others. */
export async function setHostRoles(guild: Guild, context: Context, roleIds: string[]): Promise<Message> {
	if (roleIds.includes(guild.roles.everyone.id)) {
		throw new UserError(
			"With *@everyone* every attendee would be a host. Choose other roles; the host roles are as they were.",
		);
	}
	if (roleIds.some((id) => !guild.roles.cache.has(id))) {
		throw new UserError("One of those roles is not on this server. Choose again; the host roles are as they were.");
	}
	await saveHostRoles(context.store, guild.id, roleIds);
	context.changed(guild.id);
	return { ...(await chooseRoles(guild, context)), content: `Saved. ${hostsAre(roleIds)}`, replaces: true };
}

function hostsAre(roleIds: readonly string[]): string {
	const roles = roleIds.map((id) => `<@&${id}>`).join(", ");
	const always = "everybody with *Manage Events* or *Manage Server*";
	return roles === "" ? `Hosts are ${always}; there is no host role.` : `Hosts are ${always}, and who has ${roles}.`;
}
