import { type InteractionReplyOptions, isJSONEncodable, MessageFlags, type ModalBuilder } from "discord.js";
import type { Message } from "../command.ts";
import { brokenByForm, brokenByMessage, type SentComponent, type SentForm } from "./reply-rules.ts";

/** A reply that Discord would refuse. */
export class BrokenReply extends Error {
	override name = "BrokenReply";
}

/** A message as Discord takes it: new, or as a change of another one. Throws `BrokenReply` when Discord would not. */
export function rendered({ v2: isLayout = false, content, components = [], files = [] }: Message) {
	const parts = inJson(() => components.map((one) => (isJSONEncodable(one) ? one.toJSON() : one)) as SentComponent[]);
	refuse(brokenByMessage({ content: content ?? "", parts, files: files.length, isLayout }));
	const shown = { components, files, allowedMentions: { parse: [] as const } };
	const layout: MessageFlags.IsComponentsV2[] = isLayout ? [MessageFlags.IsComponentsV2] : [];
	const asReply: InteractionReplyOptions = { ...shown, content, flags: [MessageFlags.Ephemeral, ...layout] };
	// Words that stand there already go, or Discord would not make a layout of it.
	return { asReply, asChange: { ...shown, content: isLayout ? null : content, flags: layout } };
}

/** Throws `BrokenReply` when Discord would not take a form. */
export function checkForm(form: ModalBuilder): void {
	refuse(brokenByForm(inJson(() => form.toJSON() as SentForm)));
}

/** What is given, in JSON; discord.js throws for some of what breaks a rule. */
function inJson<T>(render: () => T): T {
	try {
		return render();
	} catch (cause) {
		throw new BrokenReply("discord.js does not take it", { cause });
	}
}

function refuse(broken: readonly string[]): void {
	if (broken.length > 0) throw new BrokenReply(broken.join("; "));
}
