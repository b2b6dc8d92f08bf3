import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { readReport } from "../../../src/after/report.ts";
import { openStore } from "../../../src/store/store.ts";
import type { Reported } from "./report-ranges.ts";

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
	/** Of whom is stored that a host has said hello to them: in which session, by whose id. */
	hellos(): Promise<StoredHello[]>;
	/** What the report of each session says at a time. */
	reports(now: number): Promise<StoredReport[]>;
	remove(): Promise<void>;
}

/** The report of a session. */
export interface StoredReport {
	session: string;
	roomId: string;
	openedAt: number;
	numbers: Reported;
}

/** A hello as it is stored: in place of Byname's own, or beside it. */
export interface StoredHello {
	session: string;
	userId: string;
	hello: "said" | "too";
}

/** Where waves get an empty database each. */
export interface DatabaseSupply {
	name: string;
	database(): Promise<Database>;
}

const MESSAGES = "SELECT nonce, frozen_at FROM message";
const HELLOS = `SELECT session_id AS session, user_id AS "userId", hello FROM attendance WHERE hello IN ('said', 'too')`;

/** Reads from a database beside the bot. */
type Read = (query: string) => Promise<Record<string, unknown>[]>;

function whatIsStored(read: Read): Pick<Database, "composedAt" | "hellos"> {
	return {
		composedAt: async () => composedIn(await read(MESSAGES)),
		hellos: async () => (await read(HELLOS)) as unknown as StoredHello[],
	};
}

function composedIn(rows: readonly Record<string, unknown>[]): ReadonlyMap<string, number> {
	return new Map(rows.map(({ nonce, frozen_at }) => [String(nonce), Number(frozen_at)]));
}

/** Of whom it is not stored whether they came late, a report says so by this. */
const LATE_AFTER_MINUTES = 5;

async function reportsIn(url: string, now: number): Promise<StoredReport[]> {
	const store = await openStore(
		url,
		(error) => {
			throw error;
		},
		{ asItIs: true },
	);
	try {
		const reports: StoredReport[] = [];
		for (const session of await store.selectFrom("session").selectAll().execute()) {
			const { numbers } = await readReport(store, session, { now, lateAfterMinutes: LATE_AFTER_MINUTES });
			reports.push({ session: session.id, roomId: session.room_id, openedAt: session.opened_at, numbers });
		}
		return reports;
	} finally {
		await store.destroy();
	}
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
			reports: (now) => reportsIn(`sqlite:${file}`, now),
			...whatIsStored(async (query) => {
				const reader = new DatabaseSync(file, { readOnly: true, timeout: LOCKING_MS });
				try {
					return reader.prepare(query).all();
				} finally {
					reader.close();
				}
			}),
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
				reports: (now) => reportsIn(own.href, now),
				...whatIsStored(async (query) => {
					const reader = new pg.Client({ connectionString: own.href });
					await reader.connect();
					try {
						return (await reader.query(query)).rows;
					} finally {
						await reader.end();
					}
				}),
				async remove() {
					await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
					await admin.end();
				},
			};
		},
	};
}
