import { type Client, Events, GatewayDispatchEvents } from "discord.js";
import { storableIn } from "../storable.ts";

/** The part of discord.js that takes each packet into its cache; not in its types. */
interface PacketTaker {
	handlePacket(packet?: { t?: string; d?: unknown }, shard?: unknown): boolean;
}

/** The part of discord.js that makes an event of an interaction; not in its types either. */
interface Actions {
	InteractionCreate: { handle(data: unknown): void };
}

/** Packets that discord.js need not take into its cache: who is in which room (`rooms/view.ts`), and who that is, we keep ourselves. */
const OURS = new Set(["VOICE_STATE_UPDATE", "GUILD_MEMBERS_CHUNK"]);

/**
 * Keeps a packet that discord.js cannot digest from ending the process: its handlers throw straight out of the socket's
 * event (discord.js 14.28, WebSocketManager#handlePacket). Such a packet is reported as the client's error instead.
 *
 * What somebody does with a command, a button or a form comes to commands by discord.js alone, so what they typed is made
 * storable here. And it is handed on at once: discord.js keeps it back for up to fifteen seconds while a server is still to
 * be shown, and Discord waits three.
 */
export function guardPackets(client: Client): void {
	const taker = client.ws as unknown as PacketTaker;
	const take = taker.handlePacket.bind(taker);
	const { InteractionCreate } = (client as unknown as { actions: Actions }).actions;
	taker.handlePacket = (packet, shard) => {
		if (packet?.t && OURS.has(packet.t)) return true; // it has been heard as `raw`, and an arrival should not wait
		try {
			if (packet?.t !== GatewayDispatchEvents.InteractionCreate) return take(packet, shard);
			InteractionCreate.handle(storableIn(packet.d));
			return true;
		} catch (cause) {
			client.emit(Events.Error, new Error(`discord.js cannot take in a ${packet?.t} packet`, { cause }));
			return false;
		}
	};
}
