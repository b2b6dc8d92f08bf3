import { ActionRowBuilder, ButtonBuilder, ButtonStyle, TextDisplayBuilder } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { TEXT_KEYS, type TextKey } from "../../src/greetings/texts.ts";
import { MOST_BUTTONS } from "../../src/limits.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { ALL_HOSTS, variantsOf } from "../../src/store/settings.ts";

/** Says of each text when it is said and whose it is, with a button that opens its form for the host's own. */
export async function showAllTexts({ guildId, user }: Answerable, { store, say }: Context): Promise<Message> {
	const set = await variantsOf(store, guildId, user.id);
	const lines = TEXT_KEYS.map((key) => {
		const hosts = set.filter((text) => text.key === key).map(({ host_id }) => host_id);
		const source = hosts.some((id) => id !== ALL_HOSTS) ? "host" : hosts.length > 0 ? "server" : "byname";
		return phrase("greeting.choose.line", {
			text: phrase(`texts.label.${key}`),
			when: phrase(`texts.when.${key}`),
			source,
		});
	});
	const button = (key: TextKey) =>
		new ButtonBuilder()
			.setCustomId(customId("greeting", "edit", key, "me"))
			.setLabel(say(`texts.label.${key}`))
			.setStyle(ButtonStyle.Secondary);
	const row = (keys: readonly TextKey[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(keys.map(button));
	const content = say("greeting.choose.head", { texts: { kind: "lines", items: lines } });
	return {
		v2: true,
		components: [
			new TextDisplayBuilder({ content }),
			row(TEXT_KEYS.slice(0, MOST_BUTTONS)),
			row(TEXT_KEYS.slice(MOST_BUTTONS)),
		],
	};
}
