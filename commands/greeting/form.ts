import {
	CheckboxGroupBuilder,
	CheckboxGroupOptionBuilder,
	ComponentType,
	LabelBuilder,
	ModalBuilder,
	type ModalSubmitInteraction,
	TextDisplayBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { z } from "zod";
import { customId, readField, readInput } from "../../src/command.ts";
import { type ClosedEnding, ENDINGS } from "../../src/greetings/closed.ts";
import { endingsIn } from "../../src/greetings/languages.ts";
import { placeholdersOf } from "../../src/greetings/placeholders.ts";
import { MOST_VARIANTS, REQUIRED, type TextKey } from "../../src/greetings/texts.ts";
import { phrasesIn, type Say } from "../../src/phrases/phrases.ts";
import type { TextInLayer } from "../../src/profiles/text-in-layer.ts";
import { type FormText, isOptional } from "../../src/profiles/variants.ts";
import type { Target } from "./target.ts";

/** The form in which a text is edited; what is `typed` stands in it. The layer says what lies beneath it. */
export function textForm(
	{ key, scope }: Target,
	{ beneathIs, language }: Pick<TextInLayer, "beneathIs" | "language">,
	{ typed, endings }: FormText,
	reader: Pick<Say, "language">,
): ModalBuilder {
	const say = phrasesIn(reader.language); // with commands as they are written: in a form there is nothing to click
	const form = new FilledForm(typed)
		.setCustomId(customId("greeting", "save", key, scope))
		.setTitle(say("greeting.form.title", { scope, text: say(`texts.label.${key}`) }))
		.addLabelComponents(
			new LabelBuilder()
				.setLabel(say("greeting.form.wordings", { most: MOST_VARIANTS }))
				.setDescription(say("greeting.form.oneIsSaid", { whose: beneathIs }))
				.setTextInputComponent(
					new TextInputBuilder().setCustomId("texts").setStyle(TextInputStyle.Paragraph).setRequired(false),
				),
		);
	if (key === "afterHours") form.addLabelComponents(endingsLabel(endings, language, say));
	return form.addTextDisplayComponents(new TextDisplayBuilder({ content: explanation(key, say) }));
}

/** What was filled into that form. Throws a `UserError` for another form. */
export function readForm(interaction: ModalSubmitInteraction<"cached">, key: TextKey): FormText {
	const typed = readField(interaction, "texts");
	if (key !== "afterHours") return { typed, endings: [] };
	const { values } = readInput(
		z.object({ values: z.array(z.enum(ENDINGS)) }),
		interaction.fields.fields.get("endings"),
	);
	return { typed, endings: values };
}

/** Endings in a custom id. */
export const endingsInId = z
	.string()
	.transform((words) => words.split("+").filter((word) => word !== "none"))
	.pipe(z.array(z.enum(ENDINGS)));

/** Writes endings for a custom id. */
export function endingsForId(endings: readonly ClosedEnding[]): string {
	return endings.join("+") || "none";
}

function endingsLabel(chosen: readonly ClosedEnding[], language: string, say: Say): LabelBuilder {
	const words = endingsIn(language);
	const options = ENDINGS.map((ending) =>
		new CheckboxGroupOptionBuilder()
			.setValue(ending)
			.setLabel(say(`greeting.form.ending.${ending}`))
			.setDescription((words[ending] ?? "").replace(`{${ending}}`, "…").trim())
			.setDefault(chosen.includes(ending)),
	);
	const group = new CheckboxGroupBuilder()
		.setCustomId("endings")
		.setRequired(false)
		.setMinValues(0)
		.setMaxValues(options.length)
		.setOptions(options);
	return new LabelBuilder().setLabel(say("greeting.form.endings")).setCheckboxGroupComponent(group);
}

/** Says when a text is said, and what each placeholder stands for that makes sense in it. */
function explanation(key: TextKey, say: Say): string {
	const hasSwitch = (placeholder: string) =>
		key === "afterHours" && (ENDINGS as readonly string[]).includes(placeholder);
	const placeholders = placeholdersOf(key).filter(({ placeholder }) => !hasSwitch(placeholder));
	const required = REQUIRED[key].map((placeholder) => `\`{${placeholder}}\``);
	return [
		say(`texts.when.${key}`),
		required.length > 0
			? say("greeting.form.required", { placeholders: { kind: "or", items: required } })
			: say("greeting.form.optional"),
		...placeholders.map(({ placeholder, means }) => `\`{${placeholder}}\` ${say(means)}`),
		...(isOptional(key) ? [say("greeting.form.leaveOut")] : []),
		say("greeting.form.borrow"),
	].join("\n");
}

/**
 * A form with one text field, in which something stands. It is as long as Discord lets people type it, in characters;
 * discord.js's own field would refuse it by UTF-16 units, in which an emoji counts twice.
 */
class FilledForm extends ModalBuilder {
	readonly #value: string;

	constructor(value: string) {
		super();
		this.#value = value;
	}

	override toJSON(): ReturnType<ModalBuilder["toJSON"]> {
		const form = super.toJSON();
		for (const label of form.components) {
			if (label.type !== ComponentType.Label || label.component.type !== ComponentType.TextInput) continue;
			if (this.#value !== "") label.component.value = this.#value;
		}
		return form;
	}
}
