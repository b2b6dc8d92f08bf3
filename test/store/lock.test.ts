import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { sessionRow } from "./rows.ts";

const unexpected = (error: Error) => {
	throw error;
};

/** SQLite's own waiting would hold everything up for seconds; a busy machine does for far less than this. */
const HELD_UP_MS = 2_000;

/** A store, and another connection to its file, which can lock it. */
async function storeAndOther(): Promise<{ url: string; store: Store; other: DatabaseSync }> {
	const url = temporaryFile();
	const store = await openStore(url, unexpected);
	const other = new DatabaseSync(url.replace("sqlite:", ""));
	onTestFinished(async () => {
		if (other.isOpen) other.close();
		await store.destroy();
	});
	return { url, store, other };
}

/** Lets the event loop turn so many times, and returns how long the slowest turn took (ms). */
async function slowestOf(turns: number): Promise<number> {
	let slowest = 0;
	for (let turn = 0; turn < turns; turn++) {
		const begun = performance.now();
		await new Promise((resolve) => setTimeout(resolve, 1));
		slowest = Math.max(slowest, performance.now() - begun);
	}
	return slowest;
}

describe("a SQLite file that another process keeps locked", () => {
	it("holds up nothing else in this process, and takes what waits once it is let go", async () => {
		const { store, other } = await storeAndOther();
		other.exec("BEGIN IMMEDIATE");
		const writes = Array.from({ length: 20 }, (_, n) => insertSession(store, sessionRow({ room_id: `${n}` })));
		const transaction = store.transaction().execute((db) => insertSession(db, sessionRow({ room_id: "t" })));
		expect(await slowestOf(200)).toBeLessThan(HELD_UP_MS);
		other.exec("ROLLBACK");
		expect(await Promise.all([...writes, transaction])).toEqual(Array(21).fill(true));
	});

	it("is read meanwhile by those who only read", async () => {
		const { store, other } = await storeAndOther();
		other.exec("BEGIN IMMEDIATE");
		let written = false;
		const write = insertSession(store, sessionRow({})).then(() => (written = true));
		expect(await store.selectFrom("session").select("id").execute()).toEqual([]);
		expect(written).toBe(false);
		other.exec("ROLLBACK");
		await write;
	});

	it("is opened once it is let go", async () => {
		const { url, store, other } = await storeAndOther();
		await store.destroy();
		other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
		const opening = openStore(url, unexpected);
		await slowestOf(20);
		other.close();
		const opened = await opening;
		expect(await opened.selectFrom("session").select("id").execute()).toEqual([]);
		await opened.destroy();
	});

	it("is waited for no longer than five seconds", async () => {
		const { store, other } = await storeAndOther();
		other.exec("BEGIN IMMEDIATE");
		const begun = performance.now();
		await expect(insertSession(store, sessionRow({}))).rejects.toThrow("database is locked");
		expect(performance.now() - begun).toBeGreaterThan(4_000);
		expect(performance.now() - begun).toBeLessThan(15_000);
		other.exec("ROLLBACK");
	});

	it("is no reason to repeat what has begun already", async () => {
		const { store } = await storeAndOther();
		let tries = 0;
		const busy = Object.assign(new Error("database is locked"), { errcode: 5 });
		const begun = store.transaction().execute(async (db) => {
			tries++;
			await sql`SELECT 1`.execute(db);
			throw busy;
		});
		await expect(begun).rejects.toBe(busy);
		expect(tries).toBe(1);
	});
});
