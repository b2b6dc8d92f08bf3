import { createHash } from "node:crypto";
import type { Queryable, Store } from "../store/queryable.ts";
import { dropUnused, storeUnused, unusedAmong } from "../store/unused-names.ts";
import { looksOf } from "./look-alike.ts";

/** Somebody on a server, and the moment at which something is changed about them. */
interface Change {
	serverId: string;
	userId: string;
	at: number;
}

/**
 * Puts a name that somebody has chosen out of use on a server: they are called there as Discord shows them, also if they
 * choose it, or one that looks like it, again. Returns its code, with which it can be used again.
 */
export function putOutOfUse(store: Store, { name, ...change }: Change & { name: string }): Promise<string> {
	return changed(store, change, (db) =>
		storeUnused(db, change.serverId, { userId: change.userId, looks: looksOf(name) }),
	);
}

/** Has a name of somebody, by its code, used again on a server. */
export function useAgain(store: Store, { code, ...change }: Change & { code: string }): Promise<void> {
	return changed(store, change, (db) => dropUnused(db, change.serverId, { userId: change.userId, code }));
}

/** Stores what changes how somebody is called, and in the same transaction whatever has to follow from that. */
function changed<T>(store: Store, _change: Change, save: (db: Queryable) => Promise<T>): Promise<T> {
	return store.transaction().execute(async (db) => {
		const saved = await save(db);
		// What stands in channels with the name in it is to be asked for here.
		return saved;
	});
}

/** Whose chosen names, of these, are out of use on a server. */
export function unusedNames(
	db: Queryable,
	serverId: string,
	chosen: readonly { userId: string; name: string }[],
): Promise<Set<string>> {
	return unusedAmong(
		db,
		serverId,
		chosen.map(({ userId, name }) => ({ userId, looks: looksOf(name) })),
	);
}

/** Whether a name that somebody has chosen is out of use on a server. */
export async function isUnused(
	db: Queryable,
	{ serverId, userId }: Pick<Change, "serverId" | "userId">,
	name: string,
): Promise<boolean> {
	return (await unusedNames(db, serverId, [{ userId, name }])).has(userId);
}

/** By this, a button tells which name it was made for: somebody may choose another before it is pressed. */
export function markOf(name: string): string {
	return createHash("sha256").update(name).digest("base64url").slice(0, 8);
}

/** What `markOf` returns. */
export const MARK = /^[\w-]{8}$/;
