import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

/** The database of one wave. */
export interface Database {
	url: string;
	/** Ends every connection to it, as a restart of the database server would; nothing where there is none. */
	breakConnections(): Promise<void>;
	/** Has another program lock it, so that nobody else writes; does nothing where programs do not do so. */
	lock(): void;
	unlock(): void;
	/** When the bot has composed its messages, by its own clock, by their nonces; those it knows no more are left out. */
	composedAt(): Promise<ReadonlyMap<string, number>>;
	remove(): Promise<void>;
}

/** Where waves get an empty database each. */
export interface DatabaseSupply {
	name: string;
	database(): Promise<Database>;
}

const MESSAGES = "SELECT nonce, frozen_at FROM message";

function composedIn(rows: readonly Record<string, unknown>[]): ReadonlyMap<string, number> {
	return new Map(rows.map(({ nonce, frozen_at }) => [String(nonce), Number(frozen_at)]));
}

/** The bot's own transactions are over sooner. */
const LOCKING_MS = 5_000;

/** A file in a folder of its own. */
export const sqlite: DatabaseSupply = {
	name: "SQLite",
	async database() {
		const folder = mkdtempSync(join(tmpdir(), "byname-chaos-"));
		const file = join(folder, "byname.db");
		let other: DatabaseSync | null = null;
		function unlock(): void {
			other?.close();
			other = null;
		}
		return {
			url: `sqlite:${file}`,
			breakConnections: () => Promise.resolve(),
			lock() {
				other ??= new DatabaseSync(file, { timeout: LOCKING_MS });
				other.exec("BEGIN IMMEDIATE");
			},
			unlock,
			async composedAt() {
				const reader = new DatabaseSync(file, { readOnly: true, timeout: LOCKING_MS });
				try {
					return composedIn(reader.prepare(MESSAGES).all());
				} finally {
					reader.close();
				}
			},
			async remove() {
				unlock();
				rmSync(folder, { recursive: true, force: true });
			},
		};
	},
};

/** Databases of a PostgreSQL; `url` is that of one it has. */
export function postgresAt(url: string): DatabaseSupply {
	let count = 0;
	return {
		name: "PostgreSQL",
		async database() {
			const name = `chaos_${process.pid}_${++count}`;
			const admin = new pg.Client({ connectionString: url });
			await admin.connect();
			await admin.query(`CREATE DATABASE ${name}`);
			const own = new URL(url);
			own.pathname = name;
			return {
				url: own.href,
				async breakConnections() {
					await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
				},
				lock: () => undefined,
				unlock: () => undefined,
				async composedAt() {
					const reader = new pg.Client({ connectionString: own.href });
					await reader.connect();
					try {
						return composedIn((await reader.query(MESSAGES)).rows);
					} finally {
						await reader.end();
					}
				},
				async remove() {
					await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
					await admin.end();
				},
			};
		},
	};
}
