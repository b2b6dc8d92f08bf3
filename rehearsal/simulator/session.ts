import type { Line } from "./line.ts";

/** How many packets a session keeps for a resume before the oldest are dropped. */
const REPLAY_LIMIT = 20_000;

/** A gateway session: it outlives its line, so that a client can resume. */
export class Session {
	readonly id: string;
	readonly shard: [id: number, count: number];
	readonly intents: number;
	/** The sequence number of the last packet. */
	seq = 0;
	line: Line | null = null;
	/** When the line was lost, by the clock. */
	lostAt = 0;
	readonly #sent: { seq: number; text: string }[] = [];

	constructor(id: string, shard: [number, number], intents: number) {
		this.id = id;
		this.shard = shard;
		this.intents = intents;
	}

	/**
	 * Numbers a packet, keeps it for a resume and writes it, if there is a line. Resolves when it is written.
	 * `data` is JSON already, so that many sessions share one serialisation.
	 */
	dispatch(eventName: string, data: string): Promise<void> {
		const seq = ++this.seq;
		const text = `{"op":0,"s":${seq},"t":${JSON.stringify(eventName)},"d":${data}}`;
		this.#sent.push({ seq, text });
		if (this.#sent.length > 2 * REPLAY_LIMIT) this.#sent.splice(0, REPLAY_LIMIT);
		return this.line ? this.line.send(text) : Promise.resolve();
	}

	/** Whether everything after `seq` is still there to be replayed. */
	canReplayAfter(seq: number): boolean {
		return (this.#sent[0]?.seq ?? this.seq + 1) <= seq + 1;
	}

	/** Sends what came after `seq` again, in order. */
	replayAfter(seq: number): void {
		const missed = this.#sent.filter((packet) => packet.seq > seq);
		for (const { text } of missed) void this.line?.send(text);
	}
}
