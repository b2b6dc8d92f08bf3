import type { TestProject } from "vitest/node";
import { openStore } from "../src/store/store.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** The PostgreSQL that all test files share; each test makes a database of its own in it. */
		postgresUrl: string;
		/** The name of a database in it that has Byname's tables, to be copied. */
		migratedDatabase: string;
	}
}

/** Starts one PostgreSQL for the whole run and stops it at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await startPostgres({ durable: false });
	project.provide("postgresUrl", postgres.url("postgres"));
	const migrated = await postgres.createDatabase();
	await (await openStore(migrated, () => undefined)).destroy();
	project.provide("migratedDatabase", new URL(migrated).pathname.slice(1));
	return () => postgres.stop();
}
