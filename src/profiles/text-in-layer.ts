import type { TextKey } from "../greetings/texts.ts";
import type { Voice } from "../greetings/voice.ts";
import type { Queryable } from "../store/queryable.ts";
import { ALL_HOSTS, profilesOf, variantsOf } from "../store/settings.ts";
import { layered } from "./profile.ts";

/** A text as one layer, a host's or the server's, has it. */
export interface TextInLayer {
	/** In which its plurals are read. */
	language: string;
	/** What is said now. */
	now: readonly string[];
	/** Whether this layer has set it. */
	set: boolean;
	/** What would be said had this layer set nothing. */
	beneath: readonly string[];
	/** Whose that is. */
	beneathIs: "server" | "byname";
	/** How the host would speak then. */
	beneathVoice: Voice;
}

/** Reads a text of a host, or of the server with `ALL_HOSTS`, and what lies beneath it. */
export async function textInLayer(
	db: Queryable,
	of: { serverId: string; hostId: string; key: TextKey },
): Promise<TextInLayer> {
	const { serverId, hostId, key } = of;
	const host = hostId === ALL_HOSTS ? null : hostId;
	const profiles = await profilesOf(db, serverId, host);
	const all = await variantsOf(db, serverId, host);
	const others = all.filter((variant) => variant.host_id !== hostId);
	const { voice } = layered(profiles, all);
	const beneathVoice = layered(profiles, others).voice;
	return {
		language: voice.language,
		now: voice.texts[key],
		set: all.some((variant) => variant.host_id === hostId && variant.key === key),
		beneath: beneathVoice.texts[key],
		beneathVoice,
		beneathIs: others.some((variant) => variant.key === key) ? "server" : "byname",
	};
}
