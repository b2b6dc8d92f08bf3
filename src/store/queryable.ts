import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** The database: SQLite or PostgreSQL, the same queries on both. */
export type Store = Kysely<Schema>;
/** What a query runs on: the store itself or a transaction of it. */
export type Queryable = Store | Transaction<Schema>;
