import { type Closed, readClosed } from "./closed.ts";
import type { Language } from "./language.ts";
import { bg } from "./languages/bg.ts";
import { cs } from "./languages/cs.ts";
import { da } from "./languages/da.ts";
import { de } from "./languages/de.ts";
import { el } from "./languages/el.ts";
import { en } from "./languages/en.ts";
import { es419 } from "./languages/es-419.ts";
import { esES } from "./languages/es-ES.ts";
import { fi } from "./languages/fi.ts";
import { fr } from "./languages/fr.ts";
import { hi } from "./languages/hi.ts";
import { hr } from "./languages/hr.ts";
import { hu } from "./languages/hu.ts";
import { id } from "./languages/id.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import { lt } from "./languages/lt.ts";
import { nl } from "./languages/nl.ts";
import { no } from "./languages/no.ts";
import { pl } from "./languages/pl.ts";
import { ptBR } from "./languages/pt-BR.ts";
import { ro } from "./languages/ro.ts";
import { ru } from "./languages/ru.ts";
import { svSE } from "./languages/sv-SE.ts";
import { th } from "./languages/th.ts";
import { tr } from "./languages/tr.ts";
import { uk } from "./languages/uk.ts";
import { vi } from "./languages/vi.ts";
import { zhCN } from "./languages/zh-CN.ts";
import { zhTW } from "./languages/zh-TW.ts";
import { timeIn } from "./local-time.ts";

// All are read at the start: twenty starts with one language and twenty with all of them took equally long, 0.8 s and 117 MiB.
const SPOKEN: readonly Language[] = [
	en,
	bg,
	cs,
	da,
	de,
	el,
	es419,
	esES,
	fi,
	fr,
	hi,
	hr,
	hu,
	id,
	it,
	ja,
	ko,
	lt,
	nl,
	no,
	pl,
	ptBR,
	ro,
	ru,
	svSE,
	th,
	tr,
	uk,
	vi,
	zhCN,
	zhTW,
];
const byTag: ReadonlyMap<string, Language> = new Map(SPOKEN.map((language) => [language.tag, language]));

/** The tags of all languages, English first. */
export const LANGUAGES: readonly string[] = SPOKEN.map((language) => language.tag);

/** The language for a tag such as Discord's `locale`, and English where we speak none for it. */
export function languageOf(tag: string): Language {
	return byTag.get(tag) ?? byTag.get(spokenFor(tag) ?? "") ?? en;
}

/** Where Spain's Spanish is the standard, as CLDR has it; elsewhere Latin America's is. */
const SPANISH_OF_SPAIN = ["ES", "EA", "IC", "GQ", "PH"];

/**
 * The tag of the language we speak for any tag; undefined where there is none. Who reads traditional Chinese is not given the
 * simplified one, nor Latin America the Spanish of Spain.
 */
export function spokenFor(tag: string): string | undefined {
	const locale = localeOf(tag);
	if (locale === undefined) return undefined;
	switch (locale.language) {
		case "zh":
			return locale.script === "Hant" ? "zh-TW" : "zh-CN";
		case "es":
			return SPANISH_OF_SPAIN.includes(locale.region ?? "") ? "es-ES" : "es-419";
		case "nb":
		case "nn":
			return "no";
		default:
			return LANGUAGES.find((spoken) => spoken.split("-")[0] === locale.language);
	}
}

/** A tag with the script and the region it implies ("zh-HK" is "zh-Hant-HK"); undefined for what is no tag. */
function localeOf(tag: string): Intl.Locale | undefined {
	try {
		return new Intl.Locale(tag).maximize();
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/**
 * "Good evening", at `at` (ms) in `timeZone` (IANA). Without a zone, or with one this machine does not know, it is the
 * plain greeting: a wrong time of day is worse than none.
 */
export function timeOfDayGreeting(language: Language, at: number, timeZone: string | null): string {
	const time = timeZone === null ? null : timeIn(timeZone, at);
	return time === null ? language.plainGreeting : greetingAt(language, time.hour);
}

/** The words with which a language speaks of the next date and of the recap after hours. */
export function endingsIn(tag: string): Closed {
	return readClosed(languageOf(tag).texts.afterHours[0] ?? "");
}

/** How a language greets at an hour of the day, 0 to 23. */
export function greetingAt({ hours, plainGreeting }: Language, hour: number): string {
	const since = Object.keys(hours).findLast((from) => Number(from) <= hour); // whole numbers come in order
	return hours[Number(since)] ?? plainGreeting;
}
