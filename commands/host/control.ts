import type { Guild, LabelBuilder, ModalSubmitInteraction } from "discord.js";
import type { Answerable, Context } from "../../src/command.ts";
import type { PlainKey, Say } from "../../src/phrases/phrases.ts";
import type { Profile } from "../../src/profiles/profile.ts";
import { type ProfileChange, RANGES, readChange, type Setting } from "../../src/profiles/setting-rules.ts";
import { choiceField, readChoice, readTyped, typedField } from "./fields.ts";

/** How a host changes one setting below their settings: by a form that a button opens. */
export interface Control {
	/** The parts of the form, with what is given in them: `LONGEST_GIVEN` characters at most, for custom ids carry it. */
	parts(given: string, to: Reader): LabelBuilder[];
	/** What was filled in. Throws a `UserError` for another form. */
	read(form: ModalSubmitInteraction<"cached">): string;
	/** What that changes. Throws a `UserError` for what cannot be. */
	change(given: string, interaction: Answerable, context: Context): Promise<ProfileChange>;
	/** What holds now, as it would be given. */
	holds(profile: Profile): string;
	/** How something that was refused can be mended, where more can be said than what is wrong with it. */
	mending?: {
		/** What may be meant, the likeliest first; as many as a menu holds. */
		meant(given: string, to: Pick<Reader, "locale" | "at">): Meant[];
		/** What to give instead, where nothing may be meant. */
		otherwise: PlainKey;
	};
}

/** Who sees a form, and when. */
export interface Reader {
	guild: Guild;
	/** With commands as they are written: in a form there is nothing to click. */
	say: Say;
	/** As Discord tells it: `en-GB`. */
	locale: string;
	at: number;
}

/** Something to choose in place of what was refused. */
export interface Meant {
	label: string;
	value: string;
}

/** A setting that is a whole number. */
export function numberControl(setting: Setting & keyof typeof RANGES, holds: (profile: Profile) => number): Control {
	return {
		parts: (given, { say }) => [
			typedField("number", {
				label: say(`settings.names.${setting}`),
				description: say(`settings.options.${setting}`),
				example: say("host.mySettings.fromTo", RANGES[setting]),
				given,
			}),
		],
		read: (form) => readTyped(form, "number"),
		async change(given, _, { clock }) {
			const number = /^\d+$/.test(given) ? Number(given) : given;
			return readChange({ [setting]: number }, clock.now());
		},
		holds: (profile) => String(holds(profile)),
	};
}

/** A setting that is one of a few things. */
export function choiceControl<V extends string>(
	setting: Setting,
	values: readonly V[],
	words: (value: V) => PlainKey,
	holds: (profile: Profile) => V,
): Control {
	return {
		parts: (given, { say }) => [
			choiceField(
				"choice",
				{ label: say(`settings.names.${setting}`), description: say(`settings.options.${setting}`) },
				values.map((value) => ({ value, label: say(words(value)) })),
				given,
			),
		],
		read: (form) => readChoice(form, "choice", values),
		change: async (given, _, { clock }) => readChange({ [setting]: given }, clock.now()),
		holds,
	};
}
