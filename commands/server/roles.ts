import { type Guild, RoleSelectMenuBuilder } from "discord.js";
import { type Context, customId, type Message } from "../../src/command.ts";
import { MOST_SELECTED } from "../../src/limits.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { hostRoles, saveHostRoles } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { row } from "./components.ts";

/** Lists the roles that may host, to choose others. */
export async function chooseRoles(guild: Guild, { store, say }: Context): Promise<Message> {
	const chosen = (await hostRoles(store, guild.id)).filter((id) => guild.roles.cache.has(id));
	const select = new RoleSelectMenuBuilder()
		.setCustomId(customId("server", "roles-chosen"))
		.setPlaceholder(say("server.roles.none"))
		.setMinValues(0)
		.setMaxValues(MOST_SELECTED)
		.setDefaultRoles(chosen.slice(0, MOST_SELECTED));
	return { content: say("server.roles.choose", { hosts: hostsAre(chosen) }), components: [row(select)] };
}

/** Lets these roles host, and no others. */
export async function setHostRoles(guild: Guild, context: Context, roleIds: string[]): Promise<Message> {
	if (roleIds.includes(guild.roles.everyone.id)) throw new UserError(phrase("server.roles.everyone"));
	if (roleIds.some((id) => !guild.roles.cache.has(id))) throw new UserError(phrase("server.roles.unknown"));
	await saveHostRoles(context.store, guild.id, roleIds);
	context.changed(guild.id);
	const content = context.say("server.roles.saved", { hosts: hostsAre(roleIds) });
	return { ...(await chooseRoles(guild, context)), content, replaces: true };
}

function hostsAre(roleIds: readonly string[]): Phrase {
	const roles = { kind: "or", items: roleIds.map((id) => `<@&${id}>`) } as const;
	return phrase("server.roles.hosts", { count: roleIds.length, roles });
}
