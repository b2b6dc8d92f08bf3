import { type MessageComponentInteraction, type ModalBuilder, StringSelectMenuBuilder } from "discord.js";
import { z } from "zod";
import { type Answerable, type Context, customId, type Message, readInput } from "../../src/command.ts";
import { ENDINGS } from "../../src/greetings/closed.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { always } from "../../src/greetings/pick.ts";
import type { TextKey } from "../../src/greetings/texts.ts";
import { LONGEST_CHOICE, LONGEST_TYPED } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { withEndings } from "../../src/profiles/endings.ts";
import { type TextInLayer, textInLayer } from "../../src/profiles/text-in-layer.ts";
import { type FormText, inForm, isLeftOut } from "../../src/profiles/variants.ts";
import { UserError } from "../../src/user-error.ts";
import { showBlocks } from "./blocks.ts";
import { textForm } from "./form.ts";
import { EXAMPLE_GUESTS, sayOn } from "./occasions.ts";
import { situationFor, voiceOf } from "./preview.ts";
import type { Target } from "./target.ts";
import { WORDINGS } from "./wordings.ts";

/** A wording to start from, as it stands in a form. */
interface StartingWording {
	typed: string;
	whose: "own" | "more";
}

const first = always(() => 0);

/** Shows wordings of a text as they would be said, to choose from. */
export async function showWordings(
	interaction: Answerable,
	context: Context,
	target: Target,
	from = 0,
): Promise<Message> {
	const { say } = context;
	const { key, scope } = target;
	const voice = await voiceOf(context, target);
	const { situation, foot } = await situationFor(interaction, context, voice);
	const wordings = wordingsOf(key, voice.language);
	const blocks = wordings.flatMap(({ typed, whose }, index) => {
		const source = key === "afterHours" ? withEndings(typed, ENDINGS, voice.language) : typed;
		const guest = EXAMPLE_GUESTS[index % EXAMPLE_GUESTS.length] ?? situation.guest;
		const by = { ...voice, texts: { ...voice.texts, [key]: [source] }, oldOrder: [] };
		const said = sayOn(key, { ...situation, voice: by, guest, visits: 3 }, first);
		return said.map((text) => ({ label: `${index + 1} · ${say(`greeting.borrow.${whose}`)}`, text }));
	});
	const select = new StringSelectMenuBuilder()
		.setCustomId(customId("greeting", "borrowed", key, scope))
		.setPlaceholder(say("greeting.borrow.choose"))
		.setMaxValues(wordings.length)
		.addOptions(wordings.map(({ typed }, index) => ({ label: cut(`${index + 1} · ${typed}`), value: String(index) })));
	const page = {
		head: say("greeting.borrow.head", { text: say(`texts.label.${key}`) }),
		foot,
		from,
		more: (next: number) => customId("greeting", "borrow", key, scope, String(next)),
		select,
	};
	return showBlocks(blocks, page, say);
}

/** Opens a text's form with what was chosen, below what its host has written already. */
export async function borrowWordings(
	interaction: MessageComponentInteraction<"cached">,
	{ store, say }: Context,
	target: Target,
): Promise<ModalBuilder> {
	const layer = await textInLayer(store, target);
	const wordings = wordingsOf(target.key, layer.language);
	const chosen = readChosen(interaction).map((index) => wordings[index]?.typed);
	if (chosen.some((typed) => typed === undefined)) throw new UserError(phrase("greeting.borrow.gone"));
	const { typed: before, endings } = written(target.key, layer);
	const typed = [...new Set([...before.split("\n"), ...chosen])].filter((line) => line !== "").join("\n");
	if ([...typed].length > LONGEST_TYPED) throw new UserError(phrase("greeting.borrow.full"));
	return textForm(target, layer, { typed, endings }, say);
}

/** Byname's own wordings of a text in a language, and those in English that anybody may start from. */
function wordingsOf(key: TextKey, language: string): StartingWording[] {
	const own = inForm(key, languageOf(language).texts[key]).typed.split("\n");
	return [
		...own.map((typed) => ({ typed, whose: "own" as const })),
		...WORDINGS[key].map((typed) => ({ typed, whose: "more" as const })),
	];
}

/** What a text's host has written; what lies beneath is not theirs to keep. */
function written(key: TextKey, { set, now }: TextInLayer): FormText {
	if (!set || isLeftOut(now)) return { typed: "", endings: key === "afterHours" ? ENDINGS : [] };
	return inForm(key, now);
}

const indexes = z
	.array(
		z
			.string()
			.regex(/^\d{1,2}$/)
			.transform(Number),
	)
	.min(1);

function readChosen(interaction: MessageComponentInteraction<"cached">): number[] {
	return readInput(indexes, interaction.isStringSelectMenu() ? interaction.values : null);
}

/** As much of a wording as a menu shows. */
function cut(wording: string): string {
	return wording.length > LONGEST_CHOICE ? `${wording.slice(0, LONGEST_CHOICE - 1)}…` : wording;
}
