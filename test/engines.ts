import { randomBytes } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, inject, onTestFinished } from "vitest";
import type { Store } from "../src/store/queryable.ts";
import { openStore } from "../src/store/store.ts";
import { scratchFolder } from "./scratch.ts";

/** A database engine that Byname runs on, as tests use it. */
export interface Engine {
	name: "SQLite" | "PostgreSQL";
	/** The URL of a database that has Byname's tables, empty ones, and disappears with the test. */
	databaseUrl(): Promise<string>;
	/** The URL of one that has no tables, for tests of what makes them: that takes far longer than anything else. */
	emptyUrl(): Promise<string>;
}

export const sqlite: Engine = {
	name: "SQLite",
	databaseUrl: async () => temporaryFile(),
	emptyUrl: async () => missingFile(),
};
export const postgres: Engine = {
	name: "PostgreSQL",
	databaseUrl: () => temporaryDatabase(),
	emptyUrl: () => emptyDatabase(),
};

/** Describes the same behaviour on both engines. */
export function describeOnBoth(title: string, tests: (engine: Engine) => void): void {
	for (const engine of [sqlite, postgres]) describe(`${title}, on ${engine.name}`, () => tests(engine));
}

/** Opens a store in a database of its own; it is closed with the test. */
export async function openTestStore(engine: Engine): Promise<Store> {
	const store = await openStore(await engine.databaseUrl(), (error) => {
		throw error;
	});
	onTestFinished(() => store.destroy());
	return store;
}

/** The URL of a database file that has Byname's tables and disappears with the test. */
export function temporaryFile(): string {
	const url = missingFile();
	copyFileSync(inject("migratedFile"), url.slice("sqlite:".length));
	return url;
}

/** The URL of a database file that is not there yet, in a folder that is, and disappears with the test. */
export function missingFile(): string {
	const folder = scratchFolder("byname-test-");
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return `sqlite:${join(folder, "byname.db")}`;
}

/** The URL of a PostgreSQL database that has Byname's tables and disappears with the test. */
export const temporaryDatabase = (): Promise<string> => copyOf(inject("migratedDatabase"));

/** The URL of a PostgreSQL database without tables that disappears with the test. */
export const emptyDatabase = (): Promise<string> => copyOf("template1");

async function copyOf(database: string): Promise<string> {
	const name = `test_${randomBytes(6).toString("hex")}`;
	await administer(`CREATE DATABASE ${name} TEMPLATE ${database} STRATEGY FILE_COPY`); // a fifth of the default's work
	onTestFinished(() => administer(`DROP DATABASE ${name} WITH (FORCE)`));
	const url = new URL(inject("postgresUrl"));
	url.pathname = name;
	return url.href;
}

/** The connection over which this process makes and drops databases: a new one each time would take longer than that. */
let administration: Promise<pg.Client> | undefined;

async function administer(sql: string): Promise<void> {
	administration ??= connect();
	await (await administration).query(sql);
}

async function connect(): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: inject("postgresUrl") });
	client.on("error", () => {
		administration = undefined; // PostgreSQL has ended, with the run
	});
	await client.connect();
	return client;
}
