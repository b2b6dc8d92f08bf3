import { setTimeout as realTime } from "node:timers/promises";
import type { Database } from "./database.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Pauses } from "./pauses.ts";

/** The bot waits for a locked database for five seconds in one go, in real time. */
const PATIENTLY_MS = 5_600;

/** The lock that another program puts on the bot's database. */
export class Lock {
	readonly #database: Database;
	readonly #pauses: Pauses;
	readonly #note: (entry: UndatedEntry) => void;
	/** Not before then does it come off, as `performance.now()` counts; null while there is none. */
	#until: number | null = null;

	constructor(database: Database, pauses: Pauses, note: (entry: UndatedEntry) => void) {
		this.#database = database;
		this.#pauses = pauses;
		this.#note = note;
	}

	/** Puts it on; `patiently`: for longer than the bot waits in one go. */
	close(patiently: boolean): void {
		if (this.#until !== null) return;
		this.#database.lock();
		this.#pauses.isLocked = true;
		this.#until = performance.now() + (patiently ? PATIENTLY_MS : 0);
		this.#note({ is: "lock", on: true });
	}

	/** Takes it off, if it is on, and waits until the bot has noticed. */
	async open(): Promise<void> {
		if (this.#until === null) return;
		await realTime(Math.max(0, this.#until - performance.now()));
		this.#database.unlock();
		this.#pauses.isLocked = false;
		this.#until = null;
		await this.#pauses.tryStoreAgain();
		this.#note({ is: "lock", on: false });
	}
}
