import type { Reason } from "./reason.ts";
import type { Person, Present } from "./view.ts";

/** Somebody entering or leaving a room. */
export interface Move {
	person: Person;
	enters: boolean;
	at: number;
	/** False when nobody saw it as it happened. */
	witnessed: boolean;
	/** On a stage: as a speaker. */
	onStage: boolean;
	/** Nobody but bots was in the room after it. */
	leavesEmpty: boolean;
}

/** Something that has happened to a room, `at` a time of the wall clock. */
export type RoomEvent = { at: number } & (
	| {
			kind: "moves";
			moves: readonly Move[];
			/** What there was to hold a session for right after them; undefined when that did not change. */
			next: Reason | null | undefined;
	  }
	/** What keeps a session open came, changed or went; `away` when a snapshot told, so that it may be a while ago. */
	| { kind: "turn"; reason: Reason | null; present: Present; away: boolean }
	/** A host calls for a session. */
	| { kind: "start"; called: Called; present: Present }
	/** A host ends the session, with a recap if there is one. */
	| { kind: "end"; recap: string | null; present: Present }
	/** Time for a look at what nobody saw. */
	| { kind: "audit"; present: Present }
	/** The time of settling is over. */
	| { kind: "settle"; present: Present }
);

/** A session that a host calls for. */
export interface Called {
	hostId: string;
	/** Null: whatever the stage or the room is called. */
	title: string | null;
	/** Null: now. */
	startsAt: number | null;
}
