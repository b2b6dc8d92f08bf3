import { LOCALES } from "../../locales.ts";

/** The languages in which places are known: those of Discord's clients, and some more that hosts write. */
export const PLACE_LANGUAGES: readonly string[] = [
	...LOCALES,
	...["ar", "ca", "et", "fa", "he", "lv", "sk", "sl", "sr"],
];
