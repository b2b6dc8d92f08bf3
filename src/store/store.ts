import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { explain } from "./explain.ts";
import { migrations } from "./migrations/index.ts";
import { requireOwner } from "./owner.ts";
import type { Store } from "./queryable.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

interface OpenOptions {
	/** Whose it is to be. */
	botId?: string | null;
	/** How long a statement may take on PostgreSQL; a few seconds unless told otherwise. */
	statementMs?: number;
	/** Its tables must be there and up to date: none is made or changed, as a running Byname may use them. */
	asItIs?: boolean;
}

/**
 * Opens the database that `url` names (`sqlite:<file>`, `sqlite::memory:`, `postgres://…`) and brings its tables up to
 * date, unless it is to be used as it is. Throws `StoreError` when it cannot be opened, or belongs to another bot or to a newer Byname, which leaves it
 * unchanged.
 */
export async function openStore(
	url: string,
	onError: (error: Error) => void,
	{ botId = null, statementMs, asItIs = false }: OpenOptions = {},
): Promise<Store> {
	const where = describeUrl(url);
	let store: Store | undefined;
	try {
		store = new Kysely<Schema>({ dialect: await dialectOf(url, onError, statementMs) });
		if (await isOutdated(store, where, asItIs)) await migrateToLatest(store);
		if (botId !== null) await requireOwner(store, botId);
		return store;
	} catch (error) {
		await store?.destroy().catch(onError);
		if (error instanceof StoreError) throw error;
		throw new StoreError(`The database ${where} cannot be used: ${explain(error, engineOf(url))}`);
	}
}

/** The engine behind an address of a database. */
export function engineOf(url: string): "sqlite" | "postgres" {
	return url.startsWith("sqlite:") ? "sqlite" : "postgres";
}

async function dialectOf(url: string, onError: (error: Error) => void, statementMs?: number) {
	if (engineOf(url) === "sqlite") return sqliteDialect(url.slice("sqlite:".length));
	const { postgresDialect } = await import("./postgres.ts"); // its driver is loaded only where it is used
	return postgresDialect(url, onError, statementMs);
}

/** Whether tables are missing or old. Throws `StoreError` where they may not be brought up to date. */
async function isOutdated(store: Store, where: string, asItIs: boolean): Promise<boolean> {
	const done = await migrationsDone(store);
	const newer = done.filter((name) => !(name in migrations));
	if (newer.length > 0) {
		throw new StoreError(
			`The database ${where} belongs to a newer Byname (it has ${newer.join(", ")}). Start that version, or name another database in DATABASE_URL. Nothing was changed.`,
		);
	}
	const isOutdated = Object.keys(migrations).some((name) => !done.includes(name));
	if (!isOutdated || !asItIs) return isOutdated;
	throw new StoreError(
		done.length === 0
			? `The database ${where} has no tables of Byname's. Give DATABASE_URL the value that Byname has. Nothing was changed.`
			: `The database ${where} belongs to an older Byname, which may be running. Use the program of that version, or start this one first: it brings the tables up to date. Nothing was changed.`,
	);
}

/** The names of the migrations that a database has had. */
async function migrationsDone(store: Store): Promise<string[]> {
	const tables = await store.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some((table) => table.name === "kysely_migration")) return [];
	const { rows } = await store.executeQuery<{ name: string }>(
		store
			.selectFrom("kysely_migration" as never)
			.select("name" as never)
			.compile(),
	);
	return rows.map((row) => row.name);
}

async function migrateToLatest(store: Store): Promise<void> {
	const migrator = new Migrator({ db: store, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

/** The database as it may be shown: without user and password. */
function describeUrl(url: string): string {
	if (engineOf(url) === "sqlite") return url.slice("sqlite:".length);
	// A password with a bare / ? or # in it ends the host too early: what looks like the rest is part of the password.
	if (!URL.canParse(url) || /\/\/.*[/?#].*@/.test(url)) return "in DATABASE_URL";
	const { host, pathname } = new URL(url);
	return `${host}${pathname}`;
}
