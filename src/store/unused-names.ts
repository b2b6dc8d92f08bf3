import { createHmac, randomBytes } from "node:crypto";
import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";

/** A name that somebody has chosen, by how it looks. */
export interface ChosenLooks {
	userId: string;
	looks: string;
}

/**
 * Hosts put the name of somebody out of use, and that must hold although they have themselves forgotten: so neither who it
 * is nor the name is stored, but codes, made with a key of the server. Whoever has that key can try a guess, and no more.
 */
function codeOf(key: string, ...parts: string[]): string {
	return createHmac("sha256", key).update(parts.join(" ")).digest("base64url").slice(0, CODE_LENGTH);
}

/** So many characters of 6 bits each: no two names have the same, and a custom id has room for it. */
const CODE_LENGTH = 22;

/** What `storeUnused` returns. */
export const NAME_CODE = /^[\w-]{22}$/;

/** Stores that a chosen name of somebody is out of use on a server, if it is not already. Returns its code. */
export async function storeUnused(db: Queryable, serverId: string, { userId, looks }: ChosenLooks): Promise<string> {
	const { unused_key } = await db
		.insertInto("server")
		.values({
			...{ id: serverId, post_to: null, retention_days: null, welcomed_at: null },
			unused_key: randomBytes(32).toString("base64url"),
		})
		.onConflict((c) =>
			c.column("id").doUpdateSet((e) => ({ unused_key: e.fn.coalesce("server.unused_key", "excluded.unused_key") })),
		)
		.returning("unused_key")
		.executeTakeFirstOrThrow();
	const key = unused_key ?? "";
	const name_code = codeOf(key, userId, looks);
	await db
		.insertInto("unused_name")
		.values({ server_id: serverId, user_code: codeOf(key, userId), name_code })
		.onConflict((c) => c.doNothing())
		.execute();
	return name_code;
}

/** Erases that a name of somebody is out of use on a server, by its code. */
export async function dropUnused(
	db: Queryable,
	serverId: string,
	{ userId, code }: { userId: string; code: string },
): Promise<void> {
	const key = await keyOf(db, serverId);
	if (key === null) return;
	await db
		.deleteFrom("unused_name")
		.where("server_id", "=", serverId)
		.where("user_code", "=", codeOf(key, userId))
		.where("name_code", "=", code)
		.execute();
}

/** Of these names that people have chosen, whose are out of use on a server. */
export async function unusedAmong(
	db: Queryable,
	serverId: string,
	chosen: readonly ChosenLooks[],
): Promise<Set<string>> {
	const key = chosen.length === 0 ? null : await keyOf(db, serverId);
	if (key === null) return new Set();
	const people = new Map(chosen.map(({ userId, looks }) => [codeOf(key, userId, looks), userId]));
	const found = new Set<string>();
	for (const codes of chunks([...people.keys()])) {
		const rows = await db
			.selectFrom("unused_name")
			.select("name_code")
			.where("server_id", "=", serverId)
			.where("name_code", "in", codes)
			.execute();
		for (const row of rows) found.add(people.get(row.name_code) ?? "");
	}
	return found;
}

/** On which servers names of somebody are out of use, once for each name: on that one alone, or with null on all. */
export async function whereUnused(
	db: Queryable,
	{ userId, serverId }: { userId: string; serverId: string | null },
): Promise<string[]> {
	const servers = await db
		.selectFrom("server")
		.select(["id", "unused_key"])
		.where("unused_key", "is not", null)
		.$if(serverId !== null, (server) => server.where("id", "=", serverId ?? ""))
		.execute();
	const found: string[] = [];
	for (const { id, unused_key } of servers) {
		const rows = await db
			.selectFrom("unused_name")
			.select("server_id")
			.where("server_id", "=", id)
			.where("user_code", "=", codeOf(unused_key ?? "", userId))
			.execute();
		found.push(...rows.map((row) => row.server_id));
	}
	return found;
}

async function keyOf(db: Queryable, serverId: string): Promise<string | null> {
	const server = await db.selectFrom("server").select("unused_key").where("id", "=", serverId).executeTakeFirst();
	return server?.unused_key ?? null;
}
