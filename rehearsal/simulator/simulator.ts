import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type Clock, systemClock } from "../../src/clock.ts";
import { Fail } from "./fail.ts";
import { Gateway } from "./gateway/gateway.ts";
import { DISCORD_LIMITS, type SpeedLimits } from "./limits.ts";
import type { SimCommand } from "./registered-command.ts";
import { type RecordedRequest, Rest } from "./rest.ts";
import { type ServerDraft, SimServer } from "./server.ts";
import { type MemberRequest, SimWorld } from "./world.ts";

/** How the simulated Discord is. */
export interface SimulatorOptions {
	/** Limits, ids and timestamps follow it, so that a scaled clock scales them too. The machine's by default. */
	clock?: Clock;
	/** How long a REST answer takes, by the clock; 0 by default. */
	latencyMs?: number;
	/** The only bot token that is accepted; a made-up one by default. */
	token?: string;
	limits?: Partial<SpeedLimits>;
}

/** Starts a Discord on this machine, reachable from this machine only. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const simulator = new Simulator(options);
	await simulator.listen();
	return simulator;
}

/** A Discord that runs on this machine: HTTP and WebSocket on 127.0.0.1. */
export class Simulator {
	readonly world: SimWorld;
	readonly gateway: Gateway;
	/** What to make go wrong. */
	readonly fail: Fail;
	readonly #rest: Rest;
	readonly #stopped = new AbortController();
	#http: Server;
	#port = 0;

	constructor({ clock = systemClock, latencyMs = 0, token, limits }: SimulatorOptions) {
		this.world = new SimWorld(clock, { ...DISCORD_LIMITS, ...limits }, token);
		this.gateway = new Gateway(this.world);
		this.#rest = new Rest(this.world, latencyMs, this.#stopped.signal);
		this.#http = this.#createHttp();
		this.fail = new Fail(this.world, this.gateway, this);
	}

	/** The value for `DISCORD_API_URL`. */
	get url(): string {
		return `http://127.0.0.1:${this.#port}/api`;
	}

	/** The only bot token that is accepted. */
	get token(): string {
		return this.world.token;
	}

	/** The bot's application and user, which share an id. */
	get bot(): { id: string; username: string } {
		return this.world.bot;
	}

	/** Every REST request so far, the oldest first. */
	get requests(): RecordedRequest[] {
		return this.#rest.requests;
	}

	/** Every request for members over the gateway so far (op 8), the oldest first. */
	get memberRequests(): readonly MemberRequest[] {
		return this.world.memberRequests;
	}

	/** How many requests wait now for an answer that will never come. */
	get waitingInVain(): number {
		return this.#rest.waitingInVain.size;
	}

	/** How many WebSockets are stalled and their bot has not noticed yet. */
	get trustedInVain(): number {
		return [...this.gateway.sockets].filter((socket) => socket.isTrustedInVain).length;
	}

	/** How many requests were answered with 429. */
	get rateLimited(): number {
		return this.#rest.rateLimited;
	}

	/** How many were answered with 401, 403 or 429, which Discord counts against an address. */
	get invalidRequests(): number {
		return this.#rest.invalid;
	}

	/** The application's registered commands. */
	get commands(): SimCommand[] {
		return this.world.commandsOf();
	}

	/** How many sessions were begun anew. */
	get identifies(): number {
		return this.world.sessions.identifies;
	}

	/** How often a client has identified, also in vain: what Discord counts. */
	get identifyAttempts(): number {
		return this.world.sessions.identifyAttempts;
	}

	/** How many sessions were resumed. */
	get resumes(): number {
		return this.world.sessions.resumes;
	}

	/** Adds a server with the bot on it; `furnish` does so before the bot is told of it. */
	addServer(draft: ServerDraft, furnish?: (server: SimServer) => void): SimServer {
		const server = new SimServer(this.world, draft);
		server.removed = true;
		furnish?.(server);
		void server.isJoined();
		return server;
	}

	/** Resolves when a session has identified (or resumed) and its servers are written to it. */
	ready(): Promise<void> {
		return this.world.sessions.ready();
	}

	/** Sends a dispatch with any data, also malformed, to every session. */
	sendRaw(eventName: string, data: unknown): Promise<void> {
		return this.world.sessions.sendRaw(eventName, data);
	}

	/** Sends text as it is to every socket, be it JSON or not. */
	sendText(text: string): Promise<void> {
		return this.gateway.sendText(text);
	}

	/** Aborts when the simulator stops. */
	get stopped(): AbortSignal {
		return this.#stopped.signal;
	}

	/** Begins to take connections, again on the port it had before. Does nothing while it does, or once stopped. */
	listen(): Promise<void> {
		if (this.#http.listening || this.stopped.aborted) return Promise.resolve();
		return new Promise((resolve, reject) => {
			this.#http.once("error", reject);
			this.#http.listen(this.#port, "127.0.0.1", () => {
				this.#http.off("error", reject);
				this.#port = (this.#http.address() as AddressInfo).port;
				this.world.gatewayUrl = `ws://127.0.0.1:${this.#port}`;
				resolve();
			});
		});
	}

	/**
	 * Takes no more connections and cuts the HTTP ones; open WebSockets stay.
	 * `ended` resolves when the last of them is gone.
	 */
	unlisten(): { ended: Promise<void> } {
		const http = this.#http;
		if (!http.listening) return { ended: Promise.resolve() };
		this.#http = this.#createHttp();
		const { promise, resolve } = Promise.withResolvers<void>();
		http.close(() => resolve());
		http.closeAllConnections();
		return { ended: promise };
	}

	/** Closes everything and leaves no handle open. */
	async stop(): Promise<void> {
		this.#stopped.abort();
		this.gateway.stop();
		await this.unlisten().ended;
	}

	#createHttp(): Server {
		const http = createServer((request, response) => {
			if (request.url?.startsWith("/attachments/")) return this.#serveFile(request.url, response);
			this.#rest.answer(request, response).catch((error: unknown) => {
				// A request cut off on its way in needs no answer; a mistake of the simulator's own must not go unseen.
				if (!request.socket.destroyed) response.writeHead(500).end(String(error));
			});
		});
		// A bot that reuses a connection must not find it closed by us: its own limit is shorter than this.
		http.keepAliveTimeout = 120_000;
		http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
			this.gateway.accept(request, socket, head);
		});
		return http;
	}

	/** Sends a file of a message, to anybody who has its address. */
	#serveFile(path: string, response: ServerResponse): void {
		const [, , message = "", index = ""] = path.split("/");
		const file = this.world.withFiles.get(message)?.files[Number(index)];
		response.writeHead(file ? 200 : 404).end(file?.bytes);
	}
}
