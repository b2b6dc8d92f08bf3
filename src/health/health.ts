import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Address } from "../config.ts";
import type { Observe, ServerCount, ShardState } from "../fact.ts";
import type { FileState } from "../store/file.ts";
import { outbox } from "../store/monitoring.ts";
import type { Store } from "../store/queryable.ts";
import { createActivity } from "./activity.ts";
import { patiently, sparingly } from "./asking.ts";
import { openEndpoints } from "./endpoints.ts";
import type { Metrics } from "./metrics.ts";
import { probing, readinessOf } from "./readiness.ts";
import { type Stalled, startWatchdog } from "./watchdog.ts";

/** What is watched, and who is told. */
export interface HealthContext {
	store: Store;
	clock: Clock;
	log: Logger;
	/** What has become of the database's files. */
	fileState(): FileState;
	/** Where health is told; null for nowhere. */
	address: Address | null;
	/** The state of each shard; none before the first login. */
	shards(): ShardState[];
	/** How many servers Discord has told of, and how many it has shown. */
	servers(): ServerCount;
	/** Whether a channel takes nothing from us at present. */
	isParked(channelId: string): boolean;
	/** How many answers 401, 403 and 429 there were within the last ten minutes. */
	refusals(): number;
	/** How many lines of the log could not be written so far. */
	linesLost(): number;
	/** Whether this process is shown a server now. */
	sees(serverId: string): boolean;
	/** Called once when a part of Byname has stopped for good. */
	onStalled(error: Stalled): void;
}

/** Counts what all parts do, and notices when one has stopped. */
export interface Health {
	observe: Observe;
	stop(): Promise<void>;
}

/** Starts the watchdog and, at `address`, the endpoints. Throws `ConfigError` when that port cannot be had. */
export async function keepHealth(context: HealthContext): Promise<Health> {
	const { store, clock, log, address, shards, servers, isParked, refusals, linesLost } = context;
	const metrics = address && (await import("./metrics.ts")).createMetrics(); // nothing is counted where nobody can ask
	const activity = createActivity(clock);
	const storeState = probing(context);
	const readOutbox = patiently(async () => {
		try {
			return await outbox(store, clock.now());
		} catch (err) {
			log.warn({ err }, "what waits to be said cannot be read; it is missing in the metrics");
			return null;
		}
	});

	async function textOf(metrics: Metrics): Promise<string> {
		const waiting = await readOutbox();
		return metrics.text({
			now: clock.now(),
			shards: shards(),
			waiting: waiting === "silent" ? null : waiting,
			isParked,
			refusals: refusals(),
			linesLost: linesLost(),
		});
	}

	const readiness = async () => readinessOf(shards(), servers(), await storeState());
	const endpoints =
		metrics && (await openEndpoints({ address, log, readiness, metrics: sparingly(() => textOf(metrics), clock) }));
	metrics?.measureProcess();
	const watchdog = startWatchdog({ ...context, activity, storeState });

	return {
		observe(fact) {
			activity.note(fact);
			if (metrics) setImmediate(metrics.count, fact); // a post that is about to leave goes first
		},
		async stop() {
			await Promise.all([endpoints?.stop(), watchdog.stop()]);
		},
	};
}
