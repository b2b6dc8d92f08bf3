import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { Connection } from "./connection.ts";
import { intentOf } from "./intents.ts";
import { SlidingWindow } from "./limits.ts";
import { Line } from "./line.ts";
import { serverPayload, userPayload } from "./payloads.ts";
import { Session } from "./session.ts";
import { shardOf } from "./snowflake.ts";
import type { World } from "./world.ts";

/** How long a session without a line can be resumed: "about 90 s" seen in discord-api-docs#1619. */
export const RESUMABLE_MS = 90_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const IDENTIFY_WINDOW_MS = 5000;

/** Discord's WebSocket side: the sessions, and the packets sent to them. */
export class Gateway {
	readonly sessions = new Map<string, Session>();
	/** False makes it swallow heartbeats: the connection looks open and is dead. */
	acknowledges = true;
	/** How often a client is to send a heartbeat, by its own clock, which for discord.js is the machine's. */
	heartbeatMs = 41_250;
	/** Successful identifies so far. */
	identifies = 0;
	/** Successful resumes so far. */
	resumes = 0;
	/** Where a client connects; set once the port is known. */
	url = "";
	readonly #world: World;
	readonly #sockets = new WebSocketServer({ noServer: true, clientTracking: true });
	/** Every open socket's. */
	readonly #lines = new Map<WebSocket, Line>();
	readonly #identified: SlidingWindow;
	readonly #identifiedToday: SlidingWindow;
	readonly #whenReady: (() => void)[] = [];
	#writing: Promise<unknown> = Promise.resolve();

	constructor(world: World) {
		this.#world = world;
		this.#identified = new SlidingWindow(world.limits.maxConcurrency, IDENTIFY_WINDOW_MS);
		this.#identifiedToday = new SlidingWindow(world.limits.identifiesPerDay, DAY_MS);
	}

