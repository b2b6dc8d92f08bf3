import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import { missingIn } from "../../src/permissions.ts";
import { UserError } from "../../src/user-error.ts";

/** Throws a `UserError` that says what is missing and where to click, unless Byname may post in a channel or thread. */
export function requirePostable(channel: GuildBasedChannel): void {
	if (channel.type === ChannelType.PrivateThread && !channel.joined) {
		throw new UserError(
			`I am not in the thread <#${channel.id}>. Write @Byname there to let me in, then set this again.`,
		);
	}
	const missing = missingAt(channel);
	if (missing.length === 0) return;
	const there = channel.isThread() ? channel.parentId : channel.id;
	throw new UserError(
		`I cannot post in <#${channel.id}> yet, so I left everything as it was. I lack ${permissions(missing)}: please give me that (${mendAt(`<#${there}>`)}), then set this again.`,
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

/** Permissions as Discord's settings call them, for a sentence. */
export function permissions(names: readonly string[]): string {
	return names.map((name) => `*${name}*`).join(", ");
}

/** Where to click to give Byname a permission in a channel. */
export function mendAt(channel: string): string {
	return `Channel settings → Permissions → Byname, in ${channel}`;
}

/** In threads, another permission takes the place of Send Messages (Discord, "Permissions", threads). */
function missingAt(channel: GuildBasedChannel): string[] {
	const missing = missingIn(channel);
	if (!channel.isThread()) return missing;
	const me = channel.guild.members.me;
	const sends = me && channel.permissionsFor(me)?.has(PermissionFlagsBits.SendMessagesInThreads);
	return [...missing.filter((name) => name !== "Send Messages"), ...(sends ? [] : ["Send Messages in Threads"])];
}
