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
	/** When the stage or event began, as far as Discord tells. */
	openedAt: number;
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
	const event = eventOn(server, room, stage);
	const openedAt = stage?.openedAt ?? event?.activeSince;
	if (openedAt == null) return null;
	return {
		stageId: stage?.id ?? null,
		eventId: event?.id ?? null,
		occurrenceAt: event?.occurrenceAt ?? null,
		title: event?.name || stage?.topic || null,
		creatorId: event?.madeByBot ? null : (event?.creatorId ?? null),
		botId: event?.madeByBot ? event.creatorId : null,
		scheduledAt: event ? startOf(event) : null,
		openedAt,
	};
}

function eventOn(server: ServerView, room: Pick<RoomView, "id">, stage: StageView | null): EventView | null {
	const linked = stage?.eventId ? server.events.get(stage.eventId) : undefined;
	return linked ?? runningEvent(server, room) ?? (stage && comingEvent(server, room, stage));
}

function runningEvent(server: ServerView, room: Pick<RoomView, "id">): EventView | null {
	let latest: EventView | null = null; // we may have missed the end of an earlier one
	for (const event of server.events.values()) {
		if (event.activeSince === null || event.roomId !== room.id) continue;
		if (latest?.activeSince == null || event.activeSince > latest.activeSince) latest = event;
	}
	return latest;
}

/** What there is to go by in a room where nothing is shown to be on: it may be on all the same. */
export interface Evidence {
	/** When the last snapshot was taken: the packet may be lost that tells of what has begun since. */
	shownAt: number;
	/** That snapshot left something out of the stages, or of the events. */
	lacksStages: boolean;
	lacksEvents: boolean;
	/** The room's stage has been seen to be over since. */
	isStageOver: boolean;
	/** Events that are shown not to be running, or have been seen to be over since. */
	eventsOver: ReadonlySet<string>;
}

/** What there is to go by in a room. */
export function evidenceFor(server: ServerView, room: Pick<RoomView, "id">): Evidence {
	const shown = [...server.events.values()].filter((event) => event.activeSince === null).map(({ id }) => id);
	return {
		shownAt: server.shownAt,
		lacksStages: server.holes.has("stages"),
		lacksEvents: server.holes.has("events"),
		isStageOver: server.over.has(room.id),
		eventsOver: new Set([...shown, ...server.over]),
	};
}

/** Whether something that began at a time may be on although nothing is shown to be. */
export function mayGoOn({ stageId, eventId }: Identity, openedAt: number, now: number, evidence: Evidence): boolean {
	const { shownAt, lacksStages, lacksEvents, isStageOver, eventsOver } = evidence;
	const isNewer = openedAt > shownAt && openedAt <= now; // what began later than now was begun by a clock that is fast
	const stageMay = stageId !== null && !isStageOver && (lacksStages || isNewer);
	const eventMay = eventId !== null && !eventsOver.has(eventId) && (lacksEvents || isNewer);
	return stageMay || eventMay;
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

/** Whether a past session was held for this very stage instance or occurrence. */
export function isSame(session: Identity, reason: Identity): boolean {
	if (session.stageId !== null && session.stageId === reason.stageId) return true;
	return session.eventId !== null && sameOccurrence(session, reason);
}

/** A session that closed less than this ago may be the one that opens again. */
export const REOPEN_WITHIN_MS = 5 * 60_000;

/** A session of the past, as far as it matters whether it opens again. */
export interface PastSession extends Identity {
	hostId: string | null;
	closedAt: number | null;
	/** Who was greeted in it and had not gone before it ended. */
	audience: ReadonlySet<string>;
}

/** Who is there when a session opens. */
export interface Gathering {
	/** Those who may be the host this time, as far as is known yet. */
	hosts: readonly string[];
	present: ReadonlyMap<string, unknown>;
}

/**
 * The one of a room's past sessions (newest first) that opens again for this reason, so that nobody is greeted a second
 * time: the one of the same stage instance or occurrence, or one of less than five minutes ago that the same host opens,
 * or whose audience is still there. Null when a new session is to open.
 */
export function reopens<S extends PastSession>(
	past: S[],
	reason: Identity,
	gathering: Gathering,
	now: number,
): S | null {
	for (const session of past) if (isSame(session, reason)) return session;
	const latest = past[0];
	if (!latest || latest.closedAt === null) return null;
	if (Math.abs(now - latest.closedAt) > REOPEN_WITHIN_MS) return null; // a clock that was fast may have closed it
	if (latest.eventId && reason.eventId) return null; // another event is another session, however soon it follows
	return isLedAgain(latest, gathering) || hasItsAudience(latest, gathering) ? latest : null;
}

/** Whether a past session's host leads again, as far as is known. */
function isLedAgain({ hostId }: PastSession, { hosts }: Gathering): boolean {
	return hostId === null || hosts.length === 0 || hosts.includes(hostId);
}

/** Whether at least half of a past session's audience is there. */
export function hasItsAudience({ audience }: PastSession, { present }: Pick<Gathering, "present">): boolean {
	const back = [...audience].filter((userId) => present.has(userId)).length;
	return audience.size > 0 && back * 2 >= audience.size;
}
