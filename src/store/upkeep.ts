import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { FileState } from "./file.ts";
import { isLocked } from "./lock.ts";
import { channelsWithWork } from "./outbox.ts";
import type { Store } from "./queryable.ts";
import { emptyLog, isSqlite } from "./sqlite.ts";

export interface UpkeepContext {
	store: Store;
	clock: Clock;
	log: Logger;
	/** What has become of the database's files. */
	fileState(): FileState;
}

const LOOK_EVERY_MS = 10_000;
/** While greetings wait, the log is left alone for so long: emptying it takes milliseconds, in which nobody is greeted. */
const EMPTIED_WITHIN_MS = 60_000;

/**
 * Sees every ten seconds to what SQLite leaves lying. Names that were erased stand in the log of recent changes (`-wal`)
 * until it is emptied, which SQLite does not do by itself. And says once when the files were removed or replaced.
 */
export function keepUp({ store, clock, log, fileState }: UpkeepContext): { stop(): Promise<void> } {
	const stopping = new AbortController();
	let emptiedAt = clock.steady();
	let told: FileState = "in place";
	const done = isSqlite(store) ? look() : Promise.resolve();

	async function look(): Promise<void> {
		while (!stopping.signal.aborted) {
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
			if (stopping.signal.aborted) return;
			tellOfFiles();
			await tidy().catch((err: unknown) => {
				if (!isLocked(err)) log.warn({ err }, "the log of recent changes could not be emptied; trying again");
			});
		}
	}

	function tellOfFiles(): void {
		const state = fileState();
		if (state !== told && state !== "in place") log.error({ state }, LOST);
		told = state;
	}

	async function tidy(): Promise<void> {
		const mayWait = clock.steady() - emptiedAt < EMPTIED_WITHIN_MS;
		if (mayWait && (await channelsWithWork(store)).length > 0) return;
		if (await emptyLog(store)) emptiedAt = clock.steady();
	}

	return {
		async stop() {
			stopping.abort();
			await done;
		},
	};
}

const LOST =
	"the database's file was removed or replaced while Byname runs: what is stored from now on is lost. Stop Byname, put the file in place with its -wal and -shm, and start it again";
