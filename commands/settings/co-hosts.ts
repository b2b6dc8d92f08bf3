import { ActionRowBuilder, UserSelectMenuBuilder } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { coHostsOf, saveCoHosts } from "../../src/store/panel.ts";
import { UserError } from "../../src/user-error.ts";

const MOST_CO_HOSTS = 10;

/** Lists whom a host regularly leads with, to choose others: a menu, for an option of a command takes one person only. */
export async function chooseCoHosts({ guildId, user }: Answerable, { store, say }: Context): Promise<Message> {
	const coHosts = await coHostsOf(store, guildId, user.id);
	const select = new UserSelectMenuBuilder()
		.setCustomId(customId("host", "co-hosts-chosen"))
		.setPlaceholder(say("host.coHosts.choose"))
		.setMinValues(0)
		.setMaxValues(MOST_CO_HOSTS)
		.setDefaultUsers(coHosts);
	return {
		content: say("host.coHosts.are", { count: coHosts.length, members: listOf(coHosts) }),
		components: [new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(select)],
	};
}

/** Has these members be whom a host regularly leads with, and nobody else. */
export async function setCoHosts(interaction: Answerable, context: Context): Promise<Message> {
	if (!("isUserSelectMenu" in interaction) || !interaction.isUserSelectMenu()) {
		throw new UserError(phrase("frame.outdated"));
	}
	const { guildId, user, users, members, values } = interaction;
	const { store, clock, changed, cue, say } = context;
	if (values.length > MOST_CO_HOSTS) throw new UserError(phrase("frame.outdated"));
	if (users.some(({ bot }) => bot)) throw new UserError(phrase("host.coHosts.noBot"));
	const absent = values.filter((id) => !members.has(id));
	if (absent.length > 0) throw new UserError(phrase("host.coHosts.notHere", { members: listOf(absent) }));
	const chosen = values.filter((id) => id !== user.id);
	const sessionIds = await store
		.transaction()
		.execute((db) => saveCoHosts(db, { serverId: guildId, hostId: user.id }, chosen, clock.now()));
	changed(guildId);
	for (const sessionId of sessionIds) cue(sessionId);
	const content = say("host.coHosts.saved", { count: chosen.length, members: listOf(chosen) });
	return { ...(await chooseCoHosts(interaction, context)), content, replaces: true };
}

function listOf(ids: readonly string[]) {
	return { kind: "and", items: ids.map((id) => `<@${id}>`) } as const;
}
