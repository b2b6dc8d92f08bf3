import { ActionRowBuilder, ButtonBuilder, ButtonStyle, ContainerBuilder, TextDisplayBuilder } from "discord.js";
import type { Message } from "../../src/command.ts";

/** A post, or whatever is shown like one, and what it is. */
export interface Block {
	label: string;
	text: string;
}

/** Discord's limit for all text of a Components V2 message. */
const LONGEST_MESSAGE = 4_000;
/** Discord allows 40 components; the rest of the message takes a few. */
const MOST_BLOCKS = 30;

/**
 * Shows blocks from `from` on, as many as one message holds; a button with the custom id `more` makes leads to the
 * others. A block is at most as long as a post, `head` and `foot` a few sentences.
 */
export function showBlocks(
	blocks: readonly Block[],
	page: { head: string; foot: string; from: number; more(from: number): string; buttons?: readonly ButtonBuilder[] },
): Message {
	const { head, foot, from, more, buttons = [] } = page;
	const displays: TextDisplayBuilder[] = [];
	let free = LONGEST_MESSAGE - head.length - foot.length;
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
