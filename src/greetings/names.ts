import { LONGEST_MEMBER_NAME } from "../limits.ts";
import { clean } from "./clean.ts";
import { longestSafe, safeWords } from "./escape.ts";

/** Normalised, a Hebrew letter may become three. */
const NAME = { graphemes: LONGEST_MEMBER_NAME, units: 3 * LONGEST_MEMBER_NAME };

/** The most UTF-16 units a safe name takes. */
export const LONGEST_NAME = longestSafe(NAME);

/** Something one can call a person by. Dots and dashes alone are not: then the next name is tried. */
const READABLE = /[\p{L}\p{N}\p{So}\p{Sc}]/u;

/**
 * The name a person goes by here: the first that can be read, tidied but not escaped; "" if there is none.
 * It may be stored and must pass through `safeName` before it is posted.
 */
export function chooseName(person: {
	nick?: string | null;
	globalName?: string | null;
	username?: string | null;
}): string {
	for (const raw of [person.nick, person.globalName, person.username]) {
		const name = clean(raw ?? "", NAME);
		if (READABLE.test(name)) return name;
	}
	return "";
}

/** A name ready for a Discord message: recognisable and inert; "" when nothing readable is left. */
export function safeName(raw: string): string {
	return READABLE.test(clean(raw, NAME)) ? safeWords(raw, NAME) : "";
}

/** What separates names that are listed, in any script, with the space around it. */
const COMMAS = /\s*[,،、，､﹐﹑︐︑]\s*/;

/** A name among others, `safe` by itself: "Smith, John" would read as two people there, so that it becomes "Smith John". */
export function listedName(raw: string, safe = safeName(raw)): string {
	return COMMAS.test(raw) ? safeName(raw.split(COMMAS).join(" ")) : safe;
}
