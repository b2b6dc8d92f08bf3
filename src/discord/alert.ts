import type { Client } from "discord.js";
import type { Parked } from "../delivery/line.ts";
import { profileOf } from "../hosts/profile.ts";
import { sessionById } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import { placesIn, type Saying, sayOnce } from "./places.ts";

/** What `alertThrough` works with. */
export interface Alerting extends Saying {
	client: Client;
	store: Store;
	/** What keeps a channel from being posted to, in words; null for nothing that we know of. */
	troubleIn(channelId: string): string | null;
}

/**
 * Tells a host that their people cannot be greeted, and how to mend it: where they want their cues, else where Byname
 * says hello, for in the room itself it cannot. Never in a direct message, which nobody has asked for.
 */
export function alertThrough({ client, store, troubleIn, ...saying }: Alerting): (parked: Parked) => void {
	async function tell({ serverId, channelId, sessionId }: Parked): Promise<void> {
		const guild = client.guilds.cache.get(serverId);
		if (!guild) return;
		const { host_id: hostId } = await sessionById(store, sessionId);
		const { cueTo } = await profileOf(store, serverId, hostId);
		const places = placesIn(guild);
		const wanted = places.filter(({ id }) => id === cueTo);
		const elsewhere = [...new Set([...wanted, ...places])].filter(({ id }) => id !== channelId);
		const told = await sayOnce(
			elsewhere,
			{ nonce: `parked ${channelId.slice(-17)}`, content: alertFor(channelId, hostId) },
			saying,
		);
		if (!told)
			saying.log.warn({ server: serverId, channel: channelId }, "nobody could be told that a channel takes no posts");
	}

	function alertFor(channelId: string, hostId: string | null): string {
		const trouble = troubleIn(channelId) ?? "Discord turned my last post away.";
		const lines = [
			`${hostId ? `<@${hostId}>, ` : ""}I cannot greet your guests in <#${channelId}>. ${trouble}`,
			"I keep who came: as soon as I may post there, everyone is greeted.",
		];
		return lines.join("\n");
	}

	return (parked) => {
		tell(parked).catch((err: unknown) =>
			saying.log.error({ err, ...parked }, "a host could not be told of a parked channel"),
		);
	};
}
