import { languageOf } from "../greetings/languages.ts";
import { TEXT_KEYS, type Texts } from "../greetings/texts.ts";
import { DEFAULT_VOICE, type Voice } from "../greetings/voice.ts";
import type { Pace } from "../store/schema.ts";
import { ALL_HOSTS, type Layers, type ProfileRow } from "../store/settings.ts";
import { isLeftOut } from "./variants.ts";

/** How a host leads sessions in a server: what they set, else what the server set, else Byname's own way. */
export interface Profile {
	voice: Voice;
	/** The language that the host, or else the server, has chosen; null while neither has. */
	chosenLanguage: string | null;
	/** The texts that the host or the server have set; all others are the language's own. */
	ownTexts: Partial<Texts>;
	/** How long after an arrival the greeting follows. */
	delayMs: number;
	/** How long after a latecomer's arrival it follows, so that the host can greet them first; 0: as for all others. */
	firstMs: number;
	/** How fast greetings follow each other. */
	pace: Pace;
	/** Whether who comes while no session is on is spoken to. */
	speaksAfterHours: boolean;
	/** Where the host's cue goes: a channel or thread, `dm`, or null while they want none. */
	cueTo: string | null;
	/** The one channel greetings are posted to; null for each room's own chat. */
	postTo: string | null;
	/** What guests may choose for themselves on the server. */
	guestsMay: { chooseName: boolean; chooseLanguage: boolean };
}

/** Byname's own pace. */
export const DEFAULT_PACE: Pace = "calm";

/** A text that a layer has set. */
export interface SetText {
	host_id: string;
	key: keyof Texts;
	source: string;
	/** 1 for one that keeps to the order it was written for. */
	old_order: number | null;
}

/** Lays a host's settings over the server's over Byname's own. Languages bring their own default texts. */
export function layered({ server, host }: Layers, texts: readonly SetText[]): Omit<Profile, "postTo" | "guestsMay"> {
	function setting<K extends keyof ProfileRow>(key: K): NonNullable<ProfileRow[K]> | null {
		return host?.[key] ?? server?.[key] ?? null;
	}
	const chosenLanguage = setting("language");
	const language = chosenLanguage ?? DEFAULT_VOICE.language;
	const ownTexts = innermost(texts);
	return {
		voice: {
			language,
			timeZone: setting("time_zone"),
			lateAfterMinutes: setting("late_after_minutes") ?? DEFAULT_VOICE.lateAfterMinutes,
			ping: setting("ping") ?? DEFAULT_VOICE.ping,
			texts: { ...languageOf(language).texts, ...ownTexts },
			oldOrder: TEXT_KEYS.filter((key) => set(key, texts).some((text) => text.old_order === 1)),
		},
		chosenLanguage,
		ownTexts,
		delayMs: (setting("delay_seconds") ?? 0) * 1_000,
		firstMs: (setting("first_seconds") ?? 0) * 1_000,
		pace: setting("pace") ?? DEFAULT_PACE,
		speaksAfterHours: setting("after_hours") !== "off",
		cueTo: setting("cue") === "on" ? (host?.cue_to ?? null) : null,
	};
}

/** How a host speaks where another language has been chosen; null for none. Texts of their own stay as they wrote them. */
export function voiceIn({ voice, ownTexts }: Pick<Profile, "voice" | "ownTexts">, language: string | null): Voice {
	if (language === null) return voice;
	return { ...voice, language, texts: { ...languageOf(language).texts, ...ownTexts } };
}

/** Whether who comes after a host's session hears of it at all. */
export function isClosedSaid({ speaksAfterHours, voice }: Profile): boolean {
	return speaksAfterHours && !isLeftOut(voice.texts.afterHours);
}

/** Of each text that is set, what the host has set, else what the server has. */
function innermost(texts: readonly SetText[]): Partial<Texts> {
	const chosen = TEXT_KEYS.flatMap((key) => {
		const sources = set(key, texts).map((text) => text.source);
		return sources.length > 0 ? [[key, sources] as const] : [];
	});
	return Object.fromEntries(chosen);
}

/** What counts of a text: what the host has set, else the server. */
function set(key: keyof Texts, texts: readonly SetText[]): SetText[] {
	const all = texts.filter((text) => text.key === key);
	const hosts = all.filter((text) => text.host_id !== ALL_HOSTS);
	return hosts.length > 0 ? hosts : all;
}
