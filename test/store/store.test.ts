import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, missingFile, openTestStore, temporaryDatabase, temporaryFile } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { sessionRow } from "./rows.ts";

const unexpected = (error: Error) => {
	throw error;
};

describeOnBoth("opening a store", (engine) => {
	it("makes the tables, and finds them and what is in them the next time", async () => {
		const url = await engine.emptyUrl();
		const first = await openStore(url, unexpected);
		await first
			.insertInto("session")
			.values({ ...SESSION, title: "Kept" })
			.execute();
		await first.destroy();
		const second = await openStore(url, unexpected);
		const rows = await second.selectFrom("session").select("title").execute();
		await second.destroy();
		expect(rows).toEqual([{ title: "Kept" }]);
	});

	it("refuses a database that a newer Byname has changed, and leaves it alone", async () => {
		const url = await engine.databaseUrl();
		const store = await openStore(url, unexpected);
		await store
			.insertInto("kysely_migration" as never)
			.values({ name: "9999-from-the-future", timestamp: new Date(0).toISOString() } as never)
			.execute();
		await store.destroy();
		await expect(openStore(url, unexpected)).rejects.toThrow(/newer Byname \(it has 9999-from-the-future\)/);
	});

	it("gives times back as the numbers they were", async () => {
		const store = await openTestStore(engine);
		await store.insertInto("session").values(SESSION).execute();
		const row = await store.selectFrom("session").selectAll().executeTakeFirstOrThrow();
		expect(row).toEqual(SESSION);
	});

	it("lets one session at most be open in a room", async () => {
		const store = await openTestStore(engine);
		await store.insertInto("session").values(SESSION).execute();
		const second = store
			.insertInto("session")
			.values({ ...SESSION, id: "other" })
			.execute();
		await expect(second).rejects.toThrow(/unique/i);
	});
});

describe("a SQLite store that hundreds wait for", () => {
	it("lets everything else have its turn now and then", async () => {
		const store = await openStore("sqlite::memory:", unexpected);
		onTestFinished(() => store.destroy());
		let turns = 0;
		const count = () => {
			turns++;
			next = setImmediate(count);
		};
		let next = setImmediate(count);
		await Promise.all(Array.from({ length: 400 }, () => store.selectFrom("session").select("id").execute()));
		clearImmediate(next);
		expect(turns).toBeGreaterThan(20);
	});
});

describe("a SQLite store on a full disk", () => {
	it("says that the disk is full, and goes on once there is room", async () => {
		const store = await openStore(temporaryFile(), unexpected);
		onTestFinished(() => store.destroy());
		const fill = () =>
			store.transaction().execute(async (db) => {
				for (let n = 0; n < 100; n++)
					await db
						.insertInto("session")
						.values({ ...SESSION, id: `${n}`, room_id: `${n}` })
						.execute();
			});
		await sql`PRAGMA max_page_count = 1`.execute(store); // SQLite takes it as: not a page more than there is
		await expect(fill()).rejects.toThrow("database or disk is full");
		await sql`PRAGMA max_page_count = 1000000`.execute(store);
		await fill();
	});
});

describe("opening a SQLite store", () => {
	it("makes a file that its owner alone may read", async () => {
		const url = missingFile();
		const store = await openStore(url, unexpected);
		await store.destroy();
		expect(statSync(url.replace("sqlite:", "")).mode & 0o077).toBe(0);
	});

	it("has every commit on the disk before it goes on", async () => {
		const url = temporaryFile();
		const store = await openStore(url, unexpected);
		const other = new DatabaseSync(url.replace("sqlite:", ""));
		expect(other.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
		other.close();
		const { rows } = await store.executeQuery<{ synchronous: number }>({
			...store.selectFrom("session").selectAll().compile(),
			sql: "PRAGMA synchronous",
			parameters: [],
		});
		await store.destroy();
		expect(rows).toEqual([{ synchronous: 2 }]); // FULL
	});
});

describe("a PostgreSQL connection that breaks in the middle of a transaction", () => {
	it("fails that transaction and is reported; nothing of it is stored, and the next one has another connection", async () => {
		const url = await temporaryDatabase();
		const broken: Error[] = [];
		const store = await openStore(url, (error) => broken.push(error));
		onTestFinished(() => store.destroy());
		const other = new pg.Client({ connectionString: url });
		await other.connect();
		onTestFinished(() => other.end());
		const storing = store.transaction().execute(async (db) => {
			const pid = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
			await insertSession(db, { ...SESSION, id: "lost" });
			await other.query("SELECT pg_terminate_backend($1)", [pid.rows[0]?.pid]);
			await until(() => broken.length > 0);
			await insertSession(db, { ...SESSION, id: "lost too", room_id: "3" });
		});
		await expect(storing).rejects.toThrow();
		await insertSession(store, SESSION);
		expect(await store.selectFrom("session").select("id").execute()).toEqual([{ id: SESSION.id }]);
	});
});

describe("a PostgreSQL store that is closed while PostgreSQL ends its connections", () => {
	it("reports no more of them, as one does that is open", async () => {
		const url = await temporaryDatabase();
		const broken: string[] = [];
		const open = await openStore(url, () => broken.push("open"));
		const closed = await openStore(url, () => broken.push("closed"));
		onTestFinished(() => open.destroy());
		endConnectionsTo(url);
		await closed.destroy();
		await until(() => broken.length > 0);
		expect(broken).not.toContain("closed");
	});
});

/** Ends all connections to a database while this process stands still: it hears of that only when it goes on. */
function endConnectionsTo(url: string): void {
	const script = `
		const client = new (require("pg").Client)(process.argv[1]);
		client.connect();
		const others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
		client.query("SELECT pg_terminate_backend(pid, 10000) " + others).finally(() => client.end());`;
	execFileSync(process.execPath, ["-e", script, url]);
}

const SESSION = {
	...sessionRow({ id: "a", server_id: "1", room_id: "2", event_id: "3" }),
	occurrence_at: 1_790_000_000_123,
	starts_at: 1_790_000_000_123,
	opened_at: 1_790_000_000_456,
};
