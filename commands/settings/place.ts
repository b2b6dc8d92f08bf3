import { ChannelType, type Guild, type GuildBasedChannel } from "discord.js";
import type { Context } from "../../src/command.ts";
import { describeCueFault } from "../../src/cue-place.ts";
import { inWords, mendAt, missingIn } from "../../src/permissions.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { UserError } from "../../src/user-error.ts";

/** The channels in which sessions are held. */
export const ROOM_TYPES = [ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const;

/** The id of a room of this server. Throws a `UserError` for one of another, or one that is gone. */
export function requireRoom(guild: Guild, id: string): string {
	const room = guild.channels.cache.get(id);
	if (room?.isVoiceBased()) return room.id;
	throw new UserError(phrase("settings.place.roomGone"));
}

/** Throws a `UserError` that says what is missing and where to click, unless Byname may post in a channel or thread. */
export function requirePostable(channel: GuildBasedChannel): void {
	if (channel.type === ChannelType.PrivateThread && !channel.joined) {
		throw new UserError(phrase("settings.place.outsideThread", { thread: `<#${channel.id}>` }));
	}
	const missing = missingIn(channel);
	if (missing.length === 0) return;
	const there = channel.isThread() ? channel.parentId : channel.id;
	const values = { channel: `<#${channel.id}>`, permissions: inWords(missing), where: mendAt(`<#${there}>`) };
	throw new UserError(phrase("settings.place.cannotPost", values));
}

/** Throws a `UserError` unless the host can read a channel or thread, and the server at large cannot: a cue is not for attendees. */
export async function requireCuePlace(
	{ id }: GuildBasedChannel,
	hostId: string,
	{ checkCuePlace }: Pick<Context, "checkCuePlace">,
): Promise<void> {
	const found = await checkCuePlace(id, hostId);
	if (found.kind === "fits") return;
	if (found.kind !== "unfit") throw new UserError(phrase("settings.place.readersUnknown", { channel: `<#${id}>` }));
	throw new UserError(phrase("settings.place.unfitForCue", { fault: describeCueFault(found.fault, id) }));
}
