import { type Guild, GuildMemberFlags, PermissionFlagsBits } from "discord.js";
import { timestamp } from "./timestamp.ts";

/**
 * What keeps Byname from writing anywhere on a server, whatever its permissions there: a moderator's time-out, or AutoMod's
 * quarantine, which has no end of its own.
 */
export type Silence = { kind: "timed out"; until: number } | { kind: "quarantined" };

/** AUTOMOD_QUARANTINED_GUILD_TAG (https://github.com/discord/discord-api-docs/pull/7699), which discord.js does not know yet. */
const QUARANTINED_TAG = 1 << 10;
const QUARANTINED = GuildMemberFlags.AutomodQuarantinedUsernameOrGuildNickname | QUARANTINED_TAG;

/** What silences Byname on a server; null while nothing does. */
export function silenceOf(guild: Guild, now: number): Silence | null {
	const { me } = guild.members;
	if (!me) return null;
	if (me.flags.any(QUARANTINED)) return { kind: "quarantined" };
	const until = me.communicationDisabledUntilTimestamp ?? 0;
	const isExempt = me.permissions.has(PermissionFlagsBits.Administrator); // a time-out does nothing to an administrator
	return until > now && !isExempt ? { kind: "timed out", until } : null;
}

/** Says it to a host: until when, and who can end it. */
export function describeSilence(silence: Silence): string {
	switch (silence.kind) {
		case "timed out":
			return `I am timed out on this server until ${timestamp(silence.until, "F")} (${timestamp(silence.until, "R")}), so I can post nowhere here. Then I go on by myself. Somebody with *Timeout Members* can end it sooner: right-click Byname → Remove Timeout.`;
		case "quarantined":
			return "AutoMod has put me in quarantine on this server because of my name, so I can post nowhere here. Somebody with *Manage Server* can end it: give me another nickname, or change the rule for member profiles in Server Settings → AutoMod.";
	}
}
