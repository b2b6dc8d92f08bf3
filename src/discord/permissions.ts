import { type Client, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";

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

/** Makes the words for what keeps a channel from being posted to; `isParked` tells whether posting has failed there. */
export function troubleWith(client: Client, isParked: (channelId: string) => boolean) {
	return (channelId: string): string | null => {
		const channel = client.channels.cache.get(channelId);
		if (!channel || channel.isDMBased()) return "I cannot see this channel. Give me *View Channel* there.";
		const missing = missingIn(channel);
		const where = `Channel settings → Permissions → Byname, in <#${channelId}>`;
		if (missing.length > 0) return `I lack ${missing.map((name) => `*${name}*`).join(", ")} (${where}).`;
		return isParked(channelId) ? `Discord turned my last post away. Check my permissions (${where}).` : null;
	};
}
