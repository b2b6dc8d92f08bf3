import { MOST_SUGGESTIONS } from "../limits.ts";
import { LANGUAGES, languageOf, spokenFor } from "./languages.ts";

const KNOWN = LANGUAGES.map((tag) => {
	const { label, english } = languageOf(tag);
	return { tag, label, words: [tag, label, english].map(fold) };
});

/**
 * Languages that what somebody has typed so far may mean, by tag, own name or English name; the likeliest first, which is
 * the one their Discord speaks (`locale`).
 */
export function suggestLanguages(typed: string, locale = "en"): { tag: string; label: string }[] {
	const wanted = fold(typed);
	const own = spokenFor(locale);
	const begins = KNOWN.filter(({ words }) => words.some((word) => word.startsWith(wanted)));
	const contains = KNOWN.filter(({ words }) => words.some((word) => word.includes(wanted)));
	const theirs = begins.filter(({ tag }) => tag === own);
	return [...new Set([...theirs, ...begins, ...contains])]
		.slice(0, MOST_SUGGESTIONS)
		.map(({ tag, label }) => ({ tag, label }));
}

/**
 * The tag of the language that somebody has typed, by tag, own name or English name, in any case and without its accents if
 * they like. The beginning of a name will do where it is a whole word and only one language has it: "Portuguese".
 */
export function languageNamed(typed: string): string | undefined {
	const wanted = fold(typed);
	const named = KNOWN.find(({ words }) => words.includes(wanted))?.tag ?? spokenFor(typed.trim());
	if (named !== undefined) return named;
	const [begun, another] = KNOWN.filter(({ words }) => words.some((word) => word.startsWith(`${wanted} `)));
	return another === undefined ? begun?.tag : undefined;
}

function fold(words: string): string {
	return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
