import { ChannelType, type Guild, type GuildBasedChannel } from "discord.js";
import type { Context } from "../../src/command.ts";
import { describeCueFault } from "../../src/cue-place.ts";
import { inWords, mendAt, missingIn } from "../../src/permissions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { UserError } from "../../src/user-error.ts";

const say = phrasesIn("en");

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
		`I cannot post in <#${channel.id}> yet, so I left everything as it was. I lack ${say(inWords(missing))}: please give me that (${say(mendAt(`<#${there}>`))}), then set this again.`,
	);
}

/** Throws a `UserError` unless the host can read a channel or thread, and the server at large cannot: a cue is not for attendees. */
export async function requireCuePlace(
	{ id }: GuildBasedChannel,
	hostId: string,
	{ checkCuePlace }: Pick<Context, "checkCuePlace">,
): Promise<void> {
	const found = await checkCuePlace(id, hostId);
	if (found.kind === "fits") return;
	if (found.kind !== "unfit") {
		throw new UserError(
			`Discord does not tell me at the moment who can read <#${id}>. Please set this again in a minute. Nothing was changed.`,
		);
	}
	throw new UserError(
		`${say(describeCueFault(found.fault, id))} Choose a private channel or thread that you can read, or have it by direct message: \`/host set cue\`. Nothing was changed.`,
	);
}
