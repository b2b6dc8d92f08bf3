import { ButtonBuilder, ButtonStyle } from "discord.js";
import { z } from "zod";
import { type Context, customId } from "../../src/command.ts";
import { LANGUAGES, languageOf, spokenFor } from "../../src/greetings/languages.ts";
import { suggestLanguages } from "../../src/greetings/suggest-languages.ts";
import { languageSaid } from "../../src/guests/wishes.ts";
import { type Phrase, phrase, type Say } from "../../src/phrases/phrases.ts";
import { type Profile, voiceIn } from "../../src/profiles/profile.ts";
import { readChange } from "../../src/profiles/setting-rules.ts";
import { HOSTS_LANGUAGE, type PersonRow } from "../../src/store/people.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import type { Asker, Where } from "./asker.ts";

/** What somebody says of themselves on this server and everywhere. */
export type SaidOfOneself = Record<"here" | "everywhere", PersonRow | undefined>;

/** The session that somebody is in, if they are in one, and how its host, or else the server, speaks. */
export interface SessionAround {
	session: SessionRow | undefined;
	profile: Profile;
}

/** A language's tag, or `host` for whatever the host speaks. */
export const chosenLanguage = z.enum([HOSTS_LANGUAGE, ...LANGUAGES]);

/** Reads which language somebody has typed or chosen: its tag, or `host`. Throws a `UserError` for one that we do not speak. */
export function readLanguage(typed: string, at: number): string {
	if (typed === HOSTS_LANGUAGE) return HOSTS_LANGUAGE;
	return readChange({ language: typed }, at).language ?? HOSTS_LANGUAGE;
}

/** Completes what somebody is typing into a language, or into the host's. */
export function suggestOwnLanguage(typed: string, locale: string, say: Say): { name: string; value: string }[] {
	const [likeliest, ...others] = suggestLanguages(typed, locale).map(({ tag, label }) => ({ name: label, value: tag }));
	const hosts = { name: say("me.command.hostsLanguage"), value: HOSTS_LANGUAGE };
	const isMeant = hosts.name.toLowerCase().includes(typed.trim().toLowerCase());
	return [...(likeliest ? [likeliest] : []), ...(isMeant ? [hosts] : []), ...others];
}

/** Says that somebody is greeted in a language from now on. */
export function languageNews(language: string, where: Where): Phrase {
	if (language === HOSTS_LANGUAGE) return phrase("me.language.hosts", { where });
	return phrase("me.language.saved", { language: languageOf(language).label, where });
}

/** Says in which language somebody is greeted; `mayChoose` says whether the server lets them choose. */
export function languageLines({ here, everywhere }: SaidOfOneself, mayChoose: boolean): Phrase[] {
	const spoken = languageSaid([here, everywhere]);
	if (spoken === null) return [phrase("me.myGreeting.hostsLanguage")];
	if (!mayChoose) return [phrase("me.myGreeting.hostsLanguage"), phrase("me.myGreeting.languageUnused")];
	const source = here?.language == null ? "everywhere" : "server";
	return [phrase("me.myGreeting.language", { language: languageOf(spoken).label, source })];
}

/**
 * Offers the language that somebody's own Discord is in, where they do not hear it anyway, and the way back to the host's.
 * Discord tells the first with each press; it is stored once they press the button for it, and not before.
 */
export function languageButtons(
	asker: Asker,
	said: SaidOfOneself,
	around: SessionAround | null,
	{ say }: Context,
): ButtonBuilder[] {
	const own = spokenFor(asker.locale);
	const everywhere = languageSaid([said.everywhere]);
	if (around === null) return [...offer("everywhere", everywhere), ...back("everywhere", everywhere)];
	const here = languageSaid([said.here, said.everywhere]);
	const { session, profile } = around;
	const hosts = (session ? voiceIn(profile, session.language) : profile.voice).language;
	return [
		...(profile.guestsMay.chooseLanguage ? offer("here", here ?? hosts) : []),
		...offer("everywhere", everywhere ?? (here === null ? hosts : null)),
		...back("here", here),
		...back("everywhere", everywhere),
	];

	function offer(where: Where, heard: string | null): ButtonBuilder[] {
		if (own === undefined || own === heard) return [];
		return [button(where, own, say("me.myGreeting.speak", { language: languageOf(own).label, where }))];
	}

	function back(where: Where, chosen: string | null): ButtonBuilder[] {
		return chosen === null ? [] : [button(where, HOSTS_LANGUAGE, say("me.myGreeting.speakAsHost", { where }))];
	}
}

function button(where: Where, language: string, label: string): ButtonBuilder {
	return new ButtonBuilder({
		customId: customId("me", "language", where, language),
		style: ButtonStyle.Secondary,
		label,
	});
}
