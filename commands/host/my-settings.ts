import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	type MessageActionRowComponentBuilder,
	StringSelectMenuBuilder,
	TextDisplayBuilder,
} from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { TEXT_KEYS } from "../../src/greetings/texts.ts";
import { MOST_BUTTONS } from "../../src/limits.ts";
import { type Phrase, phrase, type Say } from "../../src/phrases/phrases.ts";
import type { SetText } from "../../src/profiles/profile.ts";
import { SETTINGS, type Setting } from "../../src/profiles/setting-rules.ts";
import { ALL_HOSTS, type Layers, profilesOf, variantsOf } from "../../src/store/settings.ts";
import { nameOf } from "../settings/options.ts";
import { ownSettings, showSettings } from "../settings/show.ts";

type ComponentRow = ActionRowBuilder<MessageActionRowComponentBuilder>;

/** What has come of the last press, and what can be done about it. */
export interface PressNews {
	words: string;
	rows: readonly ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>[];
}

/** A host's settings, each with where it comes from and a button that changes it; below some news, if there are any. */
export async function mySettings(
	{ guildId, user }: Answerable,
	{ store, clock, say }: Context,
	news: PressNews | null = null,
): Promise<Message> {
	const layers = await profilesOf(store, guildId, user.id);
	const settings = await showSettings(store, { serverId: guildId, hostId: user.id, at: clock.now() });
	const texts = textsLine(await variantsOf(store, guildId, user.id));
	return {
		v2: true,
		components: [
			...(news === null ? [] : [words(news.words), ...news.rows]),
			words(say("host.show.all", { settings, texts })),
			...rowsOf(buttons(layers, user.id, say)),
			...giveBackRow(ownSettings(layers.host), say),
		],
	};
}

function words(content: string): TextDisplayBuilder {
	return new TextDisplayBuilder().setContent(content);
}

/** One for each setting, for the co-hosts, for the texts, and one to hear them. The time zone stands out until there is one. */
function buttons({ host, server }: Layers, hostId: string, say: Say): ButtonBuilder[] {
	const hasZone = (host?.time_zone ?? server?.time_zone ?? null) !== null;
	const isFirst = (setting: Setting) => setting === "time-zone" && !hasZone;
	return [
		...SETTINGS.map((setting) =>
			new ButtonBuilder()
				.setCustomId(customId("host", "change", setting))
				.setLabel(say(nameOf(setting)))
				.setStyle(isFirst(setting) ? ButtonStyle.Primary : ButtonStyle.Secondary),
		),
		new ButtonBuilder()
			.setCustomId(customId("host", "co-hosts"))
			.setLabel(say("host.mySettings.coHosts"))
			.setStyle(ButtonStyle.Secondary),
		new ButtonBuilder()
			.setCustomId(customId("greeting", "choose"))
			.setLabel(say("host.mySettings.texts"))
			.setStyle(ButtonStyle.Secondary),
		new ButtonBuilder()
			.setCustomId(customId("greeting", "preview", hostId, "0"))
			.setLabel(say("host.mySettings.preview"))
			.setStyle(ButtonStyle.Secondary),
	];
}

function rowsOf(all: readonly ButtonBuilder[]): ComponentRow[] {
	const starts = all.flatMap((_, index) => (index % MOST_BUTTONS === 0 ? [index] : []));
	return starts.map((start) =>
		new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(all.slice(start, start + MOST_BUTTONS)),
	);
}

/** A list of what the host has set themselves, to give some of it back. */
function giveBackRow(own: readonly Setting[], say: Say): ComponentRow[] {
	if (own.length === 0) return [];
	const menu = new StringSelectMenuBuilder()
		.setCustomId(customId("host", "give-back"))
		.setPlaceholder(say("host.show.giveBack"))
		.setMaxValues(own.length)
		.addOptions(own.map((setting) => ({ label: say(nameOf(setting)), value: setting })));
	return [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu)];
}

/** Says how many texts are the host's own, and how many the server's. */
function textsLine(set: readonly Pick<SetText, "host_id" | "key">[]): Phrase {
	const whose = TEXT_KEYS.map((key) => set.filter((text) => text.key === key).map(({ host_id }) => host_id));
	const own = whose.filter((ids) => ids.some((id) => id !== ALL_HOSTS)).length;
	const servers = whose.filter((ids) => ids.length > 0).length - own;
	return phrase("host.show.texts", { own, servers });
}
