import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Observe } from "../fact.ts";
import { channelFor, type Profiles } from "../profiles/profiles.ts";
import type { Newcomers } from "../store/arrivals.ts";
import { isForGood } from "../store/failures.ts";
import type { GreetingRow } from "../store/outbox.ts";
import { dropUnsaid } from "../store/outcomes.ts";
import type { Store } from "../store/queryable.ts";
import { antedateSession, sessionById, updateSession } from "../store/sessions.ts";
import { roomSetting } from "../store/settings.ts";
import { openStaysOf } from "../store/stays.ts";
import { letGoAfterHours, welcomeAfterHours } from "./after-hours.ts";
import { arrivalOf, factsOf, firstEnterings, storeStays, unseenMoves } from "./attendance.ts";
import { closeSession } from "./closing.ts";
import type { Move } from "./happening.ts";
import { openSession } from "./opening.ts";
import { sessionOf, settlesBy } from "./restoring.ts";
import { guestsAmong } from "./roles.ts";
import { isLive, type LiveRoom, type Room } from "./room.ts";
import type { SceneOf } from "./scenery.ts";
import type { RoomRef, Session, SessionChange } from "./session.ts";
import type { Done, Step } from "./step.ts";

/** What a room calls once something is stored, or to store it. */
export interface Outlets {
	/** Stores newcomers with their greetings, and posts these. */
	admit(newcomers: Newcomers): Promise<GreetingRow[]>;
	/** Tells that greetings wait in a channel. */
	look(channelId: string): void;
	/** Tells that what is stored about a session, or about the people in it, may have changed. */
	told(sessionId: string): void;
}

export interface StepContext extends Outlets {
	store: Store;
	clock: Clock;
	profiles: Profiles;
	log: Logger;
	observe: Observe;
	sceneOf: SceneOf;
	/** Whether Byname hears at this moment what happens in a server. */
	hears(serverId: string): boolean;
	/** When the next session is scheduled in a room; null when none is. */
	nextSessionIn(serverId: string, roomId: string, now: number): number | null;
}

/** How long to wait after a post was handed on, so that it leaves before anything else is stored. */
const POST_LEAVES_WITHIN_MS = 10;

type ToDo<D extends Step["do"]> = Extract<Step, { do: D }>;

const NOTHING: Done = { did: "nothing of note" };

/**
 * Does a step in one transaction, and returns what was done. When it rejects, the same step can be done again: either
 * nothing is stored, or unique keys keep it from being stored twice. A step that needs a session does nothing without one.
 */
export async function perform(step: Step, room: Room, place: RoomRef, context: StepContext): Promise<Done> {
	switch (step.do) {
		case "open":
			return open(step, place, context);
		case "welcome after hours":
			return greetCallers(step, place, context);
		case "let go after hours":
			await letGoAfterHours(context.store, place.id, step.moves);
			return NOTHING;
		case "fall silent":
			await dropUnsaid(context.store, place.id);
			return NOTHING;
		case "answer":
			return NOTHING;
		case "note":
			return note(step, room, context);
	}
	if (!isLive(room)) return NOTHING;
	switch (step.do) {
		case "close":
			return close(step, room.session, context);
		case "admit":
			await admit(step.moves, room.session, { panel: new Set(), now: step.at }, context);
			return NOTHING;
		case "follow":
			return follow(step.moves, room.session, context);
		case "compare":
			return compare(step, room, context);
	}
}

async function open(
	step: ToDo<"open">,
	place: RoomRef,
	{ store, clock, profiles, look, told }: StepContext,
): Promise<Done> {
	const opened = await openSession(store, place, step);
	if (opened.kind === "left closed") {
		return { did: "leave closed", reason: step.keptBy, endedByHost: opened.endedByHost };
	}
	const { row, reopenedAt } = opened;
	look(channelFor(await profiles.of(place.serverId, row.host_id), place.id)); // ready before anybody comes
	told(row.id);
	return {
		did: "open",
		session: sessionOf(row, reopenedAt),
		keptBy: step.keptBy,
		emptySince: step.visited ? null : (row.empty_since ?? step.at),
		atOpening: new Set(step.present.keys()),
		settlesAt: settlesBy(Math.min(step.reason.openedAt, step.at), step, clock),
	};
}

async function close(
	step: ToDo<"close">,
	session: Session,
	{ store, profiles, look, told }: StepContext,
): Promise<Done> {
	const channelId = await closeSession(store, profiles, session, step);
	if (channelId !== null) look(channelId);
	told(session.id);
	return { did: "close", byHost: step.byHost !== null, next: step.next };
}

async function note(step: ToDo<"note">, room: Room, { store }: StepContext): Promise<Done> {
	const { reason, emptySince } = step;
	let { change } = step;
	if (isLive(room)) {
		const { session } = room;
		if (change.hostId === null && session.hostId !== null)
			change = { ...change, hostId: await regularHostOf(store, room) };
		const columns = columnsOf(change, session);
		if (emptySince !== room.emptySince) columns.empty_since = emptySince;
		if (change.openedAt !== undefined) await antedate(store, session, change);
		else if (Object.keys(columns).length > 0) await updateSession(store, session.id, columns);
	}
	return { did: "note", change, reason, emptySince };
}

