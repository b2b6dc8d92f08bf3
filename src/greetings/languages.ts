import { createRequire } from "node:module";
import type { Language } from "./language.ts";
import { LANGUAGE_NAMES } from "./language-names.ts";
import { timeIn } from "./local-time.ts";

/** The tags of all languages, English first. */
export const LANGUAGES: readonly string[] = LANGUAGE_NAMES.map(([tag]) => tag);

const require = createRequire(import.meta.url);
const loaded = new Map<string, Language>();

/** The language for a tag such as Discord's `locale`, and English where we speak none for it. Its texts are read when first asked for. */
export function languageOf(tag: string): Language {
	const known = loaded.get(tag);
	if (known !== undefined) return known;
	const spoken = LANGUAGES.includes(tag) ? tag : (spokenFor(tag) ?? "en");
	const { language } = require(`./languages/${spoken}.ts`) as { language: Language };
	if (spoken === tag) loaded.set(tag, language); // no others: there is no end of tags
	return language;
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

/** How a language greets at an hour of the day, 0 to 23. */
export function greetingAt({ hours, plainGreeting }: Language, hour: number): string {
	const since = Object.keys(hours).findLast((from) => Number(from) <= hour); // whole numbers come in order
	return hours[Number(since)] ?? plainGreeting;
}
