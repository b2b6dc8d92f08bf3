import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** The PostgreSQL that all test files share; each test makes a database of its own in it. */
		postgresUrl: string;
	}
}

/** Starts one PostgreSQL for the whole run and stops it at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await startPostgres();
	project.provide("postgresUrl", postgres.url("postgres"));
	return () => postgres.stop();
}
