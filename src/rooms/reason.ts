import { isCancelled, isOneOccurrence, startOf } from "./dates.ts";
import type { EventView, RoomView, ServerView, StageView } from "./view.ts";

/** Why a session is on in a room: its stage is live, a scheduled event is running there, or both. */
export interface Reason extends Identity {
	/** The event's name or the stage's topic; null when there is neither. */
	title: string | null;
	/** Who created the event, if it has one and no bot has. */
	creatorId: string | null;
	/** The bot that created it, which hosts nothing. */
	botId: string | null;
	/** When its event is scheduled to begin; null when it has none. */
	scheduledAt: number | null;
	/** Its event has not begun: a stage was opened by hand before it. */
	isAhead: boolean;
	/** When the stage or event began, as far as Discord tells. */
	openedAt: number;
	/** When it was found to have begun; null where Discord says when, or it was seen to. */
	foundAt: number | null;
}

/** What identifies a session, stored or about to be. */
export interface Identity {
	stageId: string | null;
	eventId: string | null;
	/** Which date of a recurring event, by its original start: such events keep their id. Null for one that is held once. */
	occurrenceAt: number | null;
}

/** Why a session should be on in the room now, as far as is shown; null for nothing. A stage and its event are one reason. */
export function reasonFor(server: ServerView, room: Pick<RoomView, "id">): Reason | null {
	const stage = server.stages.get(room.id) ?? null;
	const held = eventHeld(server, room, stage);
	const event = held ?? (stage && comingEvent(server, room, stage));
	const beginning = stage ? { openedAt: stage.openedAt, foundAt: null } : beginningOf(event);
	if (!beginning) return null;
	return {
		stageId: stage?.id ?? null,
		eventId: event?.id ?? null,
		occurrenceAt: event?.occurrenceAt ?? null,
		title: event?.name || stage?.topic || null,
		creatorId: event?.madeByBot ? null : (event?.creatorId ?? null),
		botId: event?.madeByBot ? event.creatorId : null,
		scheduledAt: event ? startOf(event) : null,
		isAhead: held === null && event !== null,
		...beginning,
	};
}

/** When an event began; null where it has not. */
function beginningOf(event: EventView | null): Pick<Reason, "openedAt" | "foundAt"> | null {
	if (event == null || event.activeSince === null) return null;
	return { openedAt: event.activeSince, foundAt: event.foundAt };
}

function eventHeld(server: ServerView, room: Pick<RoomView, "id">, stage: StageView | null): EventView | null {
	const linked = stage?.eventId ? server.events.get(stage.eventId) : undefined;
	return linked ?? runningEvent(server, room);
}

function runningEvent(server: ServerView, room: Pick<RoomView, "id">): EventView | null {
	let latest: EventView | null = null; // we may have missed the end of an earlier one
	for (const event of server.events.values()) {
		if (event.activeSince === null || event.roomId !== room.id) continue;
		if (latest?.activeSince == null || event.activeSince > latest.activeSince) latest = event;
	}
	return latest;
}

/** A stage that is opened by hand so shortly before an event in its room is opened for that event. */
const STAGE_BEFORE_EVENT_MS = 60 * 60_000;

/** The next event in the room, if the stage was opened in the hour before it. */
function comingEvent(server: ServerView, room: Pick<RoomView, "id">, { openedAt }: StageView): EventView | null {
	const coming = [...server.events.values()].filter((event) => {
		const inMs = startOf(event) - openedAt;
		const isSoon = inMs > 0 && inMs <= STAGE_BEFORE_EVENT_MS;
		return isSoon && event.roomId === room.id && event.activeSince === null && !isCancelled(event);
	});
	return coming.sort((a, b) => startOf(a) - startOf(b))[0] ?? null;
}

/**
 * Whether an open session goes on for this reason. Event and stage instance reach us in either order, so a session
 * known by one of them goes on when the other turns up.
 */
export function continues(session: Identity, reason: Identity): boolean {
	if (session.stageId && session.stageId === reason.stageId) return true;
	if (session.eventId && reason.eventId) return sameOccurrence(session, reason);
	return !(session.stageId && reason.stageId);
}

function sameOccurrence(session: Identity, reason: Identity): boolean {
	return session.eventId === reason.eventId && isOneOccurrence(session.occurrenceAt, reason.occurrenceAt);
}

/** Whether the event begins that a past session was held ahead of. */
export function isRehearsed(session: Identity, reason: Pick<Reason, "isAhead"> & Identity): boolean {
	return session.eventId !== null && !reason.isAhead && sameOccurrence(session, reason);
}

/** Whether a past session was held for this very stage instance or occurrence. */
export function isSame(session: Identity, reason: Identity): boolean {
	if (session.stageId !== null && session.stageId === reason.stageId) return true;
	return session.eventId !== null && sameOccurrence(session, reason);
}
