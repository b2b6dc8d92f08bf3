import { type GuildBasedChannel, PermissionFlagsBits } from "discord.js";

/** What Byname must be allowed in a channel to greet there, as Discord's settings call it. */
export const NEEDED = {
	"View Channel": PermissionFlagsBits.ViewChannel,
	Connect: PermissionFlagsBits.Connect,
	"Send Messages": PermissionFlagsBits.SendMessages,
	"Read Message History": PermissionFlagsBits.ReadMessageHistory,
};

/** Which of the needed permissions Byname lacks in a channel, by their names in Discord. */
export function missingIn(channel: GuildBasedChannel): string[] {
	const me = channel.guild.members.me;
	const mine = me && channel.permissionsFor(me);
	if (!mine) return Object.keys(NEEDED);
	return Object.entries(NEEDED)
		.filter(([name, bit]) => !mine.has(bit) && (name !== "Connect" || channel.isVoiceBased()))
		.map(([name]) => name);
}
