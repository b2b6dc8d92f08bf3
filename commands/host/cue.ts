import { ChannelSelectMenuBuilder, ChannelType, LabelBuilder } from "discord.js";
import { z } from "zod";
import { readInput } from "../../src/command.ts";
import { type PlainKey, phrase } from "../../src/phrases/phrases.ts";
import { snowflake } from "../../src/snowflake.ts";
import { profilesOf } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import type { Control } from "./control.ts";
import { choiceField, readChoice, readPicked } from "./fields.ts";
import { requirePlace } from "./save.ts";

/** Where a cue may go. Rooms are not offered, because attendees read their chats. */
export const CUE_CHANNELS = [ChannelType.GuildText, ChannelType.PrivateThread, ChannelType.PublicThread] as const;

const WAYS = ["off", "dm", "in"] as const;
const WORDS = {
	off: "settings.cues.off",
	dm: "settings.cues.byDirectMessage",
	in: "host.mySettings.cue.inThis",
} as const satisfies Record<(typeof WAYS)[number], PlainKey>;

/** The way, and the channel if one was picked: `in 175928847299117063`. */
const given = z.preprocess((words) => String(words).split(" "), z.tuple([z.enum(WAYS), snowflake.optional()]));

/** The cue: whether it comes, and where. */
export const cueControl: Control = {
	parts(words, { say, guild }) {
		const [way = "", channelId = ""] = words.split(" ");
		const menu = new ChannelSelectMenuBuilder()
			.setCustomId("channel")
			.setChannelTypes(...CUE_CHANNELS)
			.setRequired(false);
		if (guild.channels.cache.has(channelId)) menu.setDefaultChannels(channelId);
		return [
			choiceField(
				"way",
				{ label: say("settings.names.cue"), description: say("host.mySettings.cue.what") },
				WAYS.map((value) => ({ value, label: say(WORDS[value]) })),
				way,
			),
			new LabelBuilder()
				.setLabel(say("host.mySettings.cue.channel"))
				.setDescription(say("host.mySettings.cue.private"))
				.setChannelSelectMenuComponent(menu),
		];
	},
	read: (form) => [readChoice(form, "way", WAYS), readPicked(form, "channel") ?? ""].join(" ").trim(),
	async change(words, { guild, guildId, user }, context) {
		const [way, picked] = readInput(given, words);
		const heldAt = (await profilesOf(context.store, guildId, user.id)).host?.cue_to ?? null;
		if (way !== "in") {
			if (picked !== undefined && picked !== heldAt)
				throw new UserError(phrase("host.mySettings.cue.twoPlaces", { inThis: phrase(WORDS.in) }));
			return way === "off" ? { cue: "off" } : { cue: "on", cue_to: "dm" };
		}
		const place = guild.channels.cache.get(picked ?? heldAt ?? "");
		if (!place) throw new UserError(phrase("host.mySettings.cue.whichChannel"));
		await requirePlace(place, user.id, context);
		return { cue: "on", cue_to: place.id };
	},
	holds: ({ cueTo }) => (cueTo === null ? "off" : cueTo === "dm" ? "dm" : `in ${cueTo}`),
};
