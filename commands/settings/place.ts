import { ChannelType, type Guild, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import { inWords, mendAt, missingIn } from "../../src/permissions.ts";
import { UserError } from "../../src/user-error.ts";

/** The channels in which sessions are held. */
export const ROOM_TYPES = [ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const;

/** The id of a room of this server. Throws a `UserError` for one of another, or one that is gone. */
export function requireRoom(guild: Guild, id: string): string {
	const room = guild.channels.cache.get(id);
	if (room?.isVoiceBased()) return room.id;
	throw new UserError("That room is not on this server any more. Nothing was changed.");
}

/** Throws a `UserError` that says what is missing and where to click, unless Byname may post in a channel or thread. */
export function requirePostable(channel: GuildBasedChannel): void {
	if (channel.type === ChannelType.PrivateThread && !channel.joined) {
		throw new UserError(
			`I am not in the thread <#${channel.id}>. Write @Byname there to let me in, then set this again.`,
		);
	}
	const missing = missingIn(channel);
	if (missing.length === 0) return;
	const there = channel.isThread() ? channel.parentId : channel.id;
	throw new UserError(
		`I cannot post in <#${channel.id}> yet, so I left everything as it was. I lack ${inWords(missing)}: please give me that (${mendAt(`<#${there}>`)}), then set this again.`,
	);
}

/** Throws a `UserError` unless a channel or thread is closed to the server at large: a cue is not for its attendees. */
export function requirePrivate(channel: GuildBasedChannel): void {
	if (channel.type === ChannelType.PrivateThread) return;
	const everyone = channel.permissionsFor(channel.guild.roles.everyone);
	if (!everyone?.has(PermissionFlagsBits.ViewChannel)) return;
	throw new UserError(
		`Everyone can read <#${channel.id}>, and a cue says who came late and how often. Choose a private channel or thread, or have it by direct message: \`/host set cue\`. Nothing was changed.`,
	);
}
