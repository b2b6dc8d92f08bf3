import { isCancelled, startOf } from "./dates.ts";
import type { Identity } from "./reason.ts";
import type { RoomView, ServerView } from "./view.ts";

/** What there is to go by in a room where nothing is shown to be on: it may be on all the same. */
export interface Evidence {
	/** When the last snapshot was taken: the packet may be lost that tells of what has begun since. */
	shownAt: number;
	/** That snapshot left something out of the stages, or of the events. */
	lacksStages: boolean;
	lacksEvents: boolean;
	/** The room's stage has been seen to be over since. */
	isStageOver: boolean;
	/**
	 * Events that are shown not to be running in the room, by when that was shown; for all time, those that have been seen to
	 * be over since.
	 */
	eventsOver: ReadonlyMap<string, number>;
	/** When each event begins that is to come in the room, by its id, and which of its dates that is: see `Identity`. */
	starts: ReadonlyMap<string, { at: number; occurrenceAt: number | null }>;
}

/** What there is to go by in a room. */
export function evidenceFor(server: ServerView, room: Pick<RoomView, "id">): Evidence {
	const events = [...server.events.values()];
	const notRunning = events.filter((event) => event.activeSince === null || event.roomId !== room.id);
	const coming = events.filter((event) => event.roomId === room.id && !isCancelled(event));
	return {
		shownAt: server.shownAt,
		lacksStages: server.holes.has("stages"),
		lacksEvents: server.holes.has("events"),
		isStageOver: server.over.has(room.id),
		eventsOver: new Map([
			...notRunning.map(({ id, shownAt }) => [id, shownAt] as const),
			...[...server.over].map((id) => [id, Number.POSITIVE_INFINITY] as const),
		]),
		starts: new Map(coming.map((event) => [event.id, { at: startOf(event), occurrenceAt: event.occurrenceAt }])),
	};
}

/** Whether something that began at a time may be on although nothing is shown to be. */
export function mayGoOn({ stageId, eventId }: Identity, openedAt: number, now: number, evidence: Evidence): boolean {
	const { shownAt, lacksStages, lacksEvents, isStageOver, eventsOver } = evidence;
	const isNewer = openedAt > shownAt && openedAt <= now; // what began later than now was begun by a clock that is fast
	const stageMay = stageId !== null && !isStageOver && (lacksStages || isNewer);
	// One that was last shown before it began may have begun since, as another process has seen. What a stage keeps open,
	// ahead of its event, tells nothing of that.
	const overAt = eventsOver.get(eventId ?? "");
	const isEventOver = overAt !== undefined && (stageId !== null || overAt >= openedAt);
	const eventMay = eventId !== null && !isEventOver && (lacksEvents || isNewer);
	return stageMay || eventMay;
}
