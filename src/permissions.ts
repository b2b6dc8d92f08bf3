import { type GuildBasedChannel, PermissionFlagsBits } from "discord.js";

/** What a permission is needed for: to see who comes in, to post, or to look whether a post went out. */
export type Purpose = "watching" | "posting" | "looking back";

/** A permission that Byname needs. */
export interface NeededPermission {
	/** As Discord's settings call it. */
	name: string;
	bit: bigint;
	for: readonly Purpose[];
	/** What comes of it when it is missing, as a part of a sentence. */
	without: string;
	/** Needed in voice and stage channels only. */
	inRoomsOnly?: true;
	/** What takes its place in threads (https://docs.discord.com/developers/topics/threads#permissions). */
	inThreads?: { name: string; bit: bigint };
}

/** All that Byname needs, and asks for when it is added to a server. */
export const NEEDED: readonly NeededPermission[] = [
	{
		name: "View Channel",
		bit: PermissionFlagsBits.ViewChannel,
		for: ["watching", "posting"],
		without: "I cannot see who comes in",
	},
	{
		name: "Connect",
		bit: PermissionFlagsBits.Connect,
		for: ["watching", "posting"],
		without: "Discord keeps the room and its chat from me",
		inRoomsOnly: true,
	},
	{
		name: "Send Messages",
		bit: PermissionFlagsBits.SendMessages,
		for: ["posting"],
		without: "I cannot greet",
		inThreads: { name: "Send Messages in Threads", bit: PermissionFlagsBits.SendMessagesInThreads },
	},
	{
		name: "Read Message History",
		bit: PermissionFlagsBits.ReadMessageHistory,
		for: ["looking back"],
		without: "after a broken connection I cannot look up whether a greeting went out",
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
export function inWords(permissions: readonly { name: string }[]): string {
	return permissions.map(({ name }) => `*${name}*`).join(", ");
}

/** Where to click to give Byname a permission in a channel. */
export function mendAt(channel: string): string {
	return `Channel settings → Permissions → Byname, in ${channel}`;
}

function neededIn(channel: GuildBasedChannel): NeededPermission[] {
	const here = NEEDED.filter(({ inRoomsOnly }) => !inRoomsOnly || channel.isVoiceBased());
	return channel.isThread() ? here.map(({ inThreads, ...needed }) => ({ ...needed, ...inThreads })) : here;
}
