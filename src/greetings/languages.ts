import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { hi } from "./languages/hi.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import { nl } from "./languages/nl.ts";
import { pl } from "./languages/pl.ts";
import { ptBR } from "./languages/pt-BR.ts";
import { svSE } from "./languages/sv-SE.ts";
import { tr } from "./languages/tr.ts";
import { uk } from "./languages/uk.ts";
import { zhCN } from "./languages/zh-CN.ts";
import type { Texts } from "./texts.ts";

/** One language the bot speaks. */
export interface Language {
	/** BCP 47, and one of Discord's locales wherever Discord has one. */
	tag: string;
	/** What its speakers call it. */
	label: string;
	/** Whose way of joining names is used, where the tag's own differs ("A, B, and C"). */
	listTag?: string;
	/** What stands between two sentences. */
	between: string;
	/** What follows a name in its texts; in a list it follows each ("Mayaさん、Tomさん"). */
	honorific?: string;
	/** Greets by the hour of the day, 0 to 23, by this language's own rule. */
	timeOfDay(hour: number): string;
	/** The greeting that is right at any hour. */
	plainGreeting: string;
	/** What to call someone whose name cannot be shown. */
	neutralName: string;
	texts: Texts;
}

const ALL: readonly Language[] = [en, de, es, fr, hi, it, ja, ko, nl, pl, ptBR, svSE, tr, uk, zhCN];

/** The tags of all languages, English first. */
export const LANGUAGES: readonly string[] = ALL.map((language) => language.tag);

/** The language for a tag such as Discord's `locale`: itself, else one with the same first part, else English. */
export function languageOf(tag: string): Language {
	const wanted = tag.toLowerCase();
	const base = wanted.split("-")[0];
	return (
		ALL.find((language) => language.tag.toLowerCase() === wanted) ??
		ALL.find((language) => language.tag.toLowerCase().split("-")[0] === base) ??
		en
	);
}

/**
 * "Good evening", at `at` (ms) in `timeZone` (IANA). Without a zone, or with one this machine does not know, it is the
 * plain greeting: wrong half of the day is worse than none.
 */
export function timeOfDayGreeting(language: Language, at: number, timeZone: string | null): string {
	if (timeZone === null) return language.plainGreeting;
	try {
		return language.timeOfDay(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).hour);
	} catch (error) {
		if (error instanceof RangeError) return language.plainGreeting;
		throw error;
	}
}
