/** Stands where the time of day is said. A noncharacter, as the marks for names: neither a text nor a value contains it. */
export const GREETING = "\uFDD2";

/** What ends a sentence, with the quotes, brackets, formatting and pictures that may stand between it and the next one. */
const AFTER_SENTENCE = /[.!?¡¿…。！？\n](?:[\s\p{S}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'*_]|\uFE0F|\u200D)*$/u;
/** Before the first word: a text may begin with a dash, a quote or a picture. */
const ONLY_SIGNS = /^[^\p{L}\p{N}\uFDD0-\uFDD3]*$/u;

/**
 * Puts the time of day where its mark stands. It begins with a capital where a sentence begins, and small within one:
 * "Good evening, Sunil!", but "Sunil, good evening!". After a colon it is small, as languages with capitals have it.
 * `tag` is the language's.
 */
export function sayTimeOfDay(said: string, greeting: string, tag: string): string {
	const [first = ""] = greeting;
	const small = first.toLocaleLowerCase(tag) + greeting.slice(first.length);
	return said.replaceAll(GREETING, (_, at: number) => {
		const before = said.slice(0, at);
		return ONLY_SIGNS.test(before) || AFTER_SENTENCE.test(before) ? greeting : small;
	});
}
