import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import * as z from "zod";
import { SlidingWindow } from "../limits.ts";
import type { SimWorld } from "../world.ts";
import type { GatewaySession } from "./gateway-session.ts";
import { PRIVILEGED_INTENTS } from "./intents.ts";
import { answerMemberRequest } from "./member-request.ts";
import { writeSnapshot } from "./snapshot.ts";
import type { StallableSocket } from "./stallable-socket.ts";

/** Packets a client may send in a minute (events/gateway, "Rate Limiting"). */
const SENDS_PER_MINUTE = 120;
/** The longest packet a client may send (events/gateway, "Sending Events"). */
const LONGEST_PACKET_BYTES = 4096;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
	(all, bit) => (typeof bit === "number" ? all | bit : all),
	0,
);

const Packet = z.object({ op: z.number().int(), d: z.unknown() });
const Identify = z.object({
	token: z.string(),
	intents: z.number().int().min(0),
	shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
	properties: z.record(z.string(), z.unknown()),
});
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().nullable() });
/** What is asked of clients to show that they are there, the same on every connection. */
export interface Heartbeats {
	/** How often a client is to send a heartbeat, by its own clock, which for discord.js is the machine's. */
	readonly heartbeatMs: number;
	/** False swallows heartbeats: the connection looks open and is dead. */
	readonly acknowledges: boolean;
}

/** One WebSocket, from HELLO to its close. */
export class Connection {
	readonly #world: SimWorld;
	readonly #socket: StallableSocket;
	readonly #heartbeats: Heartbeats;
	readonly #sends = new SlidingWindow(SENDS_PER_MINUTE, 60_000);
	#session: GatewaySession | undefined;

	constructor(world: SimWorld, socket: StallableSocket, heartbeats: Heartbeats) {
		this.#world = world;
		this.#socket = socket;
		this.#heartbeats = heartbeats;
		const hello = { heartbeat_interval: heartbeats.heartbeatMs, _trace: ["simulator"] };
		this.#send(GatewayOpcodes.Hello, world.faults.isEmpty("HELLO") ? null : hello);
	}

	/** Answers one packet of the client. */
	receive(text: string): void {
		const code = this.#answer(text);
		if (code !== undefined) this.#socket.close(code, GatewayCloseCodes[code]);
	}

	/** Does what the packet asks; a code says why the connection is closed instead. */
	#answer(text: string): GatewayCloseCodes | undefined {
		if (this.#sends.take(performance.now()) > 0) return GatewayCloseCodes.RateLimited;
		if (Buffer.byteLength(text) > LONGEST_PACKET_BYTES) return GatewayCloseCodes.DecodeError;
		const packet = Packet.safeParse(parseJson(text));
		if (!packet.success) return GatewayCloseCodes.DecodeError;
		const { op, d } = packet.data;
		switch (op) {
			case GatewayOpcodes.Heartbeat:
				if (this.#heartbeats.acknowledges) this.#send(GatewayOpcodes.HeartbeatAck);
				return undefined;
			case GatewayOpcodes.Identify:
				return this.#identify(d);
			case GatewayOpcodes.Resume:
				return this.#resume(d);
		}
		if (!this.#session) return GatewayCloseCodes.NotAuthenticated;
		if (op === GatewayOpcodes.RequestGuildMembers) return answerMemberRequest(this.#world, this.#session, d);
		const harmless = op === GatewayOpcodes.PresenceUpdate || op === GatewayOpcodes.VoiceStateUpdate;
		return harmless ? undefined : GatewayCloseCodes.UnknownOpcode;
	}

	/** The client, or its socket, is gone. A close with 1000 or 1001 ends the session (events/gateway, "Disconnecting"). */
	closed(code: number): void {
		const session = this.#session;
		if (session?.socket !== this.#socket) return;
		this.#world.sessions.losesSocket(session);
		if (code === 1000 || code === 1001) this.#world.sessions.end(session);
	}

	#identify(d: unknown): GatewayCloseCodes | undefined {
		if (this.#session) return GatewayCloseCodes.AlreadyAuthenticated;
		const identify = Identify.safeParse(d);
		if (!identify.success) return GatewayCloseCodes.DecodeError;
		const { token, intents, shard = [0, 1] } = identify.data;
		if (token.replace(/^Bot /, "") !== this.#world.token) return GatewayCloseCodes.AuthenticationFailed;
		if (shard[0] >= shard[1]) return GatewayCloseCodes.InvalidShard;
		if (intents & ~ALL_INTENTS) return GatewayCloseCodes.InvalidIntents;
		if (intents & PRIVILEGED_INTENTS) return GatewayCloseCodes.DisallowedIntents;
		this.#world.sessions.identifyAttempts++;
		const fault = this.#world.faults.forIdentify();
		if (typeof fault === "number") return fault;
		const answer = this.#world.sessions.mayIdentify();
		if (answer === "too soon" || fault === "invalid") {
			this.#send(GatewayOpcodes.InvalidSession, false);
			return undefined;
		}
		if (answer === "too many") return GatewayCloseCodes.AuthenticationFailed;
		this.#session = this.#world.sessions.open(this.#socket, shard, intents, (session) =>
			writeSnapshot(this.#world, session),
		);
		return undefined;
	}

	#resume(d: unknown): GatewayCloseCodes | undefined {
		if (this.#session) return GatewayCloseCodes.AlreadyAuthenticated;
		const resume = Resume.safeParse(d);
		if (!resume.success) return GatewayCloseCodes.DecodeError;
		const { token, session_id, seq } = resume.data;
		if (token.replace(/^Bot /, "") !== this.#world.token) return GatewayCloseCodes.AuthenticationFailed;
		const session = this.#world.sessions.resumable(session_id, seq ?? 0);
		if (!session) {
			this.#send(GatewayOpcodes.InvalidSession, false);
			return undefined;
		}
		if ((seq ?? 0) > session.seq) return GatewayCloseCodes.InvalidSeq;
		this.#session = session;
		this.#world.sessions.resume(session, this.#socket, seq ?? 0);
		return undefined;
	}

	#send(op: GatewayOpcodes, d: unknown = null): void {
		void this.#socket.send(JSON.stringify({ op, d, s: null, t: null }));
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
