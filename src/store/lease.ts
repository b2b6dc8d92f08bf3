import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import type { GroupCommit } from "./group-commit.ts";
import { onceUnlocked } from "./lock.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** So many who wait make it worth committing together; else the disk is waited for at once. */
const BUSY_FROM = 3;

/** What leases of one connection share. */
export interface Leased {
	connection: DatabaseConnection;
	turns: TurnQueue;
	group: GroupCommit;
	/** Whether a transaction is under way, as the engine has it. */
	isWithin(): boolean;
}

/**
 * SQLite's one connection, for one who has their turn. While many wait, what is done joins a group that is committed
 * together, and the turn goes on to the next before that. Whoever finds the file locked by another process steps aside and
 * tries again, so that those who can read go first; within a transaction that cannot happen, since it holds the lock.
 */
export class Lease implements DatabaseConnection {
	readonly #of: Leased;
	#isInTransaction = false;
	#hasTurn = true;

	constructor(of: Leased) {
		this.#of = of;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		const { group } = this.#of;
		if (this.#isInTransaction) return this.#execute<R>(query);
		if (group.isOpen && query.sql.startsWith("PRAGMA")) group.commit(); // which is for no transaction
		const result = await this.#onceUnlocked(() => this.#execute<R>(query));
		if (group.isOpen) await this.#join();
		return result;
	}

	/** A full disk ends a transaction, and with it the group. */
	async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		const { connection, group, isWithin } = this.#of;
		const wasWithin = isWithin();
		try {
			return await connection.executeQuery<R>(query);
		} catch (error) {
			if (wasWithin && !isWithin()) group.lose(error);
			throw error;
		}
	}

	streamQuery<R>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
		return this.#of.connection.streamQuery<R>(query, size);
	}

	async begin(): Promise<void> {
		await this.#onceUnlocked(async () => this.#of.group.begin());
		this.#isInTransaction = true;
	}

	async commit(): Promise<void> {
		const { group, turns, isWithin } = this.#of;
		if (group.isOpen) group.release();
		// What has ended by itself, on a full disk, is not committed, and whoever thinks so has to hear of it.
		else if (turns.waiting < BUSY_FROM || !isWithin()) group.commit();
		this.#isInTransaction = false;
		if (isWithin()) await this.#join();
	}

	async rollback(): Promise<void> {
		if (!this.#isInTransaction) return; // its group has taken it back already
		this.#isInTransaction = false;
		this.#of.group.takeBack();
	}

	/** Lets the next one have their turn. */
	end(): void {
		if (!this.#hasTurn) return;
		const { group, turns } = this.#of;
		this.#hasTurn = false;
		if (group.isOpen && (group.isFull || turns.waiting < BUSY_FROM)) group.commit();
		turns.end();
	}

	#join(): Promise<void> {
		const committed = this.#of.group.join();
		this.end();
		return committed;
	}

	#onceUnlocked<T>(attempt: () => Promise<T>): Promise<T> {
		const { turns, isWithin } = this.#of;
		return onceUnlocked(attempt, {
			mayRepeat: () => !isWithin(),
			stepAside: async (wait) => {
				this.end();
				await wait();
				await turns.take();
				this.#hasTurn = true;
			},
		});
	}
}
