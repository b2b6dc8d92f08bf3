import { type ClientOptions, SimpleShardingStrategy, WebSocketShardStatus } from "discord.js";
import type { Logger } from "pino";
import { codeToGoBy, judgeFrame } from "./frames.ts";

/** The options of discord.js about its gateway connections. */
export type Shards = NonNullable<ClientOptions["ws"]>;

export interface ShardsContext {
	log: Logger;
	/** Resolves when a shard may identify; rejects when its connection is closed before. */
	awaitIdentify(candidate: {
		shardId: number;
		shards: number;
		maxConcurrency: number;
		closed: AbortSignal;
	}): Promise<void>;
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Keeps what comes over the gateway from ending the process, and has each shard wait until it may identify. */
export function guardShards({ log, awaitIdentify }: ShardsContext): Shards {
	class GuardedSharding extends SimpleShardingStrategy {
		override async spawn(ids: number[]): Promise<void> {
			await super.spawn(ids);
			const { shards } = this as unknown as { shards: Map<number, Shard> };
			for (const shard of shards.values()) guardShard(shard, log);
		}
	}
	return {
		buildStrategy: (manager: Manager) => new GuardedSharding(manager),
		async buildIdentifyThrottler(manager: Manager) {
			const shards = await manager.getShardCount();
			const { session_start_limit: limit } = await manager.fetchGatewayInformation();
			const maxConcurrency = Math.max(1, limit.max_concurrency);
			return {
				waitForIdentify: (shardId: number, closed: AbortSignal) =>
					awaitIdentify({ shardId, shards, maxConcurrency, closed }),
			};
		},
	};
}

/** What we use of a shard of @discordjs/ws 1.2.3 that is not in its types. */
interface Shard {
	id: number;
	status: WebSocketShardStatus;
	connection: { terminate(): void } | null;
	strategy: { updateSessionInfo(shardId: number, session: null): Promise<void> };
	onMessage(data: unknown, isBinary: boolean): Promise<void>;
	unpackMessage(data: unknown, isBinary: boolean): Promise<unknown>;
	onClose(code: number): Promise<void>;
}

/**
 * A shard reads its frames without a look, and nobody hears when that fails: the rejection ends the process. Here such a
 * frame cuts the connection. A shard whose connection is gone comes back by itself, with its session if it has one.
 */
function guardShard(shard: Shard, log: Logger): void {
	const unpack = shard.unpackMessage.bind(shard);
	const take = shard.onMessage.bind(shard);
	const close = shard.onClose.bind(shard);

	async function judged(data: unknown, isBinary: boolean): Promise<unknown> {
		const payload = await unpack(data, isBinary);
		const verdict = judgeFrame(payload);
		if (verdict === "take") return payload;
		log.debug({ shard: shard.id, verdict }, "the gateway has sent something with which its connection cannot go on");
		if (verdict === "begin anew") await shard.strategy.updateSessionInfo(shard.id, null);
		shard.connection?.terminate();
		return null; // nothing to take
	}

	shard.unpackMessage = judged;
	shard.onMessage = (data, isBinary) =>
		take(data, isBinary).catch((err: unknown) => {
			log.error({ err, shard: shard.id }, "a packet of the gateway could not be taken in; reconnecting");
			shard.connection?.terminate();
		});
	shard.onClose = (code) => {
		const toGoBy = codeToGoBy(code, shard.status === WebSocketShardStatus.Connecting);
		if (toGoBy !== code)
			log.warn({ shard: shard.id, code }, "Discord has closed the connection over something it was asked");
		return close(toGoBy);
	};
}
