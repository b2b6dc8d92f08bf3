import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";

/** All the words of the next answer, those in its components included; commands to click as phrases write them, as code. */
export async function shownBy(interaction: SimInteraction): Promise<string> {
	const { message, ephemeral } = await interaction.reply();
	if (!ephemeral) throw new Error("everybody can read this answer");
	const texts = flatten(message.components as Component[]).map(({ content }) => content ?? "");
	const words = [message.content, ...texts].filter(Boolean).join("\n");
	return words.replace(/<(\/[\w -]+):\d+>/g, "`$1`");
}
