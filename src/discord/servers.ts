import { type Client, Events, type GatewayDispatchPayload } from "discord.js";
import { z } from "zod";
import type { ServerCount } from "../fact.ts";
import { snowflake } from "../snowflake.ts";

/**
 * What a shard has been told of a server: that there is one, all of it, or that it is not to be had for now. READY calls
 * every server unavailable; that alone tells of no outage.
 */
type ServerState = "announced" | "seen" | "unavailable";

/** The servers of a shard, by id. */
export type Servers = Map<string, ServerState>;

const ready = z.object({ guilds: z.array(z.unknown()) });
const guild = z.object({ id: snowflake, unavailable: z.boolean().nullish() });

/** Brings the servers of a shard up to date with a packet. What cannot be read of it changes nothing. */
export function noteServers(servers: Servers, name: string, data: unknown): void {
	if (name === "READY") announceIn(servers, data);
	if (name !== "GUILD_CREATE" && name !== "GUILD_DELETE") return;
	const { data: server } = guild.safeParse(data);
	if (!server) return;
	if (server.unavailable) servers.set(server.id, "unavailable");
	else if (name === "GUILD_CREATE") servers.set(server.id, "seen");
	else servers.delete(server.id);
}

/** A new session: whatever counts from now on is announced at its start. */
function announceIn(servers: Servers, data: unknown): void {
	const { data: announced } = ready.safeParse(data);
	if (!announced) return;
	servers.clear();
	for (const one of announced.guilds) {
		const { data: server } = guild.safeParse(one);
		if (server) servers.set(server.id, "announced");
	}
}

/** How many servers there are, and how many of them have been seen. */
export function countServers(shards: Iterable<Servers>): ServerCount {
	const states = [...shards].flatMap((servers) => [...servers.values()]);
	const count = (state: ServerState) => states.filter((one) => one === state).length;
	return { all: states.length, seen: count("seen"), unavailable: count("unavailable") };
}

/**
 * Returns a function that counts the servers of this process. Told by the packets, because discord.js waits for 15 seconds
 * only, and then calls itself ready without those that are still to come.
 */
export function followServers(client: Client): () => ServerCount {
	const shards = new Map<number, Servers>();
	client.on(Events.Raw, ({ t, d }: GatewayDispatchPayload, shardId: number) => {
		const servers: Servers = shards.get(shardId) ?? new Map();
		shards.set(shardId, servers);
		noteServers(servers, t, d);
	});
	return () => countServers(shards.values());
}