	/** Takes over an HTTP connection that asks to become a WebSocket. */
	accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
			const line = new Line(webSocket, socket);
			this.#lines.set(webSocket, line);
			const connection = new Connection(this.#world, this, line);
			webSocket.on("message", (data: RawData) => connection.receive(String(data)));
			webSocket.on("close", (code: number) => {
				this.#lines.delete(webSocket);
				connection.closed(code);
			});
			// A reset connection is reported here and then as a close, which is what counts.
			webSocket.on("error", () => webSocket.terminate());
		});
	}

	/** Whether any session asked for this kind of event. */
	wants(eventName: string): boolean {
		const intent = intentOf(eventName);
		for (const session of this.sessions.values()) if ((session.intents & intent) === intent) return true;
		return false;
	}

	/** Sends an event to the sessions of the server's shard that asked for it. Resolves when all is written. */
	async dispatch(serverId: string, eventName: string, data: unknown): Promise<void> {
		const intent = intentOf(eventName);
		const fault = this.#world.faults.forPacket(eventName);
		if (fault === "lose") return;
		let json: string | undefined;
		const writes: Promise<void>[] = [];
		for (const session of this.sessions.values()) {
			if ((session.intents & intent) !== intent || shardOf(serverId, session.shard[1]) !== session.shard[0]) continue;
			json ??= JSON.stringify(data);
			writes.push(session.dispatch(eventName, json));
			if (fault === "duplicate") writes.push(session.dispatch(eventName, json));
		}
		if (writes.length === 0) return;
		const written = Promise.all(writes);
		this.#writing = written;
		await written;
	}

	/** Sends a dispatch to every session, whatever it asked for; `data` may be anything. */
	async sendRaw(eventName: string, data: unknown): Promise<void> {
		const json = JSON.stringify(data) ?? "null";
		await Promise.all([...this.sessions.values()].map((session) => session.dispatch(eventName, json)));
	}

	/** Sends text as it is to every open socket. */
	async sendText(text: string): Promise<void> {
		await Promise.all([...this.#lines.values()].map((line) => line.send(text)));
	}

	/** Resolves when the packets sent so far are written. */
	async settled(): Promise<void> {
		await this.#writing;
	}

	/** Resolves when a session has identified and has been shown its servers. */
	ready(): Promise<void> {
		for (const session of this.sessions.values()) if (session.line) return this.settled();
		return new Promise((resolve) => this.#whenReady.push(resolve));
	}

	/** How many identifies are left today. */
	identifiesLeft(): number {
		return this.#identifiedToday.remaining(this.#world.clock.now());
	}

	/**
	 * Whether one more identify is allowed: `too soon` for more than `max_concurrency` in five seconds,
	 * `too many` for more than the day's worth.
	 */
	mayIdentify(): "yes" | "too soon" | "too many" {
		const now = this.#world.clock.now();
		if (this.#identified.take(now) > 0) return "too soon";
		return this.#identifiedToday.take(now) > 0 ? "too many" : "yes";
	}

	/** Makes a session and shows it its servers, as after an identify. */
	open(line: Line, shard: [number, number], intents: number): Session {
		this.#forgetOld();
		const session = new Session(randomBytes(16).toString("hex"), shard, intents);
		session.line = line;
		this.sessions.set(session.id, session);
		this.identifies++;
		const servers = [...this.#world.servers.values()].filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
		const writes = [
			this.#sayReady(
				session,
				servers.map(({ id }) => id),
			),
		];
		const withVoiceStates = intentOf("VOICE_STATE_UPDATE");
		for (const server of servers) {
			if (server.unavailable) {
				writes.push(session.dispatch("GUILD_DELETE", JSON.stringify({ id: server.id, unavailable: true })));
			} else if (intents & intentOf("GUILD_CREATE")) {
				const payload = serverPayload(server, { withVoiceStates: (intents & withVoiceStates) !== 0 });
				writes.push(session.dispatch("GUILD_CREATE", JSON.stringify(payload)));
			}
		}
		this.#writing = Promise.all(writes).then(() => {
			for (const resolve of this.#whenReady.splice(0)) resolve();
		});
		return session;
	}

	/** The session a client wants to go on with; undefined when it is gone or too old. */
	resumable(sessionId: string, seq: number): Session | undefined {
		this.#forgetOld();
		const session = this.sessions.get(sessionId);
		return session?.canReplayAfter(seq) ? session : undefined;
	}

	/** Goes on with a session: what was missed, in order, then RESUMED. */
	resume(session: Session, line: Line, seq: number): void {
		session.line?.terminate();
		session.line = line;
		this.resumes++;
		session.replayAfter(seq);
		this.#writing = session.dispatch("RESUMED", JSON.stringify({ _trace: ["simulator"] })).then(() => {
			for (const resolve of this.#whenReady.splice(0)) resolve();
		});
	}

	/** Every open socket. */
	get sockets(): Set<WebSocket> {
		return this.#sockets.clients;
	}

	/** Every open socket, as what may stall. */
	get lines(): Iterable<Line> {
		return this.#lines.values();
	}

	/** Closes everything at once. */
	stop(): void {
		for (const socket of this.#sockets.clients) socket.terminate();
		this.sessions.clear();
		this.#sockets.close();
	}

	#forgetOld(): void {
		for (const [id, { line, lostAt }] of this.sessions) {
			if (!line && this.#world.clock.now() - lostAt > RESUMABLE_MS) this.sessions.delete(id);
		}
	}

	#sayReady(session: Session, serverIds: string[]): Promise<void> {
		const { bot } = this.#world;
		const ready = {
			v: 10,
			user: { ...userPayload(bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
			user_settings: {},
			guilds: serverIds.map((id) => ({ id, unavailable: true })),
			session_id: session.id,
			resume_gateway_url: this.url,
			session_type: "normal",
			shard: session.shard,
			application: { id: bot.id, flags: 0 },
			private_channels: [],
			relationships: [],
			presences: [],
			guild_join_requests: [],
			geo_ordered_rtc_regions: [],
			_trace: ["simulator"],
		};
		return session.dispatch("READY", JSON.stringify(ready));
	}
}
