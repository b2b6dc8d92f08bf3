import { type Guild, GuildMemberFlags, PermissionFlagsBits } from "discord.js";
import { type Phrase, phrase } from "./phrases/phrases.ts";
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
export function describeSilence(silence: Silence): Phrase {
	if (silence.kind === "quarantined") return phrase("trouble.quarantined");
	const { until } = silence;
	return phrase("trouble.timedOut", { until: timestamp(until, "F"), away: timestamp(until, "R") });
}
