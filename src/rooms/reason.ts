import type { EventView, RoomView, ServerView, StageView } from "./view.ts";

/** Why a session is on in a room: its stage is live, a scheduled event is running there, or both. */
export interface Reason {
	stageId: string | null;
	eventId: string | null;
	/** Which occurrence of the event: recurring ones keep their id. */
	occurrenceAt: number | null;
	/** The event's name or the stage's topic; null when there is neither. */
	title: string | null;
	/** Who created the event, if one is running. */
	creatorId: string | null;
	/** The scheduled start, or the opening when nothing was scheduled. */
	startsAt: number;
	/** When the stage or event began, as far as Discord tells. */
	openedAt: number;
}

/** Why a session should be on in the room now, or null. A stage instance that belongs to an event is one reason. */
export function reasonFor(server: ServerView, room: RoomView): Reason | null {
	const stage = server.stages.get(room.id) ?? null;
	const event = runningEvent(server, room, stage);
	const openedAt = stage?.openedAt ?? event?.activeSince;
	if (openedAt == null) return null;
	return {
		stageId: stage?.id ?? null,
		eventId: event?.id ?? null,
		occurrenceAt: event?.startsAt ?? null,
		title: event?.name || stage?.topic || null,
		creatorId: event?.creatorId ?? null,
		startsAt: event?.startsAt ?? openedAt,
		openedAt,
	};
}

function runningEvent(server: ServerView, room: RoomView, stage: StageView | null): EventView | null {
	const linked = stage?.eventId ? server.events.get(stage.eventId) : undefined;
	if (linked) return linked;
	let latest: EventView | null = null; // we may have missed the end of an earlier one
	for (const event of server.events.values()) {
		if (event.activeSince === null || event.roomId !== room.id) continue;
		if (latest?.activeSince == null || event.activeSince > latest.activeSince) latest = event;
	}
	return latest;
}

/** What identifies a session, stored or about to be. */
export interface Identity {
	stageId: string | null;
	eventId: string | null;
	occurrenceAt: number | null;
}

/**
 * Whether an open session goes on for this reason. Event and stage instance reach us in either order, so a session
 * known by one of them goes on when the other turns up.
 */
export function continues(session: Identity, reason: Reason): boolean {
	if (session.stageId && session.stageId === reason.stageId) return true;
	if (session.eventId && reason.eventId) return sameOccurrence(session, reason);
	return !(session.stageId && reason.stageId);
}

function sameOccurrence(session: Identity, reason: Identity): boolean {
	return session.eventId === reason.eventId && session.occurrenceAt === reason.occurrenceAt;
}

/** Whether a past session was held for this very stage instance or occurrence. */
export function isSame(session: Identity, reason: Identity): boolean {
	if (session.stageId !== null && session.stageId === reason.stageId) return true;
	return session.eventId !== null && sameOccurrence(session, reason);
}

/** A session that closed less than this ago is the one that opens again, if its host is the same. */
const REOPEN_WITHIN_MS = 5 * 60_000;

/**
 * The one of a room's past sessions (newest first) that opens again for this reason, so that nobody is greeted a second
 * time: the one of the same stage instance or occurrence, or the same host's of less than five minutes ago. Null when a
 * new session is to open. `hosts` are those who may be the host this time, as far as is known yet.
 */
export function reopens<S extends Identity & { hostId: string | null; closedAt: number | null }>(
	past: S[],
	reason: Reason,
	hosts: readonly string[],
	now: number,
): S | null {
	for (const session of past) if (isSame(session, reason)) return session;
	const latest = past[0];
	if (!latest || latest.closedAt === null) return null;
	if (Math.abs(now - latest.closedAt) > REOPEN_WITHIN_MS) return null; // a clock that was fast may have closed it
	if (latest.eventId && reason.eventId) return null; // another event is another session, however soon it follows
	const sameHost = latest.hostId === null || hosts.length === 0 || hosts.includes(latest.hostId);
	return sameHost ? latest : null;
}
