import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openStore } from "../src/store/store.ts";
import { startPostgres } from "./postgres.ts";
import { scratchFolder } from "./scratch.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** The PostgreSQL that all test files share; each test makes a database of its own in it. */
		postgresUrl: string;
		/** The name of a database in it that has Byname's tables, to be copied. */
		migratedDatabase: string;
		/** The path of a SQLite file that has them, to be copied. */
		migratedFile: string;
	}
}

/**
 * Starts one PostgreSQL for the whole run and stops it at the end, and makes Byname's tables once on each engine: to make them
 * anew takes longer than most tests.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = scratchFolder("byname-migrated-");
	const migratedFile = join(folder, "byname.db");
	await makeTables(`sqlite:${migratedFile}`);
	project.provide("migratedFile", migratedFile);

	const postgres = await startPostgres({ durable: false });
	project.provide("postgresUrl", postgres.url("postgres"));
	const migrated = await postgres.createDatabase();
	await makeTables(migrated);
	project.provide("migratedDatabase", new URL(migrated).pathname.slice(1));

	return async () => {
		await postgres.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}

async function makeTables(url: string): Promise<void> {
	await (await openStore(url, () => undefined)).destroy();
}
