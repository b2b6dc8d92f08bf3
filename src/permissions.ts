import { type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import { type Phrase, type PlainKey, phrase } from "./phrases/phrases.ts";

/** What a permission is needed for: to see who comes in, to post, or to look whether a post went out. */
export type Purpose = "watching" | "posting" | "looking back";

/** A permission that Byname needs. */
export interface NeededPermission {
	/** As Discord's settings call it. */
	name: PlainKey;
	bit: bigint;
	for: readonly Purpose[];
	/** What comes of it when it is missing. */
	without: PlainKey;
	/** Needed in voice and stage channels only. */
	inRoomsOnly?: true;
	/** What takes its place in threads (https://docs.discord.com/developers/topics/threads#permissions). */
	inThreads?: { name: PlainKey; bit: bigint };
}

/** All that Byname needs, and asks for when it is added to a server. */
export const NEEDED: readonly NeededPermission[] = [
	{
		name: "trouble.permission.viewChannel",
		bit: PermissionFlagsBits.ViewChannel,
		for: ["watching", "posting"],
		without: "trouble.without.viewChannel",
	},
	{
		name: "trouble.permission.connect",
		bit: PermissionFlagsBits.Connect,
		for: ["watching", "posting"],
		without: "trouble.without.connect",
		inRoomsOnly: true,
	},
	{
		name: "trouble.permission.sendMessages",
		bit: PermissionFlagsBits.SendMessages,
		for: ["posting"],
		without: "trouble.without.sendMessages",
		inThreads: { name: "trouble.permission.sendMessagesInThreads", bit: PermissionFlagsBits.SendMessagesInThreads },
	},
	{
		name: "trouble.permission.readMessageHistory",
		bit: PermissionFlagsBits.ReadMessageHistory,
		for: ["looking back"],
		without: "trouble.without.readMessageHistory",
	},
];

/** What Byname lacks in a channel or thread; of that, with `purpose`, only what it needs for it. */
export function missingIn(channel: GuildBasedChannel, purpose?: Purpose): NeededPermission[] {
	const me = channel.guild.members.me;
	const mine = me && channel.permissionsFor(me);
	const needed = neededIn(channel).filter((one) => !purpose || one.for.includes(purpose));
	return needed.filter(({ bit }) => !mine?.has(bit));
}

/** Permissions as Discord's settings call them, for a sentence. */
export function inWords(permissions: readonly { name: PlainKey }[]): Phrase {
	return { kind: "and", items: permissions.map(({ name }) => phrase(name)) };
}

/** Where to click to give Byname a permission in a channel. */
export function mendAt(channel: string | Phrase): Phrase {
	return phrase("trouble.mendAt", { channel });
}

function neededIn(channel: GuildBasedChannel): NeededPermission[] {
	const here = NEEDED.filter(({ inRoomsOnly }) => !inRoomsOnly || channel.isVoiceBased());
	return channel.isThread() ? here.map(({ inThreads, ...needed }) => ({ ...needed, ...inThreads })) : here;
}
