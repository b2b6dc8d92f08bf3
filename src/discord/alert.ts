import type { Client, Guild, SendableChannels } from "discord.js";
import type { Parked } from "../delivery/context.ts";
import { nonceFrom } from "../nonce.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Store } from "../store/queryable.ts";
import { sessionById } from "../store/sessions.ts";
import { type NoticeContext, placesIn, sayOnce } from "./notice.ts";

export interface AlertContext extends NoticeContext {
	client: Client;
	store: Store;
	profiles: Profiles;
	/** What keeps a channel from being posted to, in words; null for nothing that we know of. */
	troubleIn(channelId: string): string | null;
}

/**
 * Tells a host that their people cannot be greeted, and how to mend it: where they want their cue, else in the channels
 * that also get the welcome, because it cannot post in the room itself. Only a host who gets their cue by direct message
 * is told by direct message.
 */
export function alertThrough({
	client,
	store,
	profiles,
	troubleIn,
	...context
}: AlertContext): (parked: Parked) => void {
	async function alertHost({ serverId, channelId, sessionId }: Parked): Promise<void> {
		const guild = client.guilds.cache.get(serverId);
		if (!guild) return;
		const hostId = (await sessionById(store, sessionId))?.host_id ?? null;
		const { cueTo } = await profiles.of(serverId, hostId);
		const wanted = await placeOfCue(guild, cueTo, hostId);
		const places = [...(wanted ? [wanted] : []), ...placesIn(guild)].filter(({ id }) => id !== channelId);
		const notice = { nonce: nonceFrom(`parked ${sessionId} ${channelId}`), content: alertFor(channelId, hostId) };
		const told = await sayOnce([...new Set(places)], notice, context);
		if (!told)
			context.log.warn({ server: serverId, channel: channelId }, "nobody could be told that a channel takes no posts");
	}

	function alertFor(channelId: string, hostId: string | null): string {
		const trouble = troubleIn(channelId) ?? "Discord turned my last post away.";
		const lines = [
			`${hostId ? `<@${hostId}>, ` : ""}I cannot greet your guests in <#${channelId}>. ${trouble}`,
			"I keep who came: as soon as I may post there, while the session is on, everyone is greeted.",
		];
		return lines.join("\n");
	}

	async function placeOfCue(
		guild: Guild,
		cueTo: string | null,
		hostId: string | null,
	): Promise<SendableChannels | null> {
		if (cueTo === "dm") return hostId ? client.users.createDM(hostId).catch(() => null) : null;
		const channel = cueTo ? guild.channels.cache.get(cueTo) : undefined;
		return channel?.isSendable() ? channel : null;
	}

	return (parked) => {
		alertHost(parked).catch((err: unknown) =>
			context.log.error({ err, ...parked }, "a host could not be told of a parked channel"),
		);
	};
}
