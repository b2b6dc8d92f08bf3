import type {
	APIApplicationCommandOptionChoice,
	AutocompleteInteraction,
	ChatInputCommandInteraction,
	SlashCommandSubcommandBuilder,
} from "discord.js";
import type { Context } from "../../src/command.ts";
import { suggestLanguages } from "../../src/greetings/suggest-languages.ts";
import { LONGEST_CHOICE } from "../../src/limits.ts";
import { labelOf, PACES, RANGES, type Setting } from "../../src/profiles/setting-rules.ts";
import { suggestZones } from "../../src/profiles/zones.ts";
import { PACE_WORDS } from "./show.ts";

/** Adds the options that `/host set` and `/server set defaults` have in common. */
export function withSettings(
	subcommand: SlashCommandSubcommandBuilder,
	cues: readonly APIApplicationCommandOptionChoice<string>[],
): SlashCommandSubcommandBuilder {
	return subcommand
		.addStringOption((option) =>
			option
				.setName("time-zone")
				.setDescription("A city, such as Berlin: decides between good morning and good evening")
				.setMaxLength(LONGEST_CHOICE)
				.setAutocomplete(true),
		)
		.addStringOption((option) =>
			option
				.setName("language")
				.setDescription("The language of the greetings, such as Deutsch")
				.setMaxLength(LONGEST_CHOICE)
				.setAutocomplete(true),
		)
		.addIntegerOption((option) =>
			option
				.setName("late-after")
				.setDescription("From how many minutes after the start somebody is late")
				.setMinValue(RANGES["late-after"].least)
				.setMaxValue(RANGES["late-after"].most),
		)
		.addIntegerOption((option) =>
			option
				.setName("delay")
				.setDescription("How many seconds to wait before greeting")
				.setMinValue(RANGES.delay.least)
				.setMaxValue(RANGES.delay.most),
		)
		.addStringOption((option) =>
			option
				.setName("pace")
				.setDescription("How fast greetings follow each other when many people come")
				.addChoices(PACES.map((pace) => ({ name: PACE_WORDS[pace], value: pace }))),
		)
		.addStringOption((option) =>
			option
				.setName("ping")
				.setDescription("Whether {mention} in a text mentions people")
				.addChoices(
					{ name: "off", value: "off" },
					{ name: "quiet: highlighted, without a notification", value: "quiet" },
					{ name: "on: with a notification", value: "on" },
				),
		)
		.addStringOption((option) =>
			option
				.setName("cue")
				.setDescription("A private line to the host: who came in, how late, how often they have been here")
				.addChoices(...cues),
		);
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
		pace: options.getString("pace") ?? undefined,
		ping: options.getString("ping") ?? undefined,
		cue: options.getString("cue") ?? undefined,
	};
}

/** The choice of every setting at once. */
export const ALL_OF_THEM = { name: "all of them", value: "all" };

/** Settings to choose from, by the words they have everywhere. */
export function choicesOf<S extends string>(settings: readonly S[]): { name: string; value: S }[] {
	return settings.map((setting) => ({ name: labelOf(setting), value: setting }));
}
