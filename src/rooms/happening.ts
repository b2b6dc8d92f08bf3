import type { Evidence } from "./evidence.ts";
import type { Reason } from "./reason.ts";
import type { Person, Presence, Present } from "./view.ts";

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
	/** They came in, and nobody but bots was there. */
	findsEmpty: boolean;
	/** How they were there until they left; null where that is not known, or who they were, and for who enters. */
	left: Presence | null;
}

/** Who is shown in a room as something happens. */
export interface Shown {
	present: Present;
	/** Somebody may be there who is not shown: nobody counts as gone. */
	partial: boolean;
}

/** Something that has happened to a room, `at` a time of the wall clock. */
export type RoomEvent = { at: number } & (
	| {
			kind: "moves";
			moves: readonly Move[];
			/** The reason for a session right after them; undefined when it did not change. */
			next: Reason | null | undefined;
	  }
	/**
	 * The reason for a session came, changed or went. `away`: a snapshot shows it, so it may be a while ago. `evidence`:
	 * what there is to go by where nothing is shown to be on.
	 */
	| ({ kind: "turn"; reason: Reason | null; evidence: Evidence; away: boolean } & Shown)
	/** The room is no more. `away`: a snapshot shows it. */
	| { kind: "gone"; away: boolean }
	/** A host opens a session by hand. */
	| ({ kind: "start"; called: CalledSession } & Shown)
	/** A host ends the session; `recap` is null when they leave none. */
	| ({ kind: "end"; recap: string | null } & Shown)
	/** Somebody who is in becomes a speaker. */
	| { kind: "speaks"; userId: string }
	/** People are named for the panel of the session that is on, or one of them is not on it any more. */
	| { kind: "panel"; change: PanelChange }
	/** Somebody else hosts the session from now on. */
	| { kind: "hand over"; hostId: string }
	/** Somebody has asked to be forgotten. */
	| { kind: "forget"; userId: string }
	/** It is time to compare what is stored with what Discord shows. */
	| ({ kind: "audit" } & Shown)
	/** The time of settling is over. */
	| ({ kind: "settle" } & Shown)
);

/** Who comes onto a panel, and whether they greet there; or who leaves it. */
export type PanelChange = { adds: string; greets: boolean } | { removes: string };

/** A session that a host opens by hand. */
export interface CalledSession {
	hostId: string;
	/** Null: the title of the stage or event in the room, else the room's name. */
	title: string | null;
	/** Null: now. */
	startsAt: number | null;
	/** Null: that of its host. */
	language: string | null;
}
