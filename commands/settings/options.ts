import type {
	APIApplicationCommandOptionChoice,
	ApplicationCommandOptionBase,
	AutocompleteInteraction,
	ChatInputCommandInteraction,
	SlashCommandIntegerOption,
	SlashCommandStringOption,
	SlashCommandSubcommandBuilder,
} from "discord.js";
import type { Context } from "../../src/command.ts";
import { suggestLanguages } from "../../src/greetings/suggest-languages.ts";
import { LONGEST_CHOICE } from "../../src/limits.ts";
import { ON_OR_OFF, PACES, PINGS, RANGES, type ServerSetting, type Setting } from "../../src/profiles/setting-rules.ts";
import { suggestZones } from "../../src/profiles/zones.ts";
import { choice, described } from "../described.ts";

/** Adds the options that `/host set` and `/server set defaults` have in common. */
export function withSettings(
	subcommand: SlashCommandSubcommandBuilder,
	cues: readonly APIApplicationCommandOptionChoice<string>[],
): SlashCommandSubcommandBuilder {
	return subcommand
		.addStringOption((option) => withSuggestions(asSetting(option, "time-zone")))
		.addStringOption((option) => withSuggestions(asSetting(option, "language")))
		.addIntegerOption((option) => withRange(asSetting(option, "late-after"), RANGES["late-after"]))
		.addIntegerOption((option) => withRange(asSetting(option, "delay"), RANGES.delay))
		.addIntegerOption((option) => withRange(asSetting(option, "first"), RANGES.first))
		.addStringOption((option) =>
			asSetting(option, "pace").addChoices(PACES.map((pace) => choice(`settings.paces.${pace}`, pace))),
		)
		.addStringOption((option) =>
			asSetting(option, "ping").addChoices(PINGS.map((ping) => choice(`settings.pings.${ping}`, ping))),
		)
		.addStringOption((option) =>
			asSetting(option, "after-hours").addChoices(ON_OR_OFF.map((one) => choice(`settings.afterHours.${one}`, one))),
		)
		.addStringOption((option) => asSetting(option, "cue").addChoices(...cues));
}

function asSetting<O extends ApplicationCommandOptionBase>(option: O, setting: Setting): O {
	return described(option.setName(setting), `settings.options.${setting}`);
}

/** Lets something be typed for an option that is completed with `suggestSettings`. */
export function withSuggestions(option: SlashCommandStringOption): SlashCommandStringOption {
	return option.setMaxLength(LONGEST_CHOICE).setAutocomplete(true);
}

/** Lets whole numbers from a range be given for an option. */
export function withRange(
	option: SlashCommandIntegerOption,
	{ least, most }: { least: number; most: number },
): SlashCommandIntegerOption {
	return option.setMinValue(least).setMaxValue(most);
}

/** Completes what somebody is typing into one of those options: a language or a time zone. */
export function suggestSettings(
	{ options, locale }: AutocompleteInteraction,
	{ clock }: Context,
): { name: string; value: string }[] {
	const { name, value } = options.getFocused(true);
	if (name !== "language") return suggestZones(value, clock.now(), locale);
	return suggestLanguages(value, locale).map(({ tag, label }) => ({ name: label, value: tag }));
}

/** What was given for those options, unchecked; undefined for what was left out. */
export function givenIn(options: ChatInputCommandInteraction["options"]): Record<Setting, string | number | undefined> {
	return {
		"time-zone": options.getString("time-zone") ?? undefined,
		language: options.getString("language") ?? undefined,
		"late-after": options.getInteger("late-after") ?? undefined,
		delay: options.getInteger("delay") ?? undefined,
		first: options.getInteger("first") ?? undefined,
		pace: options.getString("pace") ?? undefined,
		ping: options.getString("ping") ?? undefined,
		"after-hours": options.getString("after-hours") ?? undefined,
		cue: options.getString("cue") ?? undefined,
	};
}

/** In place of a setting: every one at once. */
export const ALL_OF_THEM = "all";

/** What a setting is called, in lists and sentences. */
export function nameOf(setting: Setting | ServerSetting | typeof ALL_OF_THEM) {
	return `settings.names.${setting}` as const;
}

/** A required option for one of these settings, or all of them. */
export function withOneOf(
	option: SlashCommandStringOption,
	settings: readonly (Setting | ServerSetting)[],
): SlashCommandStringOption {
	const all = [...settings, ALL_OF_THEM] as const;
	const choices = all.map((setting) => choice<string>(nameOf(setting), setting));
	return option
		.setName("setting")
		.setRequired(true)
		.addChoices(...choices);
}
