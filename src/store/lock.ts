import { setTimeout as wait } from "node:timers/promises";
import { backoff } from "../backoff.ts";

/** SQLite's number for a file that another process keeps locked (https://www.sqlite.org/rescode.html#busy). */
const BUSY = 5;
/** How long a statement is tried again before whoever waits for it hears of the lock. Real time: locks take real time, too. */
const PATIENCE_MS = 5_000;
/** Two processes that share a file lock it for milliseconds; another program may for longer. */
const WAITS = { first: 5, longest: 250 };

/** Whether a statement failed because another process keeps the file locked; the last byte of the number is the kind of error. */
export function isLocked(error: unknown): boolean {
	const errcode = typeof error === "object" && error !== null && "errcode" in error ? error.errcode : undefined;
	return typeof errcode === "number" && (errcode & 0xff) === BUSY;
}

/** What a statement does that finds the file locked. */
export interface LockWait {
	/** Whether it would do just the same when it is tried again. */
	mayRepeat(): boolean;
	/** Lets others go first for as long as it waits. */
	stepAside(wait: () => Promise<void>): Promise<void>;
}

/**
 * Resolves with what `attempt` comes to, once no other process keeps the file locked; rejects when that takes longer than
 * five seconds. Nothing else waits meanwhile: the engine itself returns at once.
 */
export async function onceUnlocked<T>(
	attempt: () => T | Promise<T>,
	{ mayRepeat, stepAside }: LockWait = ALONE,
): Promise<T> {
	const until = performance.now() + PATIENCE_MS;
	for (let failures = 1; ; failures++) {
		try {
			return await attempt();
		} catch (error) {
			if (!isLocked(error) || !mayRepeat() || performance.now() >= until) throw error;
		}
		await stepAside(() => wait(backoff(failures, WAITS)));
	}
}

/** Nobody else is there, and nothing was begun. */
const ALONE: LockWait = { mayRepeat: () => true, stepAside: (wait) => wait() };
