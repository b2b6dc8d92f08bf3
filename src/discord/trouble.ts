import type { Client } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Parking } from "../delivery/parking.ts";
import { inWords, mendAt, missingIn } from "../permissions.ts";
import { describeSilence, silenceOf } from "../silence.ts";

/** Returns a function that says what keeps a channel from being posted to, in words for its host; null when nothing does. */
export function troubleWith(client: Client, { parking, clock }: { parking: Parking; clock: Clock }) {
	return (channelId: string): string | null => {
		const channel = client.channels.cache.get(channelId);
		if (!channel || channel.isDMBased()) return "I cannot see this channel. Give me *View Channel* there.";
		const silence = silenceOf(channel.guild, clock.now());
		if (silence) return describeSilence(silence);
		const missing = missingIn(channel);
		const where = mendAt(`<#${channelId}>`);
		if (missing.length > 0) return `I lack ${inWords(missing)} (${where}).`;
		const code = parking.parkedFor(channelId);
		return code === null ? null : describeRefusal(code, where);
	};
}

/** What one of Discord's codes says of a channel in which, as far as Discord shows it, nothing keeps us from posting. */
export function describeRefusal(code: number, where: string): string {
	switch (code) {
		case 10003:
			return "Discord says that this channel is no more, though it still shows it to me. I try again within ten minutes; if you cannot open it either, choose another one.";
		case 50008:
			return "Discord says that nothing can be written in this channel. Choose another one.";
		case 50001:
		case 50013:
			return `Discord turned my last post away. Check my permissions (${where}).`;
		default:
			return `Discord turned my last post away, with its code ${code}. Check my permissions first (${where}).`;
	}
}
