import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Logger } from "pino";
import { type Address, ConfigError } from "../config.ts";
import type { Readiness } from "./readiness.ts";

/** Where to listen, and what to answer. */
export interface EndpointsContext {
	address: Address;
	log: Logger;
	readiness(): Promise<Readiness>;
	/** Everything that is counted, in Prometheus's format. */
	metrics(): Promise<string>;
}

/** A small web server for supervisors and Prometheus. */
export interface Endpoints {
	stop(): Promise<void>;
}

interface HttpResponse {
	status: number;
	body: string;
	type?: string;
}

/** Answers `/healthz`, `/readyz` and `/metrics`. Throws `ConfigError` when the port cannot be had. */
export async function openEndpoints({ address, log, readiness, metrics }: EndpointsContext): Promise<Endpoints> {
	async function responseTo(path: string): Promise<HttpResponse> {
		switch (path) {
			case "/healthz":
				return { status: 200, body: "alive\n" };
			case "/readyz": {
				const { ready, lines } = await readiness();
				return { status: ready ? 200 : 503, body: `${lines.join("\n")}\n` };
			}
			case "/metrics":
				return { status: 200, body: await metrics(), type: METRICS_TYPE };
			default:
				return { status: 404, body: "There is /healthz, /readyz and /metrics.\n" };
		}
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.method !== "GET" && request.method !== "HEAD") {
			response.setHeader("Allow", "GET, HEAD");
			return respond(response, { status: 405, body: "Only GET is answered here.\n" });
		}
		try {
			respond(response, await responseTo(request.url?.split("?")[0] ?? "/"));
		} catch (err) {
			log.error({ err }, "a question about health could not be answered");
			respond(response, { status: 500, body: "See the log.\n" });
		}
	}

	const server = createServer(LIMITS, serve);
	server.maxRequestsPerSocket = 1; // whoever asks again connects again
	server.timeout = LONGEST_CONNECTION_MS;
	server.on("dropRequest", (_request: IncomingMessage, socket: Socket) => socket.destroy());
	makeRoom(server);
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => reject(new ConfigError(portProblem(address, error))));
		server.listen(address.port, address.host, resolve);
	});
	server.on("error", (err) => log.warn({ err }, "somebody who asks about health could not be let in"));
	const { port } = server.address() as AddressInfo;
	log.info({ host: address.host, port }, "health is told at /healthz, /readyz and /metrics");

	return {
		stop() {
			const { promise, resolve } = Promise.withResolvers<void>();
			server.close(() => resolve());
			server.closeAllConnections();
			return promise;
		},
	};
}

/** Prometheus's text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
/** A question is a line and a few headers, and it is there at once. What is slower or longer is cut off. */
const LIMITS = {
	headersTimeout: 5_000,
	requestTimeout: 5_000,
	connectionsCheckingInterval: 1_000,
	maxHeaderSize: 8_192,
};
/** Longer than the slowest answer takes, which waits for the store. */
const LONGEST_CONNECTION_MS = 10_000;
const MOST_CONNECTIONS = 64;

/** Lets in whoever comes and cuts off who came first, so that nobody keeps others out by saying nothing. */
function makeRoom(server: Server): void {
	const open = new Set<Socket>();
	server.on("connection", (socket: Socket) => {
		open.add(socket);
		socket.once("close", () => open.delete(socket));
		for (const oldest of open) {
			if (open.size <= MOST_CONNECTIONS) break;
			open.delete(oldest);
			oldest.destroy();
		}
	});
}

function respond(response: ServerResponse, { status, body, type = "text/plain; charset=utf-8" }: HttpResponse): void {
	response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
}

function portProblem({ host, port }: Address, { code, message }: NodeJS.ErrnoException): string {
	switch (code) {
		case "EADDRINUSE":
			return `HEALTH_PORT ${port} is taken by another program, perhaps another Byname. Stop that one, choose another port, or leave HEALTH_PORT blank.`;
		case "EACCES":
			return `HEALTH_PORT ${port} may not be opened by this user. Choose a port above 1023, or leave HEALTH_PORT blank.`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return `HEALTH_PORT names ${host}, which is no address of this machine. Write an address that is, or the port alone.`;
		default:
			return `HEALTH_PORT ${port} cannot be opened: ${message}. Choose another port, or leave HEALTH_PORT blank.`;
	}
}
