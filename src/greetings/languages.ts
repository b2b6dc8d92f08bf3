import type { Language } from "./language.ts";
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
import { timeIn } from "./local-time.ts";

const SPOKEN: readonly Language[] = [en, de, es, fr, hi, it, ja, ko, nl, pl, ptBR, svSE, tr, uk, zhCN];

/** The tags of all languages, English first. */
export const LANGUAGES: readonly string[] = SPOKEN.map((language) => language.tag);

/** The language for a tag such as Discord's `locale`: itself, else one with the same first part, else English. */
export function languageOf(tag: string): Language {
	const wanted = tag.toLowerCase();
	const base = wanted.split("-")[0];
	return (
		SPOKEN.find((language) => language.tag.toLowerCase() === wanted) ??
		SPOKEN.find((language) => language.tag.toLowerCase().split("-")[0] === base) ??
		en
	);
}

/**
 * "Good evening", at `at` (ms) in `timeZone` (IANA). Without a zone, or with one this machine does not know, it is the
 * plain greeting: a wrong time of day is worse than none.
 */
export function timeOfDayGreeting(language: Language, at: number, timeZone: string | null): string {
	const time = timeZone === null ? null : timeIn(timeZone, at);
	return time === null ? language.plainGreeting : language.timeOfDay(time.hour);
}
