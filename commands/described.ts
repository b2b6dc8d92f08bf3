import type { APIApplicationCommandOptionChoice, LocalizationMap } from "discord.js";
import { inEveryLanguage, type PlainKey, phrasesIn } from "../src/phrases/phrases.ts";

interface Describable {
	setDescription(description: string): this;
	setDescriptionLocalizations(inLanguages: LocalizationMap): this;
}

/** Describes a command or an option in every language. Names stay English: help and our own sentences write them so. */
export function described<B extends Describable>(builder: B, key: PlainKey): B {
	return builder.setDescription(phrasesIn("en")(key)).setDescriptionLocalizations(inEveryLanguage(key));
}

/** Something to choose, with its name in every language. */
export function choice<V extends string | number>(key: PlainKey, value: V): APIApplicationCommandOptionChoice<V> {
	return { name: phrasesIn("en")(key), name_localizations: inEveryLanguage(key), value };
}
