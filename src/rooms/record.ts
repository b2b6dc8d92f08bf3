import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { antedateSession, updateSession } from "../store/sessions.ts";
import { endStay, insertStays } from "../store/stays.ts";
import type { Queryable, Store } from "../store/store.ts";
import { type Admission, admit, conclude, follow, type Move } from "./admission.ts";
import { type Due, type Receiving, recordArrivals } from "./arrive.ts";
import { isSettled, type Live } from "./live.ts";
import { type RoomView, speakersIn, unnamedIn } from "./view.ts";

/** A post that has just been handed to its line is given so long to leave before anything else is stored. */
const POST_LEAVES_WITHIN_MS = 10;

/** Comings and goings to store, and what they are stored with. */
interface Recording extends Omit<Receiving, "panel"> {
	seen: readonly Move[];
	/** Conclude from who is in the room what nobody saw. */
	audit: boolean;
}

/**
 * Stores comings and goings: each arrival together with its greeting in one transaction, then the stays. Returns the
 * greetings that wait for their line, if any do. When it fails, all of it can be done again: keys keep things single.
 */
export async function recordMoves(store: Store, live: Live, room: RoomView, moves: Recording): Promise<Due | null> {
	const { seen, audit, now, reserve, onArrivals } = moves;
	if (live.openedAt > now) await openNoLaterThan(store, live, now);
	const settled = isSettled(live, now);
	const panel = new Set(settled ? speakersIn(room, live.atOpening) : []);
	const hostId = live.hostId ?? [...panel][0] ?? null;
	const later = settled ? new Set<string>() : live.atOpening;
	const inside = () => follow(new Set(live.inside), admit(seen, live.inside, hostId));
	const unseen = audit ? conclude(room.present, inside(), later, now) : [];
	const duringIt = [...seen, ...unseen].map((move) => ({
		...move,
		at: Math.min(Math.max(move.at, live.openedAt), now),
	}));
	const admission = admit(duringIt, live.inside, hostId);
	if (hostId !== live.hostId) {
		await updateSession(store, live.id, { host_id: hostId });
		Object.assign(live, { hostId, settings: null });
	}
	const due = await recordArrivals(store, live, admission.arrivals, { panel, now, reserve, onArrivals });
	if (admission.stays.length + admission.endings.length > 0) {
		if (due && due.count === 0) await setTimeout(POST_LEAVES_WITHIN_MS);
		await store.transaction().execute((db) => recordStays(db, live, admission));
	}
	follow(live.inside, admission);
	if (settled && audit) live.atOpening = unnamedIn(room, live.atOpening); // an audit has seen to the others
	return due;
}

/** Nothing opens in time to come: the clock has been set back since. What was not scheduled began when it opened. */
async function openNoLaterThan(store: Store, live: Live, now: number): Promise<void> {
	const startsAt = live.startsAt === live.openedAt ? now : live.startsAt;
	await antedateSession(store, live.id, { opened_at: now, starts_at: startsAt });
	Object.assign(live, { openedAt: now, startsAt });
}

async function recordStays(db: Queryable, live: Live, { stays, endings }: Admission): Promise<void> {
	for (const { userId, leftAt, witnessed } of endings) {
		await endStay(db, { sessionId: live.id, userId, leftAt, inferred: !witnessed });
	}
	const rows = stays.map((stay) => ({
		id: randomUUID(),
		session_id: live.id,
		user_id: stay.userId,
		entered_at: stay.enteredAt,
		left_at: stay.leftAt,
		inferred: stay.witnessed ? 0 : 1,
	}));
	await insertStays(db, rows);
}
