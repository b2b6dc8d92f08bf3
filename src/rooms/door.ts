import type { Move } from "./admission.ts";
import type { Live } from "./live.ts";
import { continues, type Reason } from "./reason.ts";
import type { Presence, RoomView, ServerView } from "./view.ts";

/** The reason for a session came, changed or went; with who was in the room at that moment. */
export interface Turn {
	reason: Reason | null;
	at: number;
	present: ReadonlyMap<string, Presence>;
	/** A snapshot told us: if a session ended, it did so while we were away. */
	away: boolean;
}

/** Something a host asked for, done when what happened before it is stored. */
export interface Errand {
	run(): Promise<void>;
	/** Nothing comes of it: the server is gone. */
	drop(): void;
}

/** A room and what is still to be stored about it. */
export interface Door {
	server: ServerView;
	room: RoomView;
	live: Live | null;
	/** What happened and is not stored yet, in order: a session's guests are those who came during it. */
	events: (Move | Turn | Errand)[];
	/** The reason last seen, to notice when it changes. */
	reason: Reason | null;
	/** The reason there was when what is stored by now happened: behind `reason` while events wait. */
	taken: Reason | null;
	/** Its host has ended the session although what it was opened for goes on. */
	endedByHost: boolean;
	/** Since when nobody but bots is in the room; null while somebody is. */
	emptySince: number | null;
	/** Look for comings and goings that nobody saw. */
	audit: boolean;
	dirty: boolean;
	working: Promise<void> | null;
}

/** A door nobody has come to yet. */
export function doorTo(server: ServerView, room: RoomView): Door {
	const idle = { audit: false, dirty: false, working: null };
	return {
		server,
		room,
		live: null,
		events: [],
		reason: null,
		taken: null,
		emptySince: null,
		endedByHost: false,
		...idle,
	};
}

/** A session ends when its room has been empty for so long. */
const EMPTY_ENDS_AFTER_MS = 10 * 60_000;

/** The comings and goings up to the next turn or errand. */
export function leadingMoves(events: readonly (Move | Turn | Errand)[]): Move[] {
	const moves: Move[] = [];
	for (const event of events) {
		if (!("enters" in event)) break;
		moves.push(event);
	}
	return moves;
}

/** Whether a session's room has been empty for too long. */
export function isDeserted(live: Live, now: number): boolean {
	return live.emptySince !== null && now - live.emptySince >= EMPTY_ENDS_AFTER_MS;
}

/** Whether what kept a session open has gone, or given way to another session's. */
export function hasEnded(live: Live, reason: Reason | null): boolean {
	if (live.stageId === null && live.eventId === null) return false; // it lasts until its host ends it
	return reason === null || !continues(live, reason);
}
