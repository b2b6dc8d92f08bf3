import {
	LabelBuilder,
	type ModalSubmitInteraction,
	RadioGroupBuilder,
	RadioGroupOptionBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { z } from "zod";
import { readField, readInput } from "../../src/command.ts";
import type { Size } from "../../src/greetings/clean.ts";
import { storable } from "../../src/storable.ts";

/** How much can be given in a form below the settings: the custom id of a button carries it. In characters; there, in UTF-16 units. */
export const LONGEST_GIVEN = 60;
/** How much is shown of what somebody has typed. */
export const TYPED: Size = { graphemes: 40, units: 80 };

/** What stands around a field. */
interface FieldLabels {
	label: string;
	description: string;
}

/** A line to type into. */
export function typedField(
	id: string,
	{
		label,
		description,
		example,
		given,
		required = true,
	}: FieldLabels & { example: string; given: string; required?: boolean },
): LabelBuilder {
	const input = new TextInputBuilder()
		.setCustomId(id)
		.setStyle(TextInputStyle.Short)
		.setMaxLength(LONGEST_GIVEN)
		.setPlaceholder(example)
		.setRequired(required);
	if (given !== "") input.setValue(given);
	return new LabelBuilder().setLabel(label).setDescription(description).setTextInputComponent(input);
}

/** What was typed there. Throws a `UserError` for a form without it. */
export function readTyped(form: ModalSubmitInteraction, id: string): string {
	return storable(readField(form, id)).trim();
}

/** A few things to choose one of. */
export function choiceField(
	id: string,
	{ label, description }: FieldLabels,
	choices: readonly { value: string; label: string }[],
	given: string,
): LabelBuilder {
	const options = choices.map((choice) =>
		new RadioGroupOptionBuilder()
			.setValue(choice.value)
			.setLabel(choice.label)
			.setDefault(choice.value === given),
	);
	const group = new RadioGroupBuilder().setCustomId(id).setOptions(options);
	return new LabelBuilder().setLabel(label).setDescription(description).setRadioGroupComponent(group);
}

/** What was chosen there. Throws a `UserError` for anything else. */
export function readChoice<V extends string>(form: ModalSubmitInteraction, id: string, values: readonly V[]): V {
	return readInput(z.enum(values), readField(form, id));
}

const picked = z.object({ values: z.array(z.string()) });

/** What was picked from a menu; undefined for nothing. Throws a `UserError` for a form without it. */
export function readPicked(form: ModalSubmitInteraction, id: string): string | undefined {
	return readInput(picked, form.fields.fields.get(id)).values[0];
}
