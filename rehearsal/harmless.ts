import { stripVTControlCharacters } from "node:util";

/** Combining marks kept in a row: enough for every living orthography, too few to climb over other lines. */
const STACKED = /(\p{M}{4})\p{M}+/gu;
/** Invisible characters that spell: joiners in Persian, Indic scripts and emoji. */
const SPELLING = /[\u200C\u200D]/;

/**
 * Text from outside on one line, safe to write to a terminal: no escapes, no controls, nothing that turns the direction
 * of the rest of the line.
 */
export function harmless(text: string): string {
	return stripVTControlCharacters(text)
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
		.replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, (character) => (SPELLING.test(character) ? character : ""))
		.replace(STACKED, "$1");
}
