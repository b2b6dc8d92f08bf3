import {
	type Client,
	Events,
	GatewayDispatchEvents,
	type GatewayDispatchPayload,
	RESTEvents,
	ShardClientUtil,
	Status,
	type WebSocketShard,
} from "discord.js";
import type { Clock } from "../clock.ts";
import { LIMIT_SCOPES, type Observe, type ShardState } from "../fact.ts";

const NAMES: Record<Status, ShardState> = {
	[Status.Ready]: "ready",
	[Status.Connecting]: "connecting",
	[Status.Reconnecting]: "connecting",
	[Status.Idle]: "connecting",
	[Status.Nearly]: "waiting for servers",
	[Status.Disconnected]: "closed",
	[Status.WaitingForGuilds]: "waiting for servers",
	[Status.Identifying]: "identifying",
	[Status.Resuming]: "resuming",
};

/** The state of each shard of this process; none before the first login is under way. `isWaiting` tells which may not log in yet. */
export function shardsOf(client: Client, isWaiting: (shardId: number) => boolean): ShardState[] {
	return client.ws.shards.map(({ id, status }) => (isWaiting(id) ? "waiting to log in" : NAMES[status]));
}

/**
 * Returns a function that tells whether a shard has been away for longer than `ms`, until Discord has repeated to it all
 * that it missed. Measured by a timer, because the wall clock can be set.
 */
export function followAbsences(client: Client, clock: Clock, ms: number): (shardId: number) => boolean {
	const absences = new Map<number, { isLong: boolean; end: AbortController }>();
	client.on(Events.ShardReconnecting, (shardId) => {
		if (absences.has(shardId)) return;
		const absence = { isLong: false, end: new AbortController() };
		absences.set(shardId, absence);
		void clock.sleep(ms, absence.end.signal).then(() => {
			absence.isLong = true;
		});
	});
	// The packets themselves: discord.js announces a resumed session before the last of what is repeated.
	client.on(Events.Raw, ({ t }: GatewayDispatchPayload, shardId: number) => {
		if (t !== GatewayDispatchEvents.Resumed && t !== GatewayDispatchEvents.Ready) return;
		absences.get(shardId)?.end.abort();
		absences.delete(shardId);
	});
	return (shardId) => absences.get(shardId)?.isLong ?? false;
}

/** The shard that a server is shown on. */
export function shardIdOf(client: Client, serverId: string): number {
	return ShardClientUtil.shardIdForGuildId(serverId, client.options.shardCount ?? 1);
}

const CONNECTED: readonly Status[] = [Status.Ready, Status.WaitingForGuilds];

/**
 * A shard over which something can be sent now; undefined while it is away. discord.js 14.28 drops the promise of what it
 * sends, so one that rejects because the shard is away would end the process.
 */
export function connectedShard(client: Client, shardId: number): WebSocketShard | undefined {
	const shard = client.ws.shards.get(shardId);
	return shard && CONNECTED.includes(shard.status) ? shard : undefined;
}

/** Whether Byname hears at this moment what happens in a server: its shard is connected and has been told all. */
export function hearsOf(client: Client, serverId: string): boolean {
	return client.ws.shards.get(shardIdOf(client, serverId))?.status === Status.Ready;
}

/** Reports each shard that is ready (again), and each answer 429. */
export function followGateway(client: Client, observe: Observe, { onResumed }: { onResumed(): void }): void {
	client.on(Events.ShardReady, () => observe({ kind: "connected", how: "identified" }));
	client.on(Events.ShardResume, () => {
		observe({ kind: "connected", how: "resumed" });
		onResumed();
	});
	client.rest.on(RESTEvents.Response, (_request, response) => {
		if (response.status !== 429) return;
		const said = response.headers.get("X-RateLimit-Scope");
		observe({ kind: "limited", scope: LIMIT_SCOPES.find((scope) => scope === said) ?? "unknown" });
	});
}
