import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	type MessageActionRowComponentBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { customId, type Message } from "../../src/command.ts";

/** A button that comes back to `/server`. */
export function button(label: string, action: string, ...rest: string[]): ButtonBuilder {
	return new ButtonBuilder()
		.setCustomId(customId("server", action, ...rest))
		.setLabel(label)
		.setStyle(ButtonStyle.Secondary);
}

/** Components side by side. */
export function row<C extends MessageActionRowComponentBuilder>(...components: C[]): ActionRowBuilder<C> {
	return new ActionRowBuilder<C>().addComponents(...components);
}

/** Words above buttons, if there are any, as a message. */
export function wordsAbove(words: string, ...buttons: ButtonBuilder[]): Message {
	const below = buttons.length > 0 ? [row(...buttons)] : [];
	return { v2: true, components: [new TextDisplayBuilder().setContent(words), ...below] };
}
