import { type Phrase, phrase } from "../phrases/phrases.ts";
import type { ErasingAhead } from "../store/retention.ts";
import { timestamp } from "../timestamp.ts";

/** Says that a channel takes no posts and why, as far as that is known; `isOn`: while the session goes on. */
export function parkedWords(channelId: string, trouble: Phrase | null, isOn: boolean): Phrase {
	const values = { channel: `<#${channelId}>`, trouble: trouble ?? phrase("alert.turnedAway") };
	return isOn ? phrase("alert.parked.on", values) : phrase("alert.parked.over", values);
}

/** Says that people of a session that is over were never greeted. */
export function unsaidWords(channelId: string): Phrase {
	return phrase("alert.unsaid", { channel: `<#${channelId}>` });
}

/** Says from when on what is old is erased, and what can be done about it. */
export function retentionWords({ days, from }: ErasingAhead): Phrase {
	return phrase("alert.retention", { days, from: timestamp(from, "D") });
}
