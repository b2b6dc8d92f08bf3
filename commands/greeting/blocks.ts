import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	ContainerBuilder,
	type MessageActionRowComponentBuilder,
	type StringSelectMenuBuilder,
	TextDisplayBuilder,
} from "discord.js";
import type { Message } from "../../src/command.ts";
import { LONGEST_LAYOUT, MOST_COMPONENTS } from "../../src/limits.ts";
import type { Say } from "../../src/phrases/phrases.ts";

/** A post, or whatever is shown like one, and what it is. */
export interface Block {
	label: string;
	text: string;
}

/** What stands around blocks, and which of them is the first. */
export interface Page {
	head: string;
	foot: string;
	from: number;
	/** The custom id of the button that leads to the blocks from there on. */
	more(from: number): string;
	buttons?: readonly ButtonBuilder[];
	select?: StringSelectMenuBuilder;
}

/** What stands around the blocks takes a few components as well. */
const MOST_BLOCKS = MOST_COMPONENTS - 12;

/**
 * Shows blocks from `from` on, as many as one message holds; a button leads to the others. A block is at most as long as a
 * post, `head` and `foot` a few sentences.
 */
export function showBlocks(blocks: readonly Block[], page: Page, say: Say): Message {
	const { head, foot, more, buttons = [], select } = page;
	const from = page.from < blocks.length ? page.from : 0; // there were more when the button was made
	const displays: TextDisplayBuilder[] = [];
	let free = LONGEST_LAYOUT - head.length - foot.length;
	for (const { label, text } of blocks.slice(from, from + MOST_BLOCKS)) {
		const content = [label === "" ? "" : `-# ${label}`, text].filter((part) => part !== "").join("\n");
		if (content.length > free) break;
		free -= content.length;
		displays.push(new TextDisplayBuilder({ content }));
	}
	const next = from + displays.length;
	const all = [...buttons];
	if (next < blocks.length) {
		const rest = new ButtonBuilder({ customId: more(next), style: ButtonStyle.Secondary });
		all.push(rest.setLabel(say("greeting.shown.rest")));
	}
	return {
		v2: true,
		components: [
			new TextDisplayBuilder({ content: head }),
			...(displays.length > 0 ? [new ContainerBuilder().addTextDisplayComponents(displays)] : []),
			...(foot === "" ? [] : [new TextDisplayBuilder({ content: foot })]),
			...(select ? [row(select)] : []),
			...(all.length > 0 ? [row(...all)] : []),
		],
	};
}

/** Components side by side. */
function row<C extends MessageActionRowComponentBuilder>(...components: C[]): ActionRowBuilder<C> {
	return new ActionRowBuilder<C>().addComponents(...components);
}
