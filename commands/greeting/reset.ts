import { ButtonBuilder, ButtonStyle, TextDisplayBuilder } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { textInLayer } from "../../src/profiles/text-in-layer.ts";
import { showReset, showTexts } from "./preview.ts";
import { setText } from "./save.ts";
import type { Target } from "./target.ts";

/** Asks whether to go back to the text beneath, and shows both. */
export async function askToReset(interaction: Answerable, context: Context, target: Target): Promise<Message> {
	const { say, store } = context;
	const { key, scope } = target;
	const text = await textInLayer(store, target);
	const about = { scope, whose: text.beneathIs, text: say(`texts.label.${key}`) };
	if (!text.set) return plain(say("greeting.reset.nothingSet", about));
	const go = new ButtonBuilder({
		customId: customId("greeting", "reset", key, scope),
		label: say("greeting.reset.goBack"),
		style: ButtonStyle.Danger,
	});
	const keep = new ButtonBuilder({
		customId: customId("greeting", "keep"),
		label: say("greeting.reset.keep"),
		style: ButtonStyle.Secondary,
	});
	return showReset(interaction, context, target, text, {
		head: say("greeting.reset.question", about),
		buttons: [go, keep],
	});
}

/** Goes back to the text beneath. */
export async function resetText(interaction: Answerable, context: Context, target: Target): Promise<Message> {
	const { beneathIs: whose } = await textInLayer(context.store, target);
	await setText(context, target, []);
	return showTexts(interaction, context, target, context.say("greeting.reset.done", { whose }));
}

/** Words alone, in the place of what had components. */
export function plain(content: string): Message {
	return { v2: true, components: [new TextDisplayBuilder({ content })] };
}
