import { createHmac, randomBytes } from "node:crypto";
import { chunks } from "./chunks.ts";
import type { Queryable } from "./queryable.ts";

/** Who a user is in one session, for as long as there is its key: without that, nobody can tell of a hash whose it is. */
function hashOf(userId: string, key: string): string {
	return createHmac("sha256", key).update(userId).digest("base64url");
}

/**
 * Keeps in mind until the end of an open session that a user is forgotten in it: they came, and are not stored again.
 * Returns the session's key; null, with nothing stored, when the session is over.
 */
export async function forgetIn(db: Queryable, sessionId: string, userId: string): Promise<string | null> {
	const session = await db
		.updateTable("session")
		.set((e) => ({ forgotten_key: e.fn.coalesce("forgotten_key", e.val(randomBytes(32).toString("base64url"))) }))
		.where("id", "=", sessionId)
		.where("closed_at", "is", null)
		.returning("forgotten_key")
		.executeTakeFirst();
	const key = session?.forgotten_key ?? null;
	if (key === null) return null;
	await db
		.insertInto("forgotten")
		.values({ session_id: sessionId, hash: hashOf(userId, key) })
		.onConflict((c) => c.doNothing())
		.execute();
	return key;
}

/** Whether a user is forgotten in a session, by its key if it has one. */
export async function isForgotten(
	db: Queryable,
	{ id, key }: { id: string; key: string | null },
	userId: string,
): Promise<boolean> {
	return key !== null && (await forgottenAmong(db, { id, key }, [userId])).size > 0;
}

/** Those of these users who are forgotten in a session, by its key. */
export async function forgottenAmong(
	db: Queryable,
	{ id, key }: { id: string; key: string },
	userIds: readonly string[],
): Promise<Set<string>> {
	const users = new Map(userIds.map((userId) => [hashOf(userId, key), userId]));
	const found = new Set<string>();
	for (const hashes of chunks([...users.keys()])) {
		const rows = await db
			.selectFrom("forgotten")
			.select("hash")
			.where("session_id", "=", id)
			.where("hash", "in", hashes)
			.execute();
		for (const { hash } of rows) found.add(users.get(hash) ?? "");
	}
	return found;
}

/** A session in which a user is forgotten. */
export interface ForgottenIn {
	sessionId: string;
	serverId: string;
	roomId: string;
}

/** The sessions in which a user is forgotten; they are all on. */
export async function whereForgotten(db: Queryable, userId: string): Promise<ForgottenIn[]> {
	const sessions = await db
		.selectFrom("session")
		.select(["id", "server_id", "room_id", "forgotten_key"])
		.where("closed_at", "is", null)
		.where("forgotten_key", "is not", null)
		.execute();
	const found: ForgottenIn[] = [];
	for (const { id, server_id: serverId, room_id: roomId, forgotten_key: key } of sessions) {
		const among = await forgottenAmong(db, { id, key: key ?? "" }, [userId]);
		if (among.size > 0) found.push({ sessionId: id, serverId, roomId });
	}
	return found;
}

/** A session is over: from now on nobody can tell who was forgotten in it. Its key goes with its end. */
export async function forgetForgotten(db: Queryable, sessionId: string): Promise<void> {
	await db.deleteFrom("forgotten").where("session_id", "=", sessionId).execute();
}
