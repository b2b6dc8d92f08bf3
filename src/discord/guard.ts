import { type Client, Events } from "discord.js";

/** The part of discord.js that takes each packet into its cache; not in its types. */
interface PacketTaker {
	handlePacket(packet?: { t?: string }, shard?: unknown): boolean;
}

/**
 * Keeps a packet that discord.js cannot digest from ending the process: its handlers throw straight out of the socket's
 * event (discord.js 14.28, WebSocketManager#handlePacket). Such a packet is reported as the client's error instead.
 */
export function guardPackets(client: Client): void {
	const taker = client.ws as unknown as PacketTaker;
	const take = taker.handlePacket.bind(taker);
	taker.handlePacket = (packet, shard) => {
		try {
			return take(packet, shard);
		} catch (cause) {
			client.emit(Events.Error, new Error(`discord.js cannot take in a ${packet?.t} packet`, { cause }));
			return false;
		}
	};
}
