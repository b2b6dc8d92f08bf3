import { isDeepStrictEqual } from "node:util";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { joinedLines } from "../../src/profiles/joined-lines.ts";
import { textInLayer } from "../../src/profiles/text-in-layer.ts";
import { type FormText, inForm, readVariants } from "../../src/profiles/variants.ts";
import { saveVariants } from "../../src/store/settings.ts";
import { endingsForId } from "./form.ts";
import { showTexts } from "./preview.ts";
import type { Target } from "./target.ts";
import { showProblems } from "./typed.ts";

/** Saves what was filled into a text's form, unless something is wrong with it: then nothing changes, and it is given back. */
export async function saveText(
	interaction: Answerable,
	context: Context,
	target: Target,
	form: FormText,
): Promise<Message> {
	const { say, store } = context;
	const { key, scope } = target;
	const { language, beneath, beneathIs: whose } = await textInLayer(store, target);
	const { sources, problems } = readVariants(key, form, language);
	if (problems.length > 0) {
		const id = [key, scope, endingsForId(form.endings)];
		const joinable = joinedLines(key, form.typed) !== null;
		return showProblems(form.typed, problems, say, {
			again: customId("greeting", "again", ...id),
			join: joinable ? customId("greeting", "join", ...id) : null,
		});
	}
	// A text like the one beneath is not stored: it goes on following that one when it changes.
	const same = isDeepStrictEqual(inForm(key, sources), inForm(key, beneath));
	await setText(context, target, same ? [] : sources);
	if (sources.length === 0) return showTexts(interaction, context, target, say("greeting.save.emptied", { whose }));
	const news = same ? say("greeting.save.same", { whose }) : say("greeting.save.saved");
	return showTexts(interaction, context, target, news);
}

/** Stores a text's variants; with none the layer beneath is said again. */
export async function setText({ store, changed }: Context, target: Target, sources: readonly string[]): Promise<void> {
	await saveVariants(store, { ...target, sources });
	changed(target.serverId);
}
