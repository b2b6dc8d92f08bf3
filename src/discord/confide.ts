import type { Client, Guild, GuildBasedChannel, SendableChannels, TextChannel } from "discord.js";
import type { Clock } from "../clock.ts";
import type { CheckCuePlace } from "../cue-place.ts";
import { missingIn } from "../permissions.ts";
import { isOpenToAll, reachIn } from "../reach.ts";
import { silenceOf } from "../silence.ts";
import { type Notice, type NoticeContext, sayOnce } from "./notice.ts";

export interface ConfideContext extends NoticeContext {
	client: Client;
	checkCuePlace: CheckCuePlace;
}

/** Whom something concerns, nobody in particular being the server's moderators, and where it cannot be told. */
export interface Confidant {
	hostId: string | null;
	/** Where they get their cue: a channel's id, `dm`, or null for nowhere. */
	cueTo: string | null;
	/** The channel that it is about, or `dm`, if it is about one. */
	not: string | null;
}

/** Where something was told; for the log. */
export type ToldIn = "direct message" | "channel of the cue" | "community updates" | "system channel";

/**
 * Tells the host of a session something that is not for everyone: where they get their cue, else in the channel for the
 * community's moderators, else in the system channel; never where everyone can read. Returns where; null when nowhere.
 */
export async function confide(
	guild: Guild,
	confidant: Confidant,
	notice: Notice,
	context: ConfideContext,
): Promise<ToldIn | null> {
	const cue = await placeOfCue(guild, confidant, context);
	const places: [ToldIn, SendableChannels | null][] = [
		[confidant.cueTo === "dm" ? "direct message" : "channel of the cue", cue],
		["community updates", closed(guild.publicUpdatesChannel, context.clock)],
		["system channel", closed(guild.systemChannel, context.clock)],
	];
	for (const [name, place] of places) {
		if (place && place.id !== confidant.not && (await sayOnce([place], notice, context))) return name;
	}
	return null;
}

/** Where the host gets their cue, if they may read it there and nobody else but few. They have asked for direct messages if they get those. */
async function placeOfCue(
	guild: Guild,
	{ hostId, cueTo, not }: Confidant,
	{ client, clock, checkCuePlace }: ConfideContext,
): Promise<SendableChannels | null> {
	if (hostId === null || cueTo === null || cueTo === not) return null;
	if (cueTo === "dm") return client.users.createDM(hostId).catch(() => null);
	const channel = guild.channels.cache.get(cueTo);
	if (!channel?.isSendable() || !canPostIn(channel, clock)) return null;
	return (await checkCuePlace(cueTo, hostId)).kind === "fits" ? channel : null;
}

/** A channel of the server that Byname may post in and not everyone can read. */
function closed(channel: TextChannel | null, clock: Clock): TextChannel | null {
	if (!channel || !canPostIn(channel, clock)) return null;
	return isOpenToAll(reachIn(channel, channel.guild.roles.everyone), false) ? null : channel;
}

function canPostIn(channel: GuildBasedChannel, clock: Clock): boolean {
	return silenceOf(channel.guild, clock.now()) === null && missingIn(channel, "posting").length === 0;
}
