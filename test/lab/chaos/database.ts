import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** The database of one wave. */
export interface Database {
	url: string;
	/** Ends every connection to it, as a restart of the database server would; nothing where there is none. */
	breakConnections(): Promise<void>;
	remove(): Promise<void>;
}

/** Where waves get an empty database each. */
export interface DatabaseSupply {
	name: string;
	database(): Promise<Database>;
}

/** A file in a folder of its own. */
export const sqlite: DatabaseSupply = {
	name: "SQLite",
	async database() {
		const folder = mkdtempSync(join(tmpdir(), "byname-chaos-"));
		return {
			url: `sqlite:${join(folder, "byname.db")}`,
			breakConnections: () => Promise.resolve(),
			remove: async () => rmSync(folder, { recursive: true, force: true }),
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
				async remove() {
					await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
					await admin.end();
				},
			};
		},
	};
}
