import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { FreeLine } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import type { Move } from "./admission.ts";
import { recordAfterHours } from "./after-hours.ts";
import type { Arrived, Due } from "./arrive.ts";
import { closeSession, type SessionEnd } from "./closing.ts";
import { type Door, hasEnded, isDeserted, leadingMoves, type Turn } from "./door.ts";
import { type Live, updateFacts } from "./live.ts";
import { type Opening, openSession } from "./opening.ts";
import type { Reason } from "./reason.ts";
import { recordMoves } from "./record.ts";
import { hasPeople, type Presence } from "./view.ts";

/** What `reconcile` works with. */
export interface Reconciling {
	store: Store;
	clock: Clock;
	log: Logger;
	signal: AbortSignal;
	/** Called after greetings for a channel have been stored. */
	onGreetings(channelId: string): void;
	/** Keeps a channel's line free for words frozen with the arrival itself; null while the line is busy. */
	reserve(channelId: string): FreeLine | null;
	/** Called when what is stored about a session, or about who came to it, may have changed. */
	onAttendance(sessionId: string): void;
	/** Called with those who have come to a session for the first time, once that is stored. */
	onArrivals(arrived: readonly Arrived[]): void;
	/** Has a door look in a while for comings and goings that nobody saw. */
	auditAfter(door: Door, delayMs: number): void;
}

/** Makes what is stored true to what Discord shows in one room: first what happened, then what nobody saw. */
export async function reconcile(door: Door, work: Reconciling): Promise<void> {
	for (let first = door.events[0]; first; first = door.events[0]) {
		if ("enters" in first) {
			const moves = leadingMoves(door.events);
			await takeMoves(moves, door, work);
			door.events.splice(0, moves.length);
		} else {
			if ("run" in first) await first.run();
			else await takeTurn(first, door, work);
			door.events.shift();
		}
	}
	const now = work.clock.now();
	if (door.live) await updateFacts(work.store, door.live, door.reason, door.emptySince);
	if (door.live && isDeserted(door.live, now)) await close(door, door.live, { at: now, present: new Map() }, work);
	if (!door.live && door.reason && hasPeople(door.room)) {
		await open(door, door.reason, { at: now, present: door.room.present }, work);
	}
	if (!door.live || !door.audit || door.events.length > 0) return; // what has happened meanwhile goes first
	door.audit = false;
	try {
		await record(door, door.live, { seen: [], audit: true }, work);
	} catch (error) {
		door.audit = true;
		throw error;
	}
}

/** Has people come and go: in the session that is on, or in one that opens for them, or after hours. */
async function takeMoves(moves: Move[], door: Door, work: Reconciling): Promise<void> {
	if (door.live) await record(door, door.live, { seen: moves, audit: false }, work);
	else if (door.taken && !door.endedByHost) await openForPassersBy(door, door.taken, moves, work);
	else if (!door.reason || door.endedByHost) await welcomeAfterHours(door, moves, work);
}

/** Ends the session whose reason is gone, and opens the one there is a reason for now. */
async function takeTurn({ reason, at, present, away }: Turn, door: Door, work: Reconciling): Promise<void> {
	door.taken = reason;
	if (!away) door.endedByHost = false;
	const toThank = away ? new Map<string, Presence>() : present;
	if (door.live && hasEnded(door.live, reason)) await close(door, door.live, { at, present: toThank, away }, work);
	if (!door.live && reason) await open(door, reason, { at, present }, work);
}

/** How a session opens at a door: who is there, and what else is to be known about it. */
interface Beginning extends Partial<Omit<Opening, "at" | "present">> {
	at: number;
	present: ReadonlyMap<string, Presence>;
}

/** Opens the session that a reason calls for, unless nobody has come to it or the room is to be left alone. */
export async function open(door: Door, reason: Reason, beginning: Beginning, work: Reconciling): Promise<void> {
	const { store, clock, log, onGreetings, auditAfter } = work;
	const opening = { called: false, visited: hasPeople(beginning), ...beginning };
	const present = new Set(beginning.present.keys());
	const live = await openSession(store, door.server.id, door.room, reason, { ...opening, present });
	door.endedByHost = live === "ended by host";
	if (live === null || live === "ended by host") return;
	door.live = live;
	door.audit = true;
	onGreetings(live.settings?.profile.postTo ?? door.room.id); // its line is ready before anybody comes
	log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session opened");
	auditAfter(door, live.settlesAt - clock.now());
}

/**
 * Opens a deserted room's session also for those who came and have left again, and for all who came to it when it has
 * ended since: we may hear of everything at once. Who is still there otherwise opens it anyway.
 */
async function openForPassersBy(door: Door, reason: Reason, moves: Move[], work: Reconciling): Promise<void> {
	const goesOn = door.reason?.stageId === reason.stageId && door.reason.eventId === reason.eventId;
	const passing = moves.filter(({ person }) => !person.bot && !(goesOn && door.room.present.has(person.id)));
	const first = passing.find(({ enters }) => enters);
	if (!first) return;
	await open(door, reason, { at: first.at, present: door.room.present, visited: true }, work);
	if (door.live) await record(door, door.live, { seen: passing, audit: false }, work);
}

async function record(
	door: Door,
	live: Live,
	moves: { seen: readonly Move[]; audit: boolean },
	work: Reconciling,
): Promise<void> {
	const { store, clock, reserve, onArrivals, onAttendance } = work;
	tell(await recordMoves(store, live, door.room, { ...moves, now: clock.now(), reserve, onArrivals }), work);
	onAttendance(live.id);
}

async function welcomeAfterHours(door: Door, moves: Move[], work: Reconciling): Promise<void> {
	const due = await recordAfterHours(work.store, door.server, door.room, moves, work.clock.now());
	tell(due, work);
	if (due) work.onAttendance(due.sessionId);
}

/** Has greetings said that wait for their line: now, or when their host wants it. */
function tell(due: Due | null, { clock, signal, onGreetings }: Reconciling): void {
	if (!due || due.count === 0) return;
	if (due.delayMs === 0) onGreetings(due.channelId);
	else void clock.sleep(due.delayMs, signal).then(() => onGreetings(due.channelId));
}

/** Closes the session that is on at a door, and has its attendees thanked. */
export async function close(door: Door, live: Live, end: SessionEnd, work: Reconciling): Promise<void> {
	const { store, log, onGreetings, onAttendance } = work;
	const due = await closeSession(store, live, door.room, end);
	door.live = null;
	log.info({ session: live.id, room: door.room.id, server: door.server.id }, "session closed");
	if (due.count > 0) onGreetings(due.channelId);
	onAttendance(live.id);
}
