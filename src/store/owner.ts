import type { Queryable } from "./queryable.ts";
import { StoreError } from "./store-error.ts";

/** The bot that the database belongs to; null while it belongs to none. */
export async function ownerOf(db: Queryable): Promise<string | null> {
	const row = await db.selectFrom("owner").select("bot_id").executeTakeFirst();
	return row?.bot_id ?? null;
}

/** Throws `StoreError` when the database belongs to another bot. */
export async function requireOwner(db: Queryable, botId: string): Promise<void> {
	const owner = await ownerOf(db);
	if (owner === null || owner === botId) return;
	throw new StoreError(
		`The database in DATABASE_URL belongs to the bot ${owner}, and DISCORD_TOKEN is the token of ${botId}. Name another database: two bots on one would end each other's sessions. If ${botId} is to go on with what ${owner} has stored, stop ${owner} and run: npm run adopt`,
	);
}

/** Makes the database a bot's if it belongs to none. Throws `StoreError` when it belongs to another. */
export async function claim(db: Queryable, botId: string): Promise<void> {
	await db
		.insertInto("owner")
		.values({ id: "owner", bot_id: botId })
		.onConflict((c) => c.doNothing())
		.execute();
	await requireOwner(db, botId);
}

/** Makes the database a bot's, whoever it belonged to. */
export async function handOver(db: Queryable, botId: string): Promise<void> {
	await db
		.insertInto("owner")
		.values({ id: "owner", bot_id: botId })
		.onConflict((c) => c.column("id").doUpdateSet({ bot_id: botId }))
		.execute();
}
