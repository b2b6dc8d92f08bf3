import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, inject, onTestFinished } from "vitest";
import type { Store } from "../src/store/queryable.ts";
import { openStore } from "../src/store/store.ts";

/** A database engine that Byname runs on, as tests use it. */
export interface Engine {
	name: "SQLite" | "PostgreSQL";
	/** The URL of an empty database that disappears with the test. */
	databaseUrl(): Promise<string>;
	/** The same, with Byname's tables in it already where that is faster. */
	preparedUrl(): Promise<string>;
}

export const sqlite: Engine = {
	name: "SQLite",
	databaseUrl: async () => temporaryFile(),
	preparedUrl: async () => temporaryFile(),
};
export const postgres: Engine = {
	name: "PostgreSQL",
	databaseUrl: () => temporaryDatabase(),
	preparedUrl: () => temporaryDatabase(inject("migratedDatabase")),
};

/** Describes the same behaviour on both engines. */
export function describeOnBoth(title: string, tests: (engine: Engine) => void): void {
	for (const engine of [sqlite, postgres]) describe(`${title}, on ${engine.name}`, () => tests(engine));
}

/** Opens a store in a database of its own; it is closed with the test. */
export async function openTestStore(engine: Engine): Promise<Store> {
	let closing = false; // a connection that is closed while its database is dropped may hear of that
	const store = await openStore(await engine.preparedUrl(), (error) => {
		if (!closing) throw error;
	});
	onTestFinished(() => {
		closing = true;
		return store.destroy();
	});
	return store;
}

/** The URL of a database file that disappears with the test. */
export function temporaryFile(): string {
	const folder = mkdtempSync(join(tmpdir(), "byname-test-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return `sqlite:${join(folder, "byname.db")}`;
}

/** The URL of a PostgreSQL database that disappears with the test: an empty one, or a copy. */
export async function temporaryDatabase(copied = "template1"): Promise<string> {
	const name = `test_${randomBytes(6).toString("hex")}`;
	await administer(`CREATE DATABASE ${name} TEMPLATE ${copied}`);
	onTestFinished(() => administer(`DROP DATABASE ${name} WITH (FORCE)`));
	const url = new URL(inject("postgresUrl"));
	url.pathname = name;
	return url.href;
}

async function administer(sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: inject("postgresUrl") });
	await client.connect();
	await client.query(sql).finally(() => client.end());
}
