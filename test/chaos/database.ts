import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as realTime } from "node:timers/promises";
import pg from "pg";

const SQLITE_MS = 15;
/** Between the statements of a transaction the bot thinks for less than this. */
const STILL_MS = 12;
const LONGEST_QUIET_MS = 2_000;

/** The database of one wave. */
export interface Database {
	url: string;
	/** Ends every connection to it, as a restart of the database server would; nothing where there is none. */
	breakConnections(): Promise<void>;
	/** Resolves when nobody has asked it anything for a moment: what was noticed is stored. */
	quiet(): Promise<void>;
	remove(): Promise<void>;
}

/** Where waves get an empty database each. */
export interface Engine {
	name: string;
	database(): Promise<Database>;
}

/** A file in a folder of its own. */
export const sqlite: Engine = {
	name: "SQLite",
	async database() {
		const folder = mkdtempSync(join(tmpdir(), "byname-chaos-"));
		return {
			url: `sqlite:${join(folder, "byname.db")}`,
			breakConnections: () => Promise.resolve(),
			quiet: () => realTime(SQLITE_MS), // it stores while the bot waits, so nothing is under way for long
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	},
};

/** Databases of a PostgreSQL; `url` is that of one it has. */
export function postgresAt(url: string): Engine {
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
			const busy = `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'
				AND (state <> 'idle' OR clock_timestamp() - state_change < interval '${STILL_MS} ms')`;
			return {
				url: own.href,
				async breakConnections() {
					await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
				},
				async quiet() {
					await realTime(STILL_MS);
					const patience = performance.now() + LONGEST_QUIET_MS;
					while (performance.now() < patience && (await admin.query(busy, [name])).rows.length > 0) await realTime(5);
				},
				async remove() {
					await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
					await admin.end();
				},
			};
		},
	};
}
