import { join } from "node:path";
import { openStore } from "../../../src/store/store.ts";
import type { Postgres } from "../../postgres.ts";

import { startFlagsAnywhere } from "../../start.ts";
import type { BotKind } from "./bot.ts";

/** As hosts start it. */
const BYNAME = { file: "../../../src/main.ts", flags: startFlagsAnywhere() };

/** Byname as it is installed: on a file. */
export const bynameOnSqlite: BotKind = {
	name: "Byname, SQLite file",
	...BYNAME,
	databaseIn: async (folder) => `sqlite:${join(folder, "byname.db")}`,
};

/** Byname on PostgreSQL, with a fresh database for each process. */
export function bynameOnPostgres(postgres: Postgres): BotKind {
	return { name: "Byname, PostgreSQL", ...BYNAME, databaseIn: () => postgres.createDatabase() };
}

/** The same bot, on a database that is filled before it starts. */
export function onDatabase(kind: BotKind, fill: (url: string) => Promise<void>): BotKind {
	return {
		...kind,
		async databaseIn(folder) {
			const url = await kind.databaseIn(folder);
			await fill(url);
			return url;
		},
	};
}

/** Byname on a file that it has used before, as at every start but the first. */
export const bynameAgain = onDatabase(bynameOnSqlite, async (url) => {
	await (await openStore(url, () => undefined)).destroy();
});

/** The same at its first start, when Node has compiled nothing for it yet. */
export const bynameAnew: BotKind = {
	...bynameOnSqlite,
	name: "Byname, first start",
	env: { NODE_DISABLE_COMPILE_CACHE: "1" },
};

/** The bot to compare with, which stores nothing. */
export const bareBot: BotKind = { name: "bare discord.js", file: "./bare-bot.ts", databaseIn: async () => "" };

/** What is added to the name of a bot that does not wait for the disk. */
export const WITHOUT_FSYNC = ", without fsync";

/** Byname on a file that it does not wait for: what is stored reaches the disk at some later time. */
export const sqliteWithoutFsync: BotKind = {
	...bynameOnSqlite,
	name: `${bynameOnSqlite.name}${WITHOUT_FSYNC}`,
	preload: "./without-fsync.ts",
};

/** Byname on a PostgreSQL that answers before what it stores has reached the disk. */
export function postgresWithoutFsync(postgres: Postgres): BotKind {
	const kind = bynameOnPostgres(postgres);
	return {
		...kind,
		name: `${kind.name}${WITHOUT_FSYNC}`,
		databaseIn: async (folder) => withoutFsync(await kind.databaseIn(folder)),
	};
}

/** The connection string of a PostgreSQL, with `synchronous_commit=off` for those who use it. */
export function withoutFsync(url: string): string {
	const relaxed = new URL(url);
	relaxed.searchParams.set("options", "-c synchronous_commit=off");
	return relaxed.href;
}
