import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { phrase } from "../phrases/phrases.ts";
import {
	type ExtentOfUsers,
	eraseUser,
	messagesUnderWay,
	type OpenSession,
	sessionsThatAreOn,
	type Whose,
} from "../store/forgetting.ts";
import { whereForgotten } from "../store/forgotten.ts";
import { isLocked } from "../store/lock.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { emptyLog, isSqlite } from "../store/sqlite.ts";
import { UserError } from "../user-error.ts";

/** A greeting that is being sent has so long to be settled before somebody hears that it was on its way. */
const SETTLED_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 50;

interface ForgettingContext {
	store: Store;
	clock: Clock;
	log: Logger;
	/** In which of a server's rooms somebody is; undefined for none, and for a server that is not seen. */
	roomOf(serverId: string): string | undefined;
	/** Stores nothing more of them in the session that is on in a room; resolves once nothing of them is being stored there. */
	forgetInRoom(serverId: string, roomId: string): Promise<unknown>;
	/** They have no wishes any more, or another one. */
	changed(): void;
}

/** What came of forgetting somebody. */
export interface Forgotten {
	/** What was erased. */
	extent: ExtentOfUsers;
	/** A greeting for them was on its way, and may have been posted since. */
	wasOnItsWay: boolean;
	/** The sessions that are on in which nobody greets them again. */
	sessionIds: string[];
}

/** Throws a `UserError` for somebody who leads a session that is on: it needs its host. */
export async function requireNoLeader(db: Queryable, whose: Whose): Promise<void> {
	const theirs = (await sessionsThatAreOn(db, whose)).some(({ isTheirs }) => isTheirs);
	if (theirs) throw new UserError(phrase("me.forget.leads"));
}

/**
 * Erases what is stored of somebody. Rooms stop storing them first, so that nothing comes back, and what is on its way to
 * Discord is settled first, if that does not take long. Throws a `UserError` for somebody who leads a session that is on.
 */
export async function forget(whose: Whose & { staysQuiet: boolean }, context: ForgettingContext): Promise<Forgotten> {
	const { store, clock, log, changed } = context;
	await requireNoLeader(store, whose);
	const sessions = await leaveSessions(whose, context);
	const until = clock.steady() + SETTLED_WITHIN_MS;
	while ((await messagesUnderWay(store, whose)).length > 0 && clock.steady() < until) await clock.sleep(LOOK_EVERY_MS);
	const { extent, wasOnItsWay } = await store.transaction().execute(async (db) => {
		await requireNoLeader(db, whose);
		const underWay = await messagesUnderWay(db, whose);
		return { extent: await eraseUser(db, { ...whose, at: clock.now() }), wasOnItsWay: underWay.length > 0 };
	});
	changed();
	if (isSqlite(store)) {
		await emptyLog(store).catch((err: unknown) => {
			if (!isLocked(err)) log.warn({ err }, "the log of recent changes could not be emptied; trying again soon");
		});
	}
	return { extent, wasOnItsWay, sessionIds: sessions.map(({ id }) => id) };
}

/** Has rooms store nothing more of somebody, and returns the sessions that are on in which they are, or were. */
async function leaveSessions(whose: Whose, { store, roomOf, forgetInRoom }: ForgettingContext): Promise<OpenSession[]> {
	const open = await sessionsThatAreOn(store, whose);
	// Another process that was told of it, too, may have erased them already: this one does not know it yet.
	const forgotten = new Set((await whereForgotten(store, whose.userId)).map(({ sessionId }) => sessionId));
	const theirs = open.filter(
		({ id, serverId, roomId, holdsThem }) => holdsThem || forgotten.has(id) || roomOf(serverId) === roomId,
	);
	for (const { serverId, roomId } of theirs) await forgetInRoom(serverId, roomId);
	const here = whose.serverId === null ? undefined : roomOf(whose.serverId);
	// Where no session is on, a greeting after hours may be about to be stored.
	if (whose.serverId !== null && here !== undefined && !theirs.some(({ roomId }) => roomId === here)) {
		await forgetInRoom(whose.serverId, here);
	}
	return theirs;
}
