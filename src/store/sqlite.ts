import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type DatabaseConnection, type Dialect, type Driver, SqliteAdapter, SqliteDialect, sql } from "kysely";
import { GroupCommit } from "./group-commit.ts";
import { Lease } from "./lease.ts";
import { onceUnlocked } from "./lock.ts";
import type { Queryable } from "./queryable.ts";
import { preparing } from "./sqlite-statements.ts";
import { TurnQueue } from "./turn-queue.ts";

/**
 * A dialect over Node's own SQLite. `path` is a file, made if need be and readable by its owner alone, or `:memory:`.
 *
 * Write-ahead logging with `synchronous=FULL`: what is committed is on the disk before a post leaves, so that not even
 * a power cut greets anybody twice.
 */
export async function sqliteDialect(path: string): Promise<Dialect> {
	if (path !== ":memory:") makePrivateFile(resolve(path));
	const database = new DatabaseSync(path, { timeout: 0 }); // to wait inside SQLite would hold up the whole process
	try {
		await onceUnlocked(() => {
			database.exec("PRAGMA journal_mode = WAL");
			database.exec("PRAGMA synchronous = FULL");
			database.exec("PRAGMA foreign_keys = ON");
			database.exec("PRAGMA secure_delete = ON"); // an erased name is gone from the file as well
		});
	} catch (error) {
		database.close();
		throw error;
	}
	return new SharedDialect(database);
}

/** Moves what is in SQLite's log of recent changes into the file and empties it; false while another process needs it. */
export async function emptyLog(db: Queryable): Promise<boolean> {
	const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
	return rows[0]?.busy === 0;
}

/** Whether the database is a file that this process writes itself. */
export function isSqlite(db: Queryable): boolean {
	return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** One connection that all share in turn. */
class SharedDialect extends SqliteDialect {
	readonly #database: DatabaseSync;
	readonly #prepare: ReturnType<typeof preparing>;

	constructor(database: DatabaseSync) {
		const prepare = preparing(database);
		super({ database: { close: () => database.close(), prepare } });
		this.#database = database;
		this.#prepare = prepare;
	}

	override createAdapter(): SqliteAdapter {
		return new SharedAdapter();
	}

	override createDriver(): Driver {
		const driver = super.createDriver();
		const database = this.#database;
		const turns = new TurnQueue();
		const group = new GroupCommit(this.#prepare);
		const acquire = driver.acquireConnection.bind(driver);
		driver.acquireConnection = async (options) => {
			await turns.take();
			return new Lease({ connection: await acquire(options), turns, group, isWithin: () => database.isTransaction });
		};
		driver.beginTransaction = (connection) => leased(connection).begin();
		driver.commitTransaction = (connection) => leased(connection).commit();
		driver.rollbackTransaction = (connection) => leased(connection).rollback();
		driver.releaseConnection = async (connection) => leased(connection).end();
		return driver;
	}
}

function leased(connection: DatabaseConnection): Lease {
	if (connection instanceof Lease) return connection;
	throw new TypeError("This is no connection of this dialect.");
}

/** Kysely would keep the turns itself otherwise, and let nobody step aside. */
class SharedAdapter extends SqliteAdapter {
	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

function makePrivateFile(file: string): void {
	makeFolder(dirname(file));
	closeSync(openSync(file, "a", 0o600));
}

/**
 * Makes a folder and those above it. Node's own `recursive` never ends below a folder that takes no other, such as /proc:
 * it makes the one above, hears that it exists, and begins again (Node 26.10 on Linux).
 */
function makeFolder(folder: string): void {
	if (existsSync(folder) || folder === dirname(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		if (!existsSync(folder)) throw error; // else another process has made it meanwhile
	}
}
