import { Client, type ClientEvents, Events, GatewayIntentBits } from "discord.js";
import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";

/** The intents Byname asks for. */
export const INTENTS = [
	GatewayIntentBits.Guilds,
	GatewayIntentBits.GuildVoiceStates,
	GatewayIntentBits.GuildScheduledEvents,
];

/** One dispatch, as it came over the wire. */
export interface Dispatch {
	t: string;
	s: number;
	d: Record<string, unknown>;
}

/** A real discord.js client that notes every dispatch it is sent. */
export class TestClient {
	readonly client: Client;
	readonly packets: Dispatch[] = [];
	readonly #waiting: { isWanted: (packet: Dispatch) => boolean; resolve: (packet: Dispatch) => void }[] = [];

	constructor(
		simulator: Simulator,
		options: { intents?: GatewayIntentBits[]; shards?: [id: number, count: number] } = {},
	) {
		const [shard, shardCount] = options.shards ?? [0, 1];
		this.client = new Client({
			intents: options.intents ?? INTENTS,
			rest: { api: simulator.url, version: "10", retries: 0 },
			shards: [shard],
			shardCount,
			// discord.js waits five seconds between identifies; a test of a new session need not.
			ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: () => Promise.resolve() }) },
		});
		this.client.on(Events.Error, () => this.packets.push({ t: "CLIENT_ERROR", s: 0, d: {} }));
		this.client.on(Events.Raw, (packet: Dispatch) => {
			this.packets.push(packet);
			for (const waiting of this.#waiting.filter(({ isWanted }) => isWanted(packet))) {
				this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
				waiting.resolve(packet);
			}
		});
	}

	/** Logs in; resolves when the client has all its servers. */
	async login(token: string): Promise<void> {
		const ready = this.next(Events.ClientReady);
		await this.client.login(token);
		await ready;
	}

	/** The next time the client emits this event: the first thing it passes. */
	next<Name extends keyof ClientEvents>(event: Name): Promise<ClientEvents[Name][0]> {
		return new Promise((resolve) => {
			this.client.once(event, (...args: ClientEvents[Name]) => resolve(args[0]));
		});
	}

	/** The next dispatch of this name, counted from now on. */
	packet(name: string): Promise<Dispatch> {
		return new Promise((resolve) => {
			this.#waiting.push({ isWanted: ({ t }) => t === name, resolve });
		});
	}

	/** The names of the dispatches so far. */
	get names(): string[] {
		return this.packets.map(({ t }) => t);
	}
}

/** Asks the REST side as a bot would, and shows the whole answer. */
export async function ask(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
	const response = await fetch(`${simulator.url}/v10${path}`, {
		method,
		headers: {
			Authorization: `Bot ${simulator.token}`,
			"User-Agent": "DiscordBot (https://example.org, 1.0.0)",
			...(body !== undefined && { "Content-Type": "application/json" }),
			...headers,
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}
