import type { Client } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Parking } from "../delivery/parking.ts";
import { inWords, mendAt, missingIn } from "../permissions.ts";
import { type Phrase, phrase } from "../phrases/phrases.ts";
import { describeSilence, silenceOf } from "../silence.ts";

/** Returns a function that says to a host what keeps a channel from being posted to; null when nothing does. */
export function troubleWith(client: Client, { parking, clock }: { parking: Parking; clock: Clock }) {
	return (channelId: string): Phrase | null => {
		const channel = client.channels.cache.get(channelId);
		if (!channel || channel.isDMBased()) return phrase("trouble.unseen");
		const silence = silenceOf(channel.guild, clock.now());
		if (silence) return describeSilence(silence);
		const missing = missingIn(channel);
		const where = mendAt(`<#${channelId}>`);
		if (missing.length > 0) return phrase("trouble.lacking", { permissions: inWords(missing), mendAt: where });
		const code = parking.parkedFor(channelId);
		return code === null ? null : describeRefusal(code, where);
	};
}

/** What one of Discord's codes says of a channel in which, as far as Discord shows it, nothing keeps us from posting. */
export function describeRefusal(code: number, mendAt: Phrase): Phrase {
	switch (code) {
		case 10003:
			return phrase("trouble.refused.gone");
		case 50008:
			return phrase("trouble.refused.noPlaceForWords");
		case 50001:
		case 50013:
			return phrase("trouble.refused.forbidden", { mendAt });
		default:
			return phrase("trouble.refused.other", { mendAt, code: String(code) });
	}
}
