import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Address } from "../config.ts";
import type { Settled } from "../delivery/line.ts";
import type { Following, ShardState } from "../discord/gateway.ts";
import type { SendPost } from "../outcome.ts";
import type { Arrived } from "../rooms/arrive.ts";
import type { Sighting } from "../rooms/sighting.ts";
import type { Store } from "../store/store.ts";
import { outbox } from "../store/watch.ts";
import { createActivity } from "./activity.ts";
import { openHealth } from "./endpoints.ts";
import { createMetrics } from "./metrics.ts";
import { patiently, probing, readinessOf } from "./readiness.ts";
import { type Stalled, startWatchdog } from "./watchdog.ts";

/** What is watched, and whom the watch tells. */
export interface Overseen {
	store: Store;
	clock: Clock;
	log: Logger;
	/** Where health is told; null for nowhere. */
	health: Address | null;
	/** The state of each shard; none before the first login. */
	shards(): ShardState[];
	/** Whether a channel takes nothing from us at present. */
	isParked(channelId: string): boolean;
	/** Whether this process is shown a server now. */
	sees(serverId: string): boolean;
	/** Called once when a part of Byname has stopped for good. */
	onStalled(error: Stalled): void;
}

/** The watch over all parts: it is told what they do, counts it, and notices when they no longer do it. */
export interface Watch extends Following {
	/** Wraps `send`, to see what becomes of posts. */
	over(send: SendPost): SendPost;
	/** There may be something to say in a channel. */
	onGreetings(channelId: string): void;
	/** What is stored about a session was compared with what Discord shows. */
	onAttendance(sessionId: string): void;
	/** The store failed a session or a channel; it is tried again. */
	onFailing(id: string): void;
	onArrivals(arrived: readonly Arrived[]): void;
	onSettled(settled: Settled): void;
	onSighting(sighting: Sighting): void;
	stop(): Promise<void>;
}

/** Begins to watch, and to tell at `health` what there is to tell. Throws `ConfigError` when that port cannot be had. */
export async function keepWatch(overseen: Overseen): Promise<Watch> {
	const { store, clock, log, health: address, shards, isParked } = overseen;
	const metrics = createMetrics();
	const activity = createActivity(clock);
	const storeState = probing(store, clock);
	const readOutbox = patiently(async () => {
		try {
			return await outbox(store, clock.now());
		} catch (err) {
			log.warn({ err }, "what waits to be said cannot be read; it is missing in the metrics");
			return null;
		}
	});

	async function tellMetrics(): Promise<string> {
		const waiting = await readOutbox();
		return metrics.text({
			now: clock.now(),
			shards: shards(),
			waiting: waiting === "silent" ? null : waiting,
			isParked,
		});
	}

	const readiness = async () => readinessOf(shards(), await storeState());
	const health = address && (await openHealth({ address, log, readiness, metrics: tellMetrics }));
	if (health) metrics.measureProcess();
	const watchdog = startWatchdog({ ...overseen, activity, storeState });

	return {
		over: (send) => async (post) => {
			activity.expect(post.channelId);
			const outcome = await send(post);
			activity.ended(post.channelId, outcome);
			metrics.posted(outcome);
			return outcome;
		},
		onGreetings: activity.expect,
		onAttendance: activity.compared,
		onFailing: activity.failing,
		onArrivals: (arrived) => void setImmediate(metrics.arrived, arrived), // the greeting leaves first
		onSettled: metrics.settled,
		onSighting: ({ kind }) => kind === "server" && metrics.reconciled(),
		onConnected: metrics.connected,
		onLimited: metrics.limited,
		async stop() {
			await Promise.all([health?.stop(), watchdog.stop()]);
		},
	};
}
