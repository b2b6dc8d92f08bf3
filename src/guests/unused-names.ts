import { createHash } from "node:crypto";
import { askForCorrections } from "../store/corrections.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { dropUnused, storeUnused, unusedAmong } from "../store/unused-names.ts";
import { looksOf } from "./look-alike.ts";

/** Somebody on a server, and the moment at which something is changed about them. */
interface NameChange {
	serverId: string;
	userId: string;
	at: number;
}

/** What came of that. */
interface Changed {
	/** The name's code, with which it can be used again. */
	code: string;
	/** The channels where they are to be called otherwise from now on. */
	corrected: string[];
}

/**
 * Puts a name that somebody has chosen out of use on a server: they are called there as Discord shows them, also if they
 * choose it, or one that looks like it, again.
 */
export function putOutOfUse(store: Store, { name, ...change }: NameChange & { name: string }): Promise<Changed> {
	const { serverId, userId } = change;
	return changed(store, { ...change, mustGo: true }, (db) =>
		storeUnused(db, serverId, { userId, looks: looksOf(name) }),
	);
}

/** Has a name of somebody, by its code, used again on a server. */
export function useAgain(store: Store, { code, ...change }: NameChange & { code: string }): Promise<Changed> {
	return changed(store, { ...change, mustGo: false }, async (db) => {
		await dropUnused(db, change.serverId, { userId: change.userId, code });
		return code;
	});
}

/** Stores what changes how somebody is called, and that this is put right where they have been greeted. */
function changed(
	store: Store,
	change: NameChange & { mustGo: boolean },
	save: (db: Queryable) => Promise<string>,
): Promise<Changed> {
	return store.transaction().execute(async (db) => {
		const code = await save(db);
		const asked = { ...change, userIds: [change.userId], sorry: false };
		return { code, corrected: await askForCorrections(db, asked) };
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
	{ serverId, userId }: Pick<NameChange, "serverId" | "userId">,
	name: string,
): Promise<boolean> {
	return (await unusedNames(db, serverId, [{ userId, name }])).has(userId);
}

/** By this, a button tells which name it was made for: somebody may choose another before it is pressed. */
export function nameMark(name: string): string {
	return createHash("sha256").update(name).digest("base64url").slice(0, 8);
}

/** What `nameMark` returns. */
export const NAME_MARK = /^[\w-]{8}$/;
