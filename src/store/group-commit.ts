import type { preparing } from "./sqlite-statements.ts";

/** So many are committed together at most: the first of them waits for the last. */
const MOST_TOGETHER = 16;

/**
 * What several have done in one transaction of SQLite's, one after another, so that the disk is waited for once. Whoever
 * has joined hears that their part is done when it is on the disk, and that it has failed when that fails: then nothing of
 * it has happened. Each part can be taken back by itself until it joins.
 */
export class GroupCommit {
	readonly #prepare: ReturnType<typeof preparing>;
	#members: PromiseWithResolvers<void>[] = [];

	constructor(prepare: ReturnType<typeof preparing>) {
		this.#prepare = prepare;
	}

	/** Whether parts wait to be committed. */
	get isOpen(): boolean {
		return this.#members.length > 0;
	}

	get isFull(): boolean {
		return this.#members.length >= MOST_TOGETHER;
	}

	/** Begins a part. */
	begin(): void {
		this.#run(this.isOpen ? "savepoint part" : "begin");
	}

	/** Adds what was done since `begin`, or by one statement; resolves when it is on the disk. */
	join(): Promise<void> {
		const member = Promise.withResolvers<void>();
		this.#members.push(member);
		return member.promise;
	}

	/** Ends a part that joins those before it. */
	release(): void {
		this.#run("release part");
	}

	/** Takes the part back that was begun last. */
	takeBack(): void {
		if (this.isOpen) {
			this.#run("rollback to part");
			this.release();
		} else this.#run("rollback");
	}

	/** Commits all that has joined, or a part by itself. Throws only when it was by itself. */
	commit(): void {
		if (!this.isOpen) return void this.#run("commit");
		try {
			this.#run("commit");
		} catch (error) {
			this.lose(error);
			return;
		}
		for (const { resolve } of this.#end()) resolve();
	}

	/** Nothing that has joined is going to be committed, and why. */
	lose(error: unknown): void {
		const members = this.#end();
		try {
			this.#run("rollback");
		} finally {
			for (const { reject } of members) reject(error);
		}
	}

	#end(): PromiseWithResolvers<void>[] {
		const members = this.#members;
		this.#members = [];
		return members;
	}

	#run(sql: string): void {
		this.#prepare(sql).run([]);
	}
}
