import {
	CheckboxGroupBuilder,
	CheckboxGroupOptionBuilder,
	LabelBuilder,
	ModalBuilder,
	type ModalSubmitInteraction,
	TextDisplayBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { z } from "zod";
import { customId, readField, readInput } from "../../src/command.ts";
import type { ChosenName } from "../../src/guests/naming.ts";
import { LONGEST_MEMBER_NAME } from "../../src/limits.ts";
import type { Say } from "../../src/phrases/phrases.ts";
import { EVERYWHERE, type PersonRow } from "../../src/store/people.ts";
import { type Asker, type Where, where } from "./asker.ts";

/** Languages whose speakers change a name when they address somebody. */
const VOCATIVE = ["bg", "cs", "el", "hr", "lt", "pl", "ro", "uk"];

/** Asks what somebody is called; what they have said before stands in it. */
export function nameForm({ serverId }: Asker, said: PersonRow | undefined, say: Say, locale: string): ModalBuilder {
	const form = new ModalBuilder().setCustomId(customId("me", "save-name")).setTitle(say("me.name.title"));
	if (VOCATIVE.includes(locale))
		form.addTextDisplayComponents(new TextDisplayBuilder({ content: say("me.name.vocative") }));
	form.addLabelComponents(
		field("called", said?.called, say("me.name.called"), say("me.name.calledHow")),
		field("sound", said?.sound, say("me.name.sound"), say("me.name.soundHow")),
	);
	if (serverId !== EVERYWHERE) form.addLabelComponents(whereLabel(say));
	return form;
}

function field(id: string, value: string | null | undefined, label: string, description: string): LabelBuilder {
	const input = new TextInputBuilder().setCustomId(id).setStyle(TextInputStyle.Short).setRequired(false);
	// As many characters as people count: a letter may be made of several.
	input.setMaxLength(4 * LONGEST_MEMBER_NAME);
	if (value) input.setValue(value);
	return new LabelBuilder().setLabel(label).setDescription(description).setTextInputComponent(input);
}

function whereLabel(say: Say): LabelBuilder {
	const everywhere = new CheckboxGroupOptionBuilder().setValue("everywhere").setLabel(say("me.name.everywhere"));
	const group = new CheckboxGroupBuilder().setCustomId("where").setRequired(false).setMinValues(0).setMaxValues(1);
	return new LabelBuilder().setLabel(say("me.name.where")).setCheckboxGroupComponent(group.setOptions(everywhere));
}

const chosen = z.object({ values: z.array(where) });

/** What was filled into that form. Throws a `UserError` for another form. */
export function readNameForm(interaction: ModalSubmitInteraction, { serverId }: Asker): ChosenName & { where: Where } {
	const [called, sound] = [readField(interaction, "called"), readField(interaction, "sound")];
	if (serverId === EVERYWHERE) return { called, sound, where: "everywhere" };
	const { values } = readInput(chosen, interaction.fields.fields.get("where"));
	return { called, sound, where: values.includes("everywhere") ? "everywhere" : "here" };
}
