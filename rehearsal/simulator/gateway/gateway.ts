import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { SimWorld } from "../world.ts";
import { Connection, type Heartbeats } from "./connection.ts";
import { StallableSocket } from "./stallable-socket.ts";

/** Discord's WebSocket side: the sockets that are open. */
export class Gateway implements Heartbeats {
	acknowledges = true;
	heartbeatMs = 41_250;
	readonly #world: SimWorld;
	readonly #server = new WebSocketServer({ noServer: true, clientTracking: true });
	readonly #open = new Map<WebSocket, StallableSocket>();

	constructor(world: SimWorld) {
		this.#world = world;
	}

	/** Takes over an HTTP connection that asks to become a WebSocket. */
	accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
		this.#server.handleUpgrade(request, stream, head, (webSocket) => {
			const socket = new StallableSocket(webSocket, stream);
			this.#open.set(webSocket, socket);
			const connection = new Connection(this.#world, socket, this);
			webSocket.on("message", (data: RawData) => connection.receive(String(data)));
			webSocket.on("close", (code: number) => {
				this.#open.delete(webSocket);
				connection.closed(code);
			});
			// A reset connection is reported here and then as a close, which is what counts.
			webSocket.on("error", () => webSocket.terminate());
		});
	}

	/** Sends text as it is to every open socket. */
	async sendText(text: string): Promise<void> {
		await Promise.all([...this.#open.values()].map((socket) => socket.send(text)));
	}

	/** Every open socket, as the library has it. */
	get webSockets(): Set<WebSocket> {
		return this.#server.clients;
	}

	/** Every open socket, as what may stall. */
	get sockets(): Iterable<StallableSocket> {
		return this.#open.values();
	}

	/** Closes everything at once. */
	stop(): void {
		for (const webSocket of this.#server.clients) webSocket.terminate();
		this.#world.sessions.endAll();
		this.#server.close();
	}
}
