import { isCancelled, startOf } from "./dates.ts";
import { reasonFor } from "./reason.ts";
import type { EventView, ServerView } from "./view.ts";

/** An event that is held once, or one date of an event that recurs: what guests can be expected at. */
export interface EventDate {
	serverId: string;
	eventId: string;
	/** The original start of the date; null for an event that is held once. */
	occurrenceAt: number | null;
}

/** What somebody has said of an event with Discord's *Interested*. */
export interface Interest {
	eventId: string;
	/** Of which date alone, by its original start; null for all dates, or for an event that is held once. */
	occurrenceAt: number | null;
	userId: string;
	/** Null when they have taken back what they had said. */
	isInterested: boolean | null;
}

/** What people have said of a date. */
export interface Interests {
	/** Who is interested in the event, and so in all its dates. */
	inEvent: Set<string>;
	/** Who has said something of this date alone, and whether they are interested in it. */
	inDate: Map<string, boolean>;
}

/** Who is expected is known so long before the start. */
export const KNOWN_BEFORE_MS = 15 * 60_000;

/** The dates of a server's events at which it is to be known now who is expected: those that are on, or begin soon. */
export function datesToKnow(server: ServerView, now: number): EventDate[] {
	return [...server.events.values()]
		.filter((event) => isToBeKnown(server, event, now))
		.map(({ id: eventId, occurrenceAt }) => ({ serverId: server.id, eventId, occurrenceAt }));
}

function isToBeKnown(server: ServerView, event: EventView, now: number): boolean {
	const { id, roomId, activeSince } = event;
	if (roomId === null) return false;
	const isSoon = !isCancelled(event) && startOf(event) - now <= KNOWN_BEFORE_MS;
	if (isSoon || activeSince !== null) return true;
	// A stage may have been opened for it long before it begins.
	return server.stages.has(roomId) && reasonFor(server, { id: roomId })?.eventId === id;
}

/** Takes in what somebody has said of an event, as far as it is about this date. */
export function takeInterest(interests: Interests, date: EventDate, interest: Interest): void {
	const { eventId, occurrenceAt, userId, isInterested } = interest;
	if (eventId !== date.eventId) return;
	if (occurrenceAt === null) {
		if (isInterested) interests.inEvent.add(userId);
		else interests.inEvent.delete(userId);
	} else if (occurrenceAt === date.occurrenceAt) {
		if (isInterested === null) interests.inDate.delete(userId);
		else interests.inDate.set(userId, isInterested);
	}
}

/** Who is expected: what somebody has said of a date alone counts more than what they have said of all dates. */
export function expectedAmong({ inEvent, inDate }: Interests): Set<string> {
	const expected = new Set(inEvent);
	for (const [userId, isInterested] of inDate) {
		if (isInterested) expected.add(userId);
		else expected.delete(userId);
	}
	return expected;
}

/** Whether somebody is among those. */
export function isExpected({ inEvent, inDate }: Interests, userId: string): boolean {
	return inDate.get(userId) ?? inEvent.has(userId);
}
