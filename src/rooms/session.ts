import { isOneOccurrence } from "./dates.ts";
import type { Evidence } from "./evidence.ts";
import type { Identity, Reason } from "./reason.ts";

/** After this it is decided who leads a session: speakers often step on stage a moment after they open it. */
export const SETTLES_AFTER_MS = 2_000;

/** A room, as far as a session needs to know it. */
export interface RoomRef {
	id: string;
	serverId: string;
	name: string;
}

/** An open session as this process knows it. It changes only after the store has. */
export interface Session extends Identity {
	id: string;
	serverId: string;
	roomId: string;
	hostId: string | null;
	title: string;
	/** Who comes before is early, and lateness counts from here. */
	startsAt: number;
	/** Whether its host has said so. */
	isStartSaid: boolean;
	/** When it opened first. */
	openedAt: number;
	/** When it opened last: `openedAt`, unless it has been opened again. */
	reopenedAt: number;
	/** When it was found to have opened, where that is all that anybody can tell: `reopenedAt` is a guess then. */
	foundAt: number | null;
	/** When it was last compared with what Discord shows, and seen to be as stored; null before. */
	seenAt: number | null;
	/** What is said in it is in this language; null: in its host's. */
	language: string | null;
	note: string | null;
	recap: string | null;
	/** With which it can be told who asked to be forgotten in it; null where nobody has. */
	forgottenKey: string | null;
}

/** What can change in an open session. */
export type SessionChange = Partial<Omit<Session, "id" | "serverId" | "roomId">>;

/** What the present reason adds to what is known of a session. */
export function changeFor(session: Session, shown: Reason, at: number, evidence: Evidence): SessionChange {
	const reason = withoutAnother(session, shown);
	const startsAt = startOfSession(session, reason, at, evidence);
	return {
		stageId: reason.stageId ?? session.stageId,
		// Once known, an occurrence stays: a recurring event may show next week's before this week's stage has closed.
		...(reason.eventId && reason.eventId !== session.eventId
			? { eventId: reason.eventId, occurrenceAt: reason.occurrenceAt }
			: {}),
		title: reason.title ?? session.title,
		hostId: (session.hostId === reason.botId ? null : session.hostId) ?? reason.creatorId,
		...(startsAt === session.startsAt ? {} : { startsAt }),
	};
}

/** A session that has its event is not held for the one that comes next in the room. */
function withoutAnother({ eventId }: Session, reason: Reason): Reason {
	if (!reason.isAhead || eventId === null || eventId === reason.eventId) return reason;
	return { ...reason, eventId: null, occurrenceAt: null, title: null, creatorId: null, scheduledAt: null };
}

/**
 * When a session starts: as its event is scheduled, but nobody is early or late for what has not begun. One whose event
 * has been called off starts when it opened; one whose host has said when it starts is taken at their word.
 */
function startOfSession(session: Session, reason: Reason, at: number, evidence: Evidence): number {
	const { startsAt, isStartSaid } = session;
	if (isStartSaid) return startsAt;
	const scheduledAt = reason.scheduledAt ?? startToCome(session, evidence);
	if (scheduledAt === null) return startsAt > at && isCalledOff(session, evidence) ? openBy(session) : startsAt;
	return isNextDate(session, reason) ? startsAt : Math.max(scheduledAt, openBy(session));
}

/** When the event of a session is to begin, as is shown; null where it shows nothing to come, or its next date already. */
function startToCome({ eventId, occurrenceAt }: Session, { starts }: Evidence): number | null {
	const coming = starts.get(eventId ?? "");
	return coming && isOneOccurrence(occurrenceAt, coming.occurrenceAt) ? coming.at : null;
}

/** When a session had opened at the latest: nobody is late for what nobody knows to have begun. */
export function openBy({ reopenedAt, foundAt }: Pick<Session, "reopenedAt" | "foundAt">): number {
	return Math.max(reopenedAt, foundAt ?? reopenedAt);
}

function isCalledOff({ eventId }: Session, { lacksEvents, eventsOver }: Evidence): boolean {
	return eventId !== null && (!lacksEvents || eventsOver.has(eventId));
}

/** Whether the event shows its next date already. */
function isNextDate({ eventId, occurrenceAt }: Session, reason: Reason): boolean {
	return eventId === reason.eventId && !isOneOccurrence(occurrenceAt, reason.occurrenceAt);
}

/** When a session starts that opens for a reason. */
export function startFor({
	scheduledAt,
	openedAt,
	foundAt,
}: Pick<Reason, "scheduledAt" | "openedAt" | "foundAt">): number {
	const opened = openBy({ reopenedAt: openedAt, foundAt });
	return Math.max(scheduledAt ?? opened, opened);
}

/** When a session opened and starts. */
type OpeningTimes = Pick<Session, "openedAt" | "reopenedAt" | "foundAt" | "startsAt">;

/**
 * Corrects an opening in the future: the clock has been set back since. A start that was the opening moves along, unless
 * what the session is held for is scheduled for later. Null where there is nothing to correct.
 */
export function antedated(session: Session, shown: Reason | null, at: number): OpeningTimes | null {
	const { openedAt, reopenedAt, foundAt, startsAt } = session;
	if (openedAt <= at && openBy(session) <= at) return null;
	const opening = {
		openedAt: Math.min(openedAt, at),
		reopenedAt: Math.min(reopenedAt, at),
		foundAt: foundAt === null ? null : Math.min(foundAt, at),
	};
	if (startsAt !== openBy(session)) return { ...opening, startsAt };
	const reason = shown && withoutAnother(session, shown);
	const scheduledAt = reason && !isNextDate(session, reason) ? reason.scheduledAt : null;
	return { ...opening, startsAt: Math.max(scheduledAt ?? at, openBy(opening)) };
}
