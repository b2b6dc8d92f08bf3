import { nonceFrom } from "../nonce.ts";
import { phrasesIn } from "../phrases/phrases.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { ErasingAhead } from "../store/retention.ts";
import { retentionWords } from "./alert-words.ts";
import { type ConfideContext, confide } from "./confide.ts";

export interface AnnouncementContext extends ConfideContext {
	profiles: Profiles;
}

/**
 * Returns a function that tells a server from when on old attendance is erased: where its moderators are told of trouble
 * that is no single host's. False when there is no such place; then it waits for the next command (`untold.ts`).
 */
export function announceThrough(
	context: AnnouncementContext,
): (serverId: string, ahead: ErasingAhead) => Promise<boolean> {
	const { client, profiles, log } = context;

	return async (serverId, ahead) => {
		const guild = client.guilds.cache.get(serverId);
		if (!guild?.available) return false;
		const { chosenLanguage } = await profiles.of(serverId, null);
		const content = phrasesIn(chosenLanguage ?? guild.preferredLocale)(retentionWords(ahead));
		const notice = { nonce: nonceFrom(`retention ${serverId}`), content };
		const told = await confide(guild, { hostId: null, cueTo: null, not: null }, notice, context);
		log.info({ server: serverId, told: told ?? "next command" }, "a server is told that old attendance is erased");
		return told !== null;
	};
}
