import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A line to PostgreSQL that can swallow what is sent over it, without closing anything. */
export interface Proxy {
	/** The database's URL, over this line. */
	url: string;
	/** Swallows from now on what goes over the connections there are; `answers`: only what comes back. */
	swallow(what?: "everything" | "answers"): void;
	/** Whether new connections are swallowed from the start. */
	swallowsNew: boolean;
	/** How many connections have been made. */
	readonly connections: number;
}

/** Opens a line to the PostgreSQL at `url`; it closes with the test. */
export async function proxyTo(url: string): Promise<Proxy> {
	const { hostname, port } = new URL(url);
	const sockets = new Set<Socket>();
	let cut: (what: "everything" | "answers") => void = () => undefined;
	let connections = 0;
	const server = createServer((client) => {
		connections++;
		const there = connect(Number(port), hostname);
		const swallowed = { requests: proxy.swallowsNew, answers: proxy.swallowsNew };
		const before = cut;
		cut = (what) => {
			before(what);
			swallowed.answers = true;
			swallowed.requests ||= what === "everything";
		};
		client.on("data", (data) => swallowed.requests || there.write(data));
		there.on("data", (data) => swallowed.answers || client.write(data));
		for (const socket of [client, there]) sockets.add(socket.on("error", () => undefined));
		client.on("close", () => swallowed.requests || there.destroy()); // a line that swallows tells nobody of an end either
		there.on("close", () => swallowed.answers || client.destroy());
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const proxy: Proxy = {
		url: Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) }).href,
		swallow(what = "everything") {
			cut(what);
			cut = () => undefined;
		},
		swallowsNew: false,
		get connections() {
			return connections;
		},
	};
	return proxy;
}
