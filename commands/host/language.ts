import { LabelBuilder, StringSelectMenuBuilder } from "discord.js";
import { safeWords } from "../../src/greetings/escape.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { nearest } from "../../src/greetings/nearest.ts";
import { languageNamed, suggestLanguages } from "../../src/greetings/suggest-languages.ts";
import { MOST_SELECTED } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { UserError } from "../../src/user-error.ts";
import type { Control, Meant, Reader } from "./control.ts";
import { readPicked, readTyped, TYPED, typedField } from "./fields.ts";

const LETTERS_PER_SLIP = 4;

/** The language: one of those that a menu holds, or one that is typed, for there are more. */
export const languageControl: Control = {
	parts(given, { say, locale }) {
		const isTag = LANGUAGES.includes(given);
		const menu = new StringSelectMenuBuilder()
			.setCustomId("listed")
			.setRequired(false)
			.addOptions(
				listed(isTag ? given : null, locale).map((tag) => ({
					label: languageOf(tag).label,
					value: tag,
					default: tag === given,
				})),
			);
		return [
			new LabelBuilder()
				.setLabel(say("settings.names.language"))
				.setDescription(say("host.mySettings.language.how"))
				.setStringSelectMenuComponent(menu),
			typedField("typed", {
				label: say("host.mySettings.language.another"),
				description: say("host.mySettings.language.type"),
				example: say("host.mySettings.language.example"),
				given: isTag ? "" : given,
				required: false,
			}),
		];
	},
	read: (form) => readTyped(form, "typed") || (readPicked(form, "listed") ?? ""),
	async change(given) {
		if (given === "") throw new UserError(phrase("host.mySettings.language.nothing"));
		const language = languageNamed(given);
		if (language !== undefined) return { language };
		throw new UserError(phrase("host.mySettings.language.unknown", { typed: safeWords(given, TYPED) }));
	},
	holds: ({ voice }) => voice.language,
	mending: { meant: meantBy, otherwise: "host.mySettings.language.otherwise" },
};

/** As many as a menu holds: the one that is chosen, the one their Discord speaks, and then all others. */
function listed(chosen: string | null, locale: string): string[] {
	const likeliest = suggestLanguages("", locale).map(({ tag }) => tag);
	return [...new Set([...(chosen === null ? [] : [chosen]), ...likeliest])].slice(0, MOST_SELECTED);
}

function meantBy(given: string, { locale }: Pick<Reader, "locale">): Meant[] {
	const begun = suggestLanguages(given, locale).map(({ tag, label }) => ({ label, value: tag }));
	if (begun.length > 0) return begun;
	const names = new Map(
		LANGUAGES.flatMap((tag) => [languageOf(tag).label, languageOf(tag).english].map((name) => [name, tag])),
	);
	const tag = names.get(nearest(given, [...names.keys()], LETTERS_PER_SLIP) ?? "");
	return tag === undefined ? [] : [{ label: languageOf(tag).label, value: tag }];
}
