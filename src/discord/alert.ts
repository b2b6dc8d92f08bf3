import type { Guild } from "discord.js";
import { keptWords } from "../cue-place.ts";
import type { KeptCueOf } from "../cues/cues.ts";
import type { Parked, Unsaid } from "../delivery/context.ts";
import { nonceFrom } from "../nonce.ts";
import { type Phrase, phrasesIn } from "../phrases/phrases.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Store } from "../store/queryable.ts";
import { sessionById } from "../store/sessions.ts";
import { forgetUntold, keepUntold, type UntoldRow } from "../store/untold.ts";
import { parkedWords, unsaidWords } from "./alert-words.ts";
import { type ConfideContext, confide } from "./confide.ts";

export interface AlertContext extends ConfideContext {
	store: Store;
	profiles: Profiles;
	/** What keeps a channel from being posted to; null for nothing that we know of. */
	troubleIn(channelId: string): Phrase | null;
}

/** What a host is told; the same `key` for the same trouble, so that they are told once. */
interface Alert {
	key: string;
	words: Phrase;
}

/** Tells hosts what goes wrong, and how to mend it. */
export interface Alerts {
	/** A channel takes no posts, so people are not greeted. */
	parked(parked: Parked): void;
	/** People of a session that is over were never greeted. */
	unsaid(unsaid: Unsaid): void;
	/** A host's cue is kept from where they want it. */
	keptCue(kept: KeptCueOf): void;
}

/**
 * Alerts hosts in private; what cannot be told so waits for the next command of a host or manager (`untold.ts`), and is
 * stored until then. The log has it in any case.
 */
export function alertThrough(context: AlertContext): Alerts {
	const { client, store, profiles, log, troubleIn } = context;

	async function alert(serverId: string, what: UntoldRow, { key, words }: Alert): Promise<void> {
		const guild = client.guilds.cache.get(serverId);
		const told = guild ? await confideIn(guild, what, { key, words }) : null;
		if (told !== null) await forgetUntold(store, what);
		const facts = {
			server: serverId,
			session: what.session_id,
			channel: what.channel_id,
			told: told ?? "next command",
		};
		log.warn({ ...facts, what: what.kind, words: phrasesIn("en")(words) }, "a host is told of trouble");
	}

	async function confideIn(guild: Guild, { session_id, channel_id }: UntoldRow, { key, words }: Alert) {
		const hostId = (await sessionById(store, session_id))?.host_id ?? null;
		const { cueTo, chosenLanguage } = await profiles.of(guild.id, hostId);
		const say = phrasesIn(chosenLanguage ?? guild.preferredLocale);
		const content = hostId ? say("alert.to", { host: `<@${hostId}>`, words }) : say(words);
		return confide(guild, { hostId, cueTo, not: channel_id }, { nonce: nonceFrom(key), content }, context);
	}

	async function alertParked({ serverId, channelId, sessionId, times }: Parked): Promise<void> {
		const words = parkedWords(channelId, troubleIn(channelId), true);
		const what = { session_id: sessionId, channel_id: channelId, kind: "parked" } as const;
		await alert(serverId, what, { key: `parked ${sessionId} ${channelId} ${times}`, words });
	}

	async function alertUnsaid({ serverId, channelId, sessionId }: Unsaid): Promise<void> {
		const what = { session_id: sessionId, channel_id: channelId, kind: "unsaid" } as const;
		await alert(serverId, what, { key: `unsaid ${sessionId} ${channelId}`, words: unsaidWords(channelId) });
	}

	async function alertKeptCue({ serverId, sessionId, place, fault }: KeptCueOf): Promise<void> {
		const words = keptWords({ place, fault }, fault === "refused" ? troubleIn(place) : null);
		const isPlace = fault === "gone" || fault === "public" || fault === "unreadable";
		const what = { session_id: sessionId, channel_id: place, kind: isPlace ? "cue" : "shut" } as const;
		await keepUntold(store, what);
		await alert(serverId, what, { key: `cue ${sessionId} ${place} ${fault}`, words });
	}

	function reports<Trouble>(alertOf: (trouble: Trouble) => Promise<void>): (trouble: Trouble) => void {
		return (trouble) => {
			alertOf(trouble).catch((err: unknown) => log.error({ err, trouble }, "a host could not be told of trouble yet"));
		};
	}

	return { parked: reports(alertParked), unsaid: reports(alertUnsaid), keptCue: reports(alertKeptCue) };
}