/** Who hosts in a room where nobody else is known to. */
async function regularHostOf(store: Store, { session }: LiveRoom): Promise<string | null> {
	return (await roomSetting(store, session.roomId))?.regular_host_id ?? null;
}

/** Stores an earlier opening. When another process has stored an even earlier one, that one stays. */
async function antedate(store: Store, session: Session, change: SessionChange): Promise<void> {
	const { openedAt, reopenedAt, startsAt } = { ...session, ...change };
	await antedateSession(store, session.id, { opened_at: openedAt, reopened_at: reopenedAt, starts_at: startsAt });
}

/** The columns that a change makes different. */
function columnsOf(change: SessionChange, session: Session): Parameters<typeof updateSession>[2] {
	const columns = {
		stageId: "stage_id",
		eventId: "event_id",
		occurrenceAt: "occurrence_at",
		hostId: "host_id",
		title: "title",
		startsAt: "starts_at",
	} as const;
	const keys = (Object.keys(columns) as (keyof typeof columns)[]).filter(
		(key) => change[key] !== undefined && change[key] !== session[key],
	);
	return Object.fromEntries(keys.map((key) => [columns[key], change[key]]));
}

/** Stores who has come for the first time among those who enter, with their greetings, and posts what can be posted at once. */
async function admit(
	moves: readonly Move[],
	session: Session,
	at: { panel: ReadonlySet<string>; now: number },
	context: StepContext,
): Promise<void> {
	const coming = firstEnterings(moves);
	try {
		await admitTogether(coming, session, at, context);
	} catch (err) {
		if (!isForGood(err)) throw err;
		// One of them can never be stored; the others are not to wait for that one.
		if (coming.length > 1) for (const move of coming) await admit([move], session, at, context);
		else passOver(coming[0], session, err, context);
	}
}

function passOver(move: Move | undefined, { id, roomId }: Session, err: unknown, { log }: StepContext): void {
	log.error(
		{ err, session: id, room: roomId, user: move?.person.id },
		"somebody who came can never be stored; passed over",
	);
}

async function admitTogether(
	coming: readonly Move[],
	session: Session,
	{ panel, now }: { panel: ReadonlySet<string>; now: number },
	{ profiles, sceneOf, observe, admit }: StepContext,
): Promise<void> {
	if (coming.length === 0) return;
	const profile = await profiles.of(session.serverId, session.hostId);
	const greeted = await admit({
		serverId: session.serverId,
		roomId: session.roomId,
		hostId: session.hostId,
		sessionId: session.id,
		openedAt: session.openedAt,
		channelId: channelFor(profile, session.roomId),
		delayMs: profile.delayMs,
		pace: profile.pace,
		voice: profile.voice,
		scene: sceneOf(factsOf(session), now),
		arrivals: coming.map((move) => arrivalOf(move, session, { profile, panel, now })),
	});
	if (greeted.length > 0) observe({ kind: "arrived", arrivals: greeted });
	if (greeted.some(({ message_id }) => message_id !== null)) await setTimeout(POST_LEAVES_WITHIN_MS);
}

async function follow(moves: readonly Move[], session: Session, { store, told }: StepContext): Promise<Done> {
	await store.transaction().execute((db) => storeStays(db, session.id, moves));
	told(session.id);
	return NOTHING;
}

async function compare(step: ToDo<"compare">, { session, reason }: LiveRoom, context: StepContext): Promise<Done> {
	const { at, present, partial, later, panel, settles } = step;
	const row = await sessionById(context.store, session.id); // another process may have changed it
	if (row?.closed_at != null) return { did: "close", byHost: row.ended_by_host === 1, next: reason };
	const change = row ? { note: row.note, recap: row.recap, seenAt: row.seen_at } : {};
	const inside = new Set((await openStaysOf(context.store, session.id)).map((stay) => stay.user_id));
	const unseen = unseenMoves(present, inside, later, at).filter(({ enters }) => enters || !partial);
	const moves = guestsAmong(unseen, session, at);
	await admit(moves, { ...session, ...change }, { panel, now: at }, context);
	if (moves.length > 0) await context.store.transaction().execute((db) => storeStays(db, session.id, moves));
	const seen = !partial && context.hears(session.serverId) ? { seen_at: at } : {};
	const stored = { ...seen, ...(settles && { settled: 1 }) };
	if (Object.keys(stored).length > 0) await updateSession(context.store, session.id, stored);
	context.told(session.id);
	const unnamed = [...present.values()].filter((presence) => presence.unnamed).map(({ person }) => person.id);
	const seenAt = seen.seen_at ?? row?.seen_at ?? null;
	return { did: "compare", change: { ...change, seenAt }, unnamed: settles ? new Set(unnamed) : null };
}

async function greetCallers(step: ToDo<"welcome after hours">, place: RoomRef, context: StepContext): Promise<Done> {
	const { serverId, id: roomId } = place;
	const { at: now, moves } = step;
	const nextAt = context.nextSessionIn(serverId, roomId, now);
	const due = await welcomeAfterHours(context.store, context.profiles, { serverId, roomId, moves, now, nextAt });
	if (!due) return NOTHING;
	context.look(due.channelId);
	context.told(due.sessionId);
	return NOTHING;
}
