import { CompiledQuery, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { isConflict, isForGood } from "../../src/store/failures.ts";
import type { Store } from "../../src/store/queryable.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore, postgres, sqlite, temporaryDatabase, temporaryFile } from "../engines.ts";

/** What a statement fails with. */
async function errorOf(failing: Promise<unknown>): Promise<unknown> {
	const nothing = new Error("nothing failed");
	const error = await failing.then(
		() => nothing,
		(error: unknown) => error,
	);
	if (error === nothing) throw error;
	return error;
}

/** What storing a value fails with, in a table that takes short words. */
async function errorOfStoring(store: Store, ...values: unknown[]): Promise<unknown> {
	await sql`CREATE TABLE word (id text NOT NULL PRIMARY KEY, size bigint CHECK (size < 10))`.execute(store);
	const rows = values.map((value) => sql`INSERT INTO word VALUES ('word', ${value})`);
	return errorOf(
		rows.reduce<Promise<unknown>>((before, row) => before.then(() => row.execute(store)), Promise.resolve()),
	);
}

describeOnBoth("a value that the database will never take", (engine) => {
	it("is for good: one that is missing", async () => {
		const store = await openTestStore(engine);
		await sql`CREATE TABLE word (id text NOT NULL)`.execute(store);
		expect(isForGood(await errorOf(sql`INSERT INTO word VALUES (${null})`.execute(store)))).toBe(true);
	});

	it("is for good: one against a condition", async () => {
		expect(isForGood(await errorOfStoring(await openTestStore(engine), 10))).toBe(true);
	});

	it("is for good: one that is too big", async () => {
		expect(isForGood(await errorOfStoring(await openTestStore(engine), 2n ** 70n))).toBe(true);
	});
});

describeOnBoth("a key that exists already", (engine) => {
	it("is a conflict, and not for good: whoever looks again finds it", async () => {
		const error = await errorOfStoring(await openTestStore(engine), 1, 2);
		expect([isConflict(error), isForGood(error)]).toEqual([true, false]);
	});
});

describeOnBoth("a store that is closed", (engine) => {
	it("is no conflict, and not for good", async () => {
		const store = await openStore(await engine.databaseUrl(), () => undefined);
		await store.destroy();
		const error = await errorOf(sql`SELECT 1`.execute(store));
		expect([isConflict(error), isForGood(error)]).toEqual([false, false]);
	});
});

describe("SQLite", () => {
	const open = () => openTestStore(sqlite);

	it.each([
		["a word for a number that is a key", "CREATE TABLE t (a INTEGER PRIMARY KEY)", "INSERT INTO t VALUES ('word')"],
		["a word for a number in a strict table", "CREATE TABLE t (a INTEGER) STRICT", "INSERT INTO t VALUES ('word')"],
		["more than fits into a row", "CREATE TABLE t (a)", "INSERT INTO t VALUES (zeroblob(2000000000))"],
	])("refuses for good %s", async (_title, table, insertion) => {
		const store = await open();
		await sql.raw(table).execute(store);
		expect(isForGood(await errorOf(sql.raw(insertion).execute(store)))).toBe(true);
	});

	it("refuses for good a parameter too many", async () => {
		const store = await open();
		expect(isForGood(await errorOf(store.executeQuery(CompiledQuery.raw("SELECT 1", ["one"]))))).toBe(true);
	});

	it("is not refused for good by a trigger, a full disk or a lock", async () => {
		const url = temporaryFile();
		const [store, other] = [await openStore(url, () => undefined), await openStore(url, () => undefined)];
		onTestFinished(() => Promise.all([store.destroy(), other.destroy()]).then(() => undefined));
		await sql`CREATE TABLE t (a)`.execute(store);
		await sql`CREATE TRIGGER stop BEFORE INSERT ON t WHEN new.a = 1 BEGIN SELECT RAISE(ABORT, 'stop'); END`.execute(
			store,
		);
		const stopped = await errorOf(sql`INSERT INTO t VALUES (1)`.execute(store));
		await sql`PRAGMA max_page_count = 1`.execute(store); // SQLite takes it as: not a page more than there is
		const full = await errorOf(sql`INSERT INTO t VALUES (zeroblob(100000))`.execute(store));
		const locked = await other.transaction().execute(() => errorOf(sql`INSERT INTO t VALUES (2)`.execute(store)));
		expect([stopped, full, locked].map((error) => (error as { errcode?: number }).errcode)).toEqual([1811, 13, 5]);
		expect([stopped, full, locked].filter(isForGood)).toEqual([]);
	});
});

describe("PostgreSQL", () => {
	const open = () => openTestStore(postgres);

	it.each([
		["a word for a number", "word"],
		["a character that text cannot hold", "\u0000"],
	])("refuses for good %s", async (_title, value) => {
		expect(isForGood(await errorOfStoring(await open(), value))).toBe(true);
	});

	it("is not refused for good by a trigger, a lock or a connection that is cut", async () => {
		const store = await openStore(await temporaryDatabase(), () => undefined);
		onTestFinished(() => store.destroy());
		await sql`CREATE TABLE t (a int)`.execute(store);
		await sql`CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''stop''; END'`.execute(store);
		await sql`CREATE TRIGGER stop BEFORE INSERT ON t EXECUTE FUNCTION stop()`.execute(store);
		const stopped = await errorOf(sql`INSERT INTO t VALUES (1)`.execute(store));
		const locked = await store.transaction().execute(async (db) => {
			await sql`LOCK TABLE t`.execute(db);
			return errorOf(
				store.transaction().execute(async (other) => {
					await sql`SET lock_timeout = 1`.execute(other);
					await sql`LOCK TABLE t`.execute(other);
				}),
			);
		});
		const cut = await errorOf(sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(store));
		expect([stopped, locked, cut].map((error) => (error as { code?: string }).code)).toEqual([
			"P0001",
			"55P03",
			"57P01",
		]);
		expect([stopped, locked, cut].filter(isForGood)).toEqual([]);
	});
});

describe("a mistake of our own code", () => {
	it("is for good", () => {
		expect([new TypeError(), new RangeError(), new ReferenceError()].every(isForGood)).toBe(true);
	});

	it("is told apart from what may be over later: any other error, a lost connection", async () => {
		const lost = await errorOf(fetch("http://127.0.0.1:1"));
		expect(lost).toBeInstanceOf(TypeError);
		expect([lost, new Error("disk full"), "disk full", null, undefined].filter(isForGood)).toEqual([]);
	});
});
