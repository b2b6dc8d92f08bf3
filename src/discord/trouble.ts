import type { Client } from "discord.js";
import { inWords, mendAt, missingIn } from "../permissions.ts";

/**
 * Returns a function that says what keeps a channel from being posted to, in words for its host; null when nothing does.
 * `isParked` tells whether posting has failed there.
 */
export function troubleWith(client: Client, isParked: (channelId: string) => boolean) {
	return (channelId: string): string | null => {
		const channel = client.channels.cache.get(channelId);
		if (!channel || channel.isDMBased()) return "I cannot see this channel. Give me *View Channel* there.";
		const missing = missingIn(channel);
		const where = mendAt(`<#${channelId}>`);
		if (missing.length > 0) return `I lack ${inWords(missing)} (${where}).`;
		return isParked(channelId) ? `Discord turned my last post away. Check my permissions (${where}).` : null;
	};
}
