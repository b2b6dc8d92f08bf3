import { join } from "node:path";
import type { Postgres } from "../postgres.ts";
import type { Kind } from "./bot.ts";

const BYNAME = "../../src/main.ts";

/** Byname as it is installed: on a file. */
export const bynameOnSqlite: Kind = {
	name: "Byname, SQLite file",
	file: BYNAME,
	databaseIn: (folder) => `sqlite:${join(folder, "byname.db")}`,
};

/** Byname on PostgreSQL, with a fresh database for each process. */
export function bynameOnPostgres(postgres: Postgres): Kind {
	return { name: "Byname, PostgreSQL", file: BYNAME, databaseIn: () => postgres.createDatabase() };
}

/** The bot to compare with, which stores nothing. */
export const bareBot: Kind = { name: "bare discord.js", file: "./bare-bot.ts", databaseIn: () => "" };
