import { type Client, Events, type GatewayDispatchPayload } from "discord.js";
import { z } from "zod";
import type { ServerCount } from "../fact.ts";
import type { Membership } from "../membership.ts";
import { hearsOf, shardIdOf } from "./gateway.ts";
import { guildGone, guildShown } from "./parts.ts";

/**
 * What a shard has been told of a server: that there is one, all of it, or that it is not to be had for now. READY calls
 * every server unavailable; that alone tells of no outage.
 */
type ServerState = "announced" | "seen" | "unavailable";

/** The servers of a shard. */
export interface Servers {
	/** By id. */
	states: Map<string, ServerState>;
	/** Whether these are all there are. False until Discord has listed them, and when it did in part: who is left out may be there. */
	isWhole: boolean;
}

/** The servers of a shard that has been told nothing yet. */
export function noServers(): Servers {
	return { states: new Map(), isWhole: false };
}

const ready = z.object({ guilds: z.array(z.unknown()) });

/** Brings the servers of a shard up to date with a packet. What cannot be read of it changes nothing. */
export function noteServers(servers: Servers, name: string, data: unknown): void {
	if (name === "READY") announceIn(servers, data);
	if (name !== "GUILD_CREATE" && name !== "GUILD_DELETE") return;
	const { data: server } = (name === "GUILD_CREATE" ? guildShown : guildGone).safeParse(data);
	if (!server) return;
	if (server.unavailable) servers.states.set(server.id, "unavailable");
	else if (name === "GUILD_CREATE") servers.states.set(server.id, "seen");
	else servers.states.delete(server.id);
}

/** A new session: whatever counts from now on is announced at its start. */
function announceIn(servers: Servers, data: unknown): void {
	const { data: announced } = ready.safeParse(data);
	servers.isWhole = announced !== undefined;
	if (!announced) return;
	servers.states.clear();
	for (const one of announced.guilds) {
		const { data: server } = guildShown.safeParse(one);
		if (server) servers.states.set(server.id, "announced");
		else servers.isWhole = false;
	}
}

/** Whether Byname is in a server of a shard. One that is merely unavailable it is in. */
export function membershipIn({ states, isWhole }: Servers, serverId: string): Membership {
	if (states.has(serverId)) return "in";
	return isWhole ? "removed" : "unknown";
}

/** How many servers there are, and how many of them have been seen. */
export function countServers(shards: Iterable<Servers>): ServerCount {
	const states = [...shards].flatMap((servers) => [...servers.states.values()]);
	const count = (state: ServerState) => states.filter((one) => one === state).length;
	return { all: states.length, seen: count("seen"), unavailable: count("unavailable") };
}

/** The servers of this process. */
export interface FollowedServers {
	count(): ServerCount;
	/** Whether Byname is in a server, as far as this process can tell: another one may be shown it. */
	membership(serverId: string): Membership;
}

/**
 * Follows the servers of this process. Told by the packets, because discord.js waits for 15 seconds only, and then calls
 * itself ready without those that are still to come; and it goes on showing one that a new session does not list.
 */
export function followServers(client: Client): FollowedServers {
	const shards = new Map<number, Servers>();
	client.on(Events.Raw, ({ t, d }: GatewayDispatchPayload, shardId: number) => {
		const servers = shards.get(shardId) ?? noServers();
		shards.set(shardId, servers);
		noteServers(servers, t, d);
	});
	return {
		count: () => countServers(shards.values()),
		membership(serverId) {
			const servers = shards.get(shardIdOf(client, serverId));
			return servers && hearsOf(client, serverId) ? membershipIn(servers, serverId) : "unknown";
		},
	};
}
