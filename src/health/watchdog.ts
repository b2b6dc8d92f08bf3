import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { ENDS_WITH, Ending } from "../ending.ts";
import type { ShardState } from "../fact.ts";
import { openSessions, outbox, type Waiting } from "../store/monitoring.ts";
import type { Store } from "../store/queryable.ts";
import type { Activity } from "./activity.ts";
import { patiently } from "./asking.ts";
import type { StoreState } from "./readiness.ts";
import {
	chronic,
	describeSymptom,
	LOOK_EVERY_MS,
	type Persistence,
	persist,
	type Symptom,
	symptomsOf,
} from "./symptoms.ts";

/** Byname cannot recover by itself, but a new process may. The message says what is wrong. */
export class Stalled extends Ending {
	override name = "Stalled";
	readonly exitCode = ENDS_WITH.stalled;
}

/** What is watched, and who is told when it has stopped. */
export interface WatchdogContext {
	store: Store;
	clock: Clock;
	log: Logger;
	activity: Activity;
	/** Whether the store can be written. */
	storeState(): Promise<StoreState>;
	/** The state of each shard; none before the first login. */
	shards(): ShardState[];
	/** Whether a channel takes nothing from us at present. */
	isParked(channelId: string): boolean;
	/** Whether this process is shown a server now. */
	sees(serverId: string): boolean;
	/** Called once, with what is wrong. */
	onStalled(error: Stalled): void;
}

/** Looks every ten seconds whether all loops still do their work, and calls `onStalled` when one has stopped for good. */
export function startWatchdog(context: WatchdogContext): { stop(): Promise<void> } {
	const { clock, log, onStalled } = context;
	const stopping = new AbortController();
	const read = patiently(() => readStore(context));
	const done = keepLooking();

	async function keepLooking(): Promise<void> {
		let persistence: Persistence = new Map();
		while (!stopping.signal.aborted) {
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
			if (stopping.signal.aborted) return;
			persistence = persist(persistence, await findSymptoms(context, read));
			const symptom = chronic(persistence);
			if (!symptom) continue;
			log.fatal({ ...symptom }, "a part of Byname has stopped for good");
			onStalled(new Stalled(`Byname ends, to be started afresh: ${describeSymptom(symptom)}.`));
			return;
		}
	}

	return {
		async stop() {
			stopping.abort();
			await done;
		},
	};
}

/** What the store says about the work there is; null while it fails. */
type StoredWork = { waiting: Waiting[]; sessions: string[] } | null;

async function readStore({ store, clock, sees }: WatchdogContext): Promise<StoredWork> {
	try {
		const sessions = (await openSessions(store)).filter((session) => sees(session.server_id));
		return { waiting: await outbox(store, clock.now()), sessions: sessions.map((session) => session.id) };
	} catch {
		return null; // what goes wrong with the store is logged where it is used
	}
}

/**
 * What is wrong now. A store that fails is no reason to end: who came meanwhile is kept in memory, and a new process would
 * find the same store.
 */
async function findSymptoms(context: WatchdogContext, read: () => Promise<StoredWork | "silent">): Promise<Symptom[]> {
	const { activity, storeState, shards, isParked } = context;
	const stored = await read();
	const work = stored === "silent" ? null : stored;
	const { waiting, sessions } = work ?? { waiting: [], sessions: [] };
	const movement = activity.take(work ? sessions : null);
	const symptoms = symptomsOf({ shards: shards(), waiting, sessions, movement, isParked });
	if (stored === "silent") return [...symptoms, { of: "store", id: "" }];
	if (symptoms.every(({ of }) => of === "gateway") || (await storeState()) === "writable") return symptoms;
	return symptoms.filter(({ of }) => of === "gateway");
}
