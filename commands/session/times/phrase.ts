import { plain } from "../../../src/profiles/fold.ts";

/** What somebody typed, as it is looked up: without spaces, and with # for each number. */
export interface TypedPhrase {
	key: string;
	/** Its numbers in their order, as they were typed. */
	numbers: string[];
}

/** What a number in a phrase is: hours, minutes, or only this one. */
export type NumberRole = "H" | "M" | number;

const NUMBER = /\d+(?:[.,]\d(?!\d))?/g;

/** Words and numbers in one spelling: plain letters, digits of one script, no punctuation but what belongs to times. */
export function tidy(typed: string): string {
	return plain(typed.replace(/(\d?)½/g, (_, whole) => ` ${whole || 0}.5 `))
		.replace(/\p{Nd}/gu, toDigit)
		.replace(/(\d)\.(\d\d)(?!\d)/g, "$1:$2")
		.replaceAll("−", "-")
		.replace(/[^\p{L}\p{M}\d:.,+-]/gu, " ")
		.replace(/(?<!\d)[.,]|[.,](?!\d)/g, " ")
		.replace(/ +/g, " ")
		.trim()
		.replace(/(?!^)[+-]|[+-](?!\d)/g, " ");
}

/** Looks up tidy words: with # for each number in them. */
export function phraseOf(tidied: string): TypedPhrase {
	const numbers = tidied.match(NUMBER) ?? [];
	return { key: tidied.replace(NUMBER, "#").replaceAll(" ", ""), numbers };
}

/** Where words are looked up. */
export function keyOf(words: string): string {
	return phraseOf(tidy(words)).key;
}

/** Whether numbers that belong to the words are those. */
export function suits(roles: readonly NumberRole[], numbers: readonly string[]): boolean {
	return (
		roles.length === numbers.length &&
		roles.every((role, index) => typeof role === "string" || role === numberOf(numbers[index]))
	);
}

/** The value of a number, as it was typed. */
export function numberOf(number = ""): number {
	return Number(number.replace(",", "."));
}

/** Digits of one script follow each other from its zero. */
function toDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let zero = code;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(code - zero);
}
