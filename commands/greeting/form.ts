import {
	ComponentType,
	LabelBuilder,
	ModalBuilder,
	TextDisplayBuilder,
	TextInputBuilder,
	TextInputStyle,
} from "discord.js";
import { customId } from "../../src/command.ts";
import { MOST_VARIANTS, PLACEHOLDERS, type TextKey } from "../../src/greetings/texts.ts";
import { isOptional } from "../../src/profiles/variants.ts";
import type { Target } from "./preview.ts";

/** The texts as people choose them, and when each is said. */
export const TEXTS: Readonly<Record<TextKey, { label: string; when: string }>> = {
	early: { label: "Early arrivals", when: "Said to people who come before the start." },
	onTime: { label: "Arrivals in time", when: "Said to people who come around the start." },
	late: { label: "Late arrivals", when: "Said to people who come well after the start." },
	note: { label: "Note for latecomers", when: "Added for latecomers once you have set a note for the session." },
	returning: {
		label: "Welcome back",
		when: "Added for people who came to your sessions here before. With {name} in it, it is said instead of the opening.",
	},
	missed: { label: "Apology when greeted late", when: "Added when I greet somebody over a minute late." },
	afterHours: { label: "After hours", when: "Said once a day to people who come in while no session is on." },
	thanks: { label: "Thanks at the end", when: "Said to who is still there when the session ends." },
};

/** The form in which a text is edited, one wording a line; `value` stands in it. `beneathIs` says whose text lies beneath. */
export function textForm({ key, scope }: Target, beneathIs: string, value: string): ModalBuilder {
	const placeholders = PLACEHOLDERS.map((placeholder) => `\`{${placeholder}}\``).join(" ");
	const dash = isOptional(key) ? "\nTo leave it out altogether, write just a dash: `-`" : "";
	return new FilledForm(value)
		.setCustomId(customId("greeting", "save", key, scope))
		.setTitle(TEXTS[key].label + (scope === "server" ? " (whole server)" : ""))
		.addLabelComponents(
			new LabelBuilder()
				.setLabel(`One text a line, up to ${MOST_VARIANTS}`)
				.setDescription(`One is chosen each time. Leave it empty to go back to ${beneathIs} text.`)
				.setTextInputComponent(
					new TextInputBuilder().setCustomId("texts").setStyle(TextInputStyle.Paragraph).setRequired(false),
				),
		)
		.addTextDisplayComponents(
			new TextDisplayBuilder({ content: `${TEXTS[key].when}\nYou can use ${placeholders}${dash}` }),
		);
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
