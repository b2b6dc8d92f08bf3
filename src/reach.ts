import { type GuildMember, type NonThreadGuildBasedChannel, PermissionFlagsBits, type Role } from "discord.js";

/** How far into a channel somebody gets; for a thread, into the channel that it hangs from. */
export interface Reach {
	/** New messages there reach them. */
	sees: boolean;
	/** They can read what was written before. */
	reads: boolean;
	/** They get into private threads without being added. */
	managesThreads: boolean;
}

/** What holds for a role, or for a member with all their roles. */
export function reachIn(channel: NonThreadGuildBasedChannel, who: Role | GuildMember): Reach {
	const { ViewChannel, ReadMessageHistory, ManageThreads } = PermissionFlagsBits;
	const may = channel.permissionsFor(who);
	return { sees: may.has(ViewChannel), reads: may.has(ReadMessageHistory), managesThreads: may.has(ManageThreads) };
}

/** Whether a channel, or a private thread in it, is for everyone to read. */
export function isOpenToAll({ sees, managesThreads }: Reach, isPrivateThread: boolean): boolean {
	return sees && (!isPrivateThread || managesThreads);
}

/** Whether somebody can read a channel; or a private thread in it, of which they may be a member. */
export function canRead({ sees, reads, managesThreads }: Reach, thread: { isMember: boolean } | null): boolean {
	return sees && reads && (thread === null || thread.isMember || managesThreads);
}
