import type { StallableSocket } from "./stallable-socket.ts";

/** How many packets a session keeps for a resume before the oldest are dropped. */
const REPLAY_LIMIT = 20_000;

/** What a client begins with an identify. It outlives its socket, so that the client can resume. */
export class GatewaySession {
	readonly id: string;
	readonly shard: [id: number, count: number];
	readonly intents: number;
	/** The sequence number of the last packet. */
	seq = 0;
	socket: StallableSocket | null = null;
	/** When the socket was lost, by the clock. */
	lostAt = 0;
	readonly #sent: { seq: number; text: string }[] = [];

	constructor(id: string, shard: [number, number], intents: number) {
		this.id = id;
		this.shard = shard;
		this.intents = intents;
	}

	/** Whether it asked for what needs this intent. */
	asksFor(intent: number): boolean {
		return (this.intents & intent) === intent;
	}

	/**
	 * Numbers a packet, keeps it for a resume and writes it, if there is a socket. Resolves when it is written.
	 * `data` is JSON already, so that many sessions share one serialisation.
	 */
	dispatch(eventName: string, data: string): Promise<void> {
		const seq = ++this.seq;
		const text = `{"op":0,"s":${seq},"t":${JSON.stringify(eventName)},"d":${data}}`;
		this.#sent.push({ seq, text });
		if (this.#sent.length > 2 * REPLAY_LIMIT) this.#sent.splice(0, REPLAY_LIMIT);
		return this.socket ? this.socket.send(text) : Promise.resolve();
	}

	/** Whether everything after `seq` is still there to be replayed. */
	canReplayAfter(seq: number): boolean {
		return (this.#sent[0]?.seq ?? this.seq + 1) <= seq + 1;
	}

	/** Sends what came after `seq` again, in order. */
	replayAfter(seq: number): void {
		const missed = this.#sent.filter((packet) => packet.seq > seq);
		for (const { text } of missed) void this.socket?.send(text);
	}
}
