import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { explain } from "./explain.ts";
import { migrations } from "./migrations/index.ts";
import { requireOwner } from "./owner.ts";
import type { Store } from "./queryable.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

/** Whose a store is to be, and how long a statement may take on PostgreSQL; a few seconds unless told otherwise. */
interface Opening {
	botId?: string | null;
	statementMs?: number;
}

/**
 * Opens the database that `url` names (`sqlite:<file>`, `sqlite::memory:`, `postgres://…`) and brings its tables up to
 * date. Throws `StoreError` when it cannot be opened, or belongs to another bot or to a newer Byname, which leaves it
 * unchanged.
 */
export async function openStore(
	url: string,
	onError: (error: Error) => void,
	{ botId = null, statementMs }: Opening = {},
): Promise<Store> {
	const where = describeUrl(url);
	let store: Store | undefined;
	try {
		store = new Kysely<Schema>({ dialect: await dialectOf(url, onError, statementMs) });
		await migrate(store, where);
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

async function migrate(store: Store, where: string): Promise<void> {
	const migrator = new Migrator({ db: store, provider: { getMigrations: async () => migrations } });
	const tables = await store.introspection.getTables({ withInternalKyselyTables: true });
	if (tables.some((table) => table.name === "kysely_migration")) {
		const { rows } = await store.executeQuery<{ name: string }>(
			store
				.selectFrom("kysely_migration" as never)
				.select("name" as never)
				.compile(),
		);
		const newer = rows.map((row) => row.name).filter((name) => !(name in migrations));
		if (newer.length > 0) {
			throw new StoreError(
				`The database ${where} belongs to a newer Byname (it has ${newer.join(", ")}). Start that version, or name another database in DATABASE_URL. Nothing was changed.`,
			);
		}
	}
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
