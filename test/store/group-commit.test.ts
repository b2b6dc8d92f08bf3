import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Store } from "../../src/store/queryable.ts";
import { openStore } from "../../src/store/store.ts";

/** A store on a file, and how many transactions SQLite has committed in it. */
async function busyStore() {
	const folder = mkdtempSync(join(tmpdir(), "byname-group-"));
	const file = join(folder, "byname.db");
	const store = await openStore(`sqlite:${file}`, () => undefined);
	onTestFinished(async () => {
		await store.destroy();
		rmSync(folder, { recursive: true, force: true });
	});
	return { store, file };
}

/** Counts the servers that another process would find. */
function onDisk(file: string): string[] {
	const other = new DatabaseSync(file, { readOnly: true });
	try {
		return other
			.prepare("select id from server order by id")
			.all()
			.map(({ id }) => String(id));
	} finally {
		other.close();
	}
}

const add = (store: Store, id: string) =>
	store.transaction().execute(async (db) => {
		await db.insertInto("server").values({ id, post_to: null, retention_days: null, welcomed_at: null }).execute();
	});

describe("a file that many write to at once", () => {
	it("has what each has written on the disk when they hear of it", async () => {
		const { store, file } = await busyStore();
		const seen = await Promise.all(
			Array.from({ length: 100 }, async (_, index) => {
				const id = `${index + 1000}`;
				await add(store, id);
				return onDisk(file).includes(id);
			}),
		);
		expect(seen).toEqual(Array(100).fill(true));
		expect(onDisk(file)).toHaveLength(100);
	});

	it("shows a reader nothing that could still be lost", async () => {
		const { store, file } = await busyStore();
		const writes = Array.from({ length: 20 }, (_, index) => add(store, `${index + 1000}`));
		const reads = Array.from({ length: 20 }, async () => {
			const rows = await store.selectFrom("server").select("id").execute();
			const there = onDisk(file);
			return rows.every(({ id }) => there.includes(id));
		});
		expect(await Promise.all(reads)).toEqual(Array(20).fill(true));
		await Promise.all(writes);
	});

	it("keeps what others wrote when one fails", async () => {
		const { store, file } = await busyStore();
		const all = await Promise.allSettled(
			Array.from({ length: 30 }, (_, index) =>
				store.transaction().execute(async (db) => {
					await sql`insert into server (id) values (${`${index + 1000}`})`.execute(db);
					if (index % 3 === 1) throw new Error("thought better of it");
					if (index % 3 === 2) await sql`insert into server (id) values (${`${index + 1000}`})`.execute(db); // is there
				}),
			),
		);
		const written = all.flatMap(({ status }, index) => (status === "fulfilled" ? [`${index + 1000}`] : []));
		expect(written).toHaveLength(10);
		expect(onDisk(file)).toEqual(written);
		await add(store, "2000");
		expect(onDisk(file)).toContain("2000");
	});

	it("has nothing of what cannot be committed, and whoever wrote it hears so", async () => {
		const { store, file } = await busyStore();
		const sample = new DatabaseSync(":memory:").prepare("select 1");
		const run = Object.getPrototypeOf(sample).run;
		let isFull = true;
		const spy = vi.spyOn(Object.getPrototypeOf(sample), "run").mockImplementation(function (this: unknown, ...values) {
			const statement = this as { sourceSQL: string };
			if (isFull && statement.sourceSQL === "commit") throw new Error("database or disk is full");
			return run.apply(this, values);
		});
		onTestFinished(() => spy.mockRestore());
		const all = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => add(store, `${index + 1000}`)));
		expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["rejected"]));
		expect(onDisk(file)).toEqual([]);
		isFull = false;
		await add(store, "2000");
		expect(onDisk(file)).toEqual(["2000"]);
	});

	it("tells whoever goes on although their transaction has ended by itself that nothing of it is stored", async () => {
		const { store, file } = await busyStore();
		const [ended, ...others] = await Promise.allSettled(
			Array.from({ length: 12 }, (_, index) =>
				store.transaction().execute(async (db) => {
					await sql`insert into server (id) values (${`${index + 1000}`})`.execute(db);
					if (index === 0) await sql`rollback`.execute(db); // as a full disk does
				}),
			),
		);
		expect(ended?.status).toBe("rejected");
		expect(others.every(({ status }) => status === "fulfilled")).toBe(true);
		expect(onDisk(file)).toHaveLength(11);
	});

	it("waits for the disk far less often than there is something to write", async () => {
		const { store } = await busyStore();
		const commits: string[] = [];
		const prototype = Object.getPrototypeOf(new DatabaseSync(":memory:").prepare("select 1"));
		const run = prototype.run;
		const spy = vi.spyOn(prototype, "run").mockImplementation(function (this: unknown, ...values) {
			const { sourceSQL } = this as { sourceSQL: string };
			if (sourceSQL === "commit") commits.push(sourceSQL);
			return run.apply(this, values);
		});
		onTestFinished(() => spy.mockRestore());
		await Promise.all(Array.from({ length: 64 }, (_, index) => add(store, `${index + 1000}`)));
		expect(commits.length).toBeLessThan(16);
		await add(store, "2000");
		await add(store, "2001");
		expect(commits.length).toBeGreaterThan(2);
	});
});
