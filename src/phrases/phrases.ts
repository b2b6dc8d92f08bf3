import { IntlMessageFormat } from "intl-messageformat";
import type { Filling, Phrase, PhraseKey, PlainKey, Value } from "./catalogue.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";

export type { Phrase, PhraseKey, PlainKey } from "./catalogue.ts";

/** Says phrases in one language, and in English those that it has not. */
export interface Say {
	<K extends PhraseKey>(key: K, ...filling: Filling<K>): string;
	(phrase: Phrase): string;
	/** A BCP 47 tag. */
	language: string;
}

/** Phrases by their keys, as they are written. */
type PhraseSources = ReadonlyMap<string, string>;

/** A language's phrases, each read when it is first said. */
interface Catalogue {
	language: string;
	sources: PhraseSources;
	formats: Map<string, IntlMessageFormat>;
}

/** How commands are written, such as "`/host set`", and by what Discord makes them something to click. */
export type Clickable = ReadonlyMap<string, string>;

/** Finds the phrases in the language of one of Discord's locales, or in English where there are none. */
export type PhrasesIn = (locale: string) => Say;

const ENGLISH_SOURCES = sourcesOf(ENGLISH);
const TRANSLATED = { de: sourcesOf(GERMAN) };

/**
 * The phrases in all languages, with those commands to click that stand in them without options. What people typed is put
 * into a phrase afterwards, so nothing of it becomes one.
 */
export function phrasesWith(clickable: Clickable): PhrasesIn {
	const english = catalogueOf("en", ENGLISH_SOURCES, clickable);
	const translated = Object.entries(TRANSLATED).map(([tag, sources]) => catalogueOf(tag, sources, clickable));
	const all = new Map([english, ...translated].map((one) => [one.language, sayingIn(one, english)]));
	const fallback = sayingIn(english, english);
	return (locale) => all.get(locale) ?? fallback;
}

/** The phrases where it is not known, or of no use, what can be clicked. */
export const phrasesIn = phrasesWith(new Map());

/** A phrase to be said later, when it is known in which language. */
export function phrase<K extends PhraseKey>(key: K, ...filling: Filling<K>): Phrase;
export function phrase(key: PhraseKey, values: Readonly<Record<string, Value>> = {}): Phrase {
	return { kind: "phrase", key, values };
}

/** A list of so many at most, and how many more there are. */
export function listing(items: readonly Value[], most: number): Phrase {
	const rest = items.length - most;
	if (rest <= 0) return { kind: "and", items };
	return { kind: "and", items: [...items.slice(0, most), phrase("common.more", { count: rest })] };
}

/** A phrase in all languages that have it, by Discord's locales. English goes by two names there. */
export function inEveryLanguage(key: PlainKey): Partial<Record<"en-US" | "en-GB" | keyof typeof TRANSLATED, string>> {
	const words = phrasesIn("en")(key);
	const translated = Object.entries(TRANSLATED).filter(([, sources]) => sources.has(key));
	return {
		"en-US": words,
		"en-GB": words,
		...Object.fromEntries(translated.map(([tag]) => [tag, phrasesIn(tag)(key)])),
	};
}

/** The keys of the phrases that each language has not, by its tag. */
export function missingPhrases(): Record<string, readonly string[]> {
	const keys = [...ENGLISH_SOURCES.keys()];
	const missing = Object.entries(TRANSLATED).map(([tag, sources]) => [tag, keys.filter((key) => !sources.has(key))]);
	return Object.fromEntries(missing);
}

function sayingIn(own: Catalogue, english: Catalogue): Say {
	function sayKey(key: PhraseKey, values: Readonly<Record<string, Value>>): string {
		const catalogue = own.sources.has(key) ? own : english;
		const source = catalogue.sources.get(key) ?? key;
		if (!/[{}]/.test(source)) return source;
		const filled = Object.entries(values).map(([name, value]) => [name, write(value, catalogue.language)]);
		return String(formatOf(catalogue, key, source).format(Object.fromEntries(filled)));
	}

	/** `language` is that of the words around it. */
	function write(value: Value, language: string): string | number {
		if (typeof value !== "object") return value;
		if (value.kind === "phrase") return sayKey(value.key, value.values);
		const items = value.items.map((item) => String(write(item, language)));
		if (value.kind === "lines") return items.join("\n");
		return new Intl.ListFormat(language, { type: value.kind === "and" ? "conjunction" : "disjunction" }).format(items);
	}

	function say(first: PhraseKey | Phrase, values: Readonly<Record<string, Value>> = {}): string {
		return typeof first === "string" ? sayKey(first, values) : String(write(first, own.language));
	}

	return Object.assign(say as Say, { language: own.language });
}

function formatOf({ language, formats }: Catalogue, key: string, source: string): IntlMessageFormat {
	const found = formats.get(key);
	if (found) return found;
	// Tags are for web pages: here `<` is a `<`.
	const format = new IntlMessageFormat(source, language, undefined, { ignoreTag: true });
	formats.set(key, format);
	return format;
}

function catalogueOf(language: string, sources: PhraseSources, clickable: Clickable): Catalogue {
	const ready = [...sources].map(([key, source]) => [key, withClickable(source, clickable)] as const);
	return { language, sources: new Map(ready), formats: new Map() };
}

function withClickable(source: string, clickable: Clickable): string {
	return source.replace(/`\/[\w -]+`/g, (written) => clickable.get(written) ?? written);
}

function sourcesOf(phrases: object): PhraseSources {
	return new Map(sourcesIn(phrases));
}

function sourcesIn(phrases: object, before = ""): [key: string, source: string][] {
	return Object.entries(phrases).flatMap(([name, one]: [string, string | object]) =>
		typeof one === "string" ? [[before + name, one]] : sourcesIn(one, `${before}${name}.`),
	);
}
