import { ActionRowBuilder, ButtonBuilder, ButtonStyle, ContainerBuilder, TextDisplayBuilder } from "discord.js";
import type { Message } from "../../src/command.ts";
import { LONGEST_LAYOUT, MOST_COMPONENTS } from "../../src/limits.ts";

/** A post, or whatever is shown like one, and what it is. */
export interface Block {
	label: string;
	text: string;
}

/** What stands around the blocks takes a few components as well. */
const MOST_BLOCKS = MOST_COMPONENTS - 10;

/**
 * Shows blocks from `from` on, as many as one message holds; a button with the custom id `more` makes leads to the
 * others. A block is at most as long as a post, `head` and `foot` a few sentences.
 */
export function showBlocks(
	blocks: readonly Block[],
	page: { head: string; foot: string; from: number; more(from: number): string; buttons?: readonly ButtonBuilder[] },
): Message {
	const { head, foot, more, buttons = [] } = page;
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
		all.push(new ButtonBuilder({ customId: more(next), label: "Show the rest", style: ButtonStyle.Secondary }));
	}
	return {
		v2: true,
		components: [
			new TextDisplayBuilder({ content: head }),
			...(displays.length > 0 ? [new ContainerBuilder().addTextDisplayComponents(displays)] : []),
			...(foot === "" ? [] : [new TextDisplayBuilder({ content: foot })]),
			...(all.length > 0 ? [new ActionRowBuilder<ButtonBuilder>().addComponents(all)] : []),
		],
	};
}
