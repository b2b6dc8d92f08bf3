import type { Move, PanelChange } from "./happening.ts";
import type { Reason } from "./reason.ts";
import type { Session, SessionChange } from "./session.ts";
import type { Present } from "./view.ts";

/** Something to do about a room. It can be done again when it was cut off: unique keys keep things single. */
export type Step = { at: number } & (
	| {
			do: "open";
			/** What it is held for. */
			reason: Reason;
			/** Who comes before is early, and lateness counts from here. */
			startsAt: number;
			/** Whether its host has said so. */
			isStartSaid: boolean;
			/** The reason that keeps it open; null when only its host does. */
			keptBy: Reason | null;
			present: Present;
			/** Its host opens it by hand. */
			called: boolean;
			/** What is said in it is in this language; null where its host has not said so. */
			language: string | null;
			/** Somebody was there or has come, though they may have left again by now. */
			visited: boolean;
			/** What it is held for may have been on for a while: nobody saw it begin. */
			away: boolean;
	  }
	| {
			do: "close";
			/** Whom to thank. */
			present: Present;
			/** It ended unseen: `at` is when that was found out. */
			away: boolean;
			byHost: { recap: string | null } | null;
			/** The reason for a session that remains in the room. */
			next: Reason | null;
	  }
	/** Stores what has changed in the session, and records its reason and since when the room is empty. */
	| { do: "note"; change: SessionChange; reason: Reason | null; emptySince: number | null }
	/** Stores who has come for the first time, and greets them. */
	| { do: "admit"; moves: readonly Move[] }
	/** Stores when people enter and leave. */
	| { do: "follow"; moves: readonly Move[] }
	/** Puts somebody on the session's panel, or takes them off it. */
	| { do: "change panel"; change: PanelChange }
	/** Stores another host, who leads from now on; the one before stays on the panel. */
	| { do: "hand over"; hostId: string }
	/** Asks the host whether somebody who speaks by now is on the panel. */
	| { do: "ask about"; userId: string }
	/** Keeps in mind until the end of the session that somebody is not to be stored in it any more. */
	| { do: "forget"; userId: string }
	/** Stores what nobody saw: people present without a stay came in, people with a stay who are not present left. */
	| {
			do: "compare";
			present: Present;
			/** Somebody may be there who is not shown: nobody counts as gone. */
			partial: boolean;
			/** Left for later: it is not known yet whether they lead the session. */
			later: ReadonlySet<string>;
			/** Speakers who were there at the opening: they came, but are no guests. */
			panel: ReadonlySet<string>;
			settles: boolean;
	  }
	/** Greets people who come while no session is on. */
	| { do: "welcome after hours"; moves: readonly Move[] }
	/** They leave while no session is on: what has not been said to them yet is left unsaid. */
	| { do: "let go after hours"; moves: readonly Move[] }
	/** The room is no more: what waits to be said to its people is left unsaid. */
	| { do: "fall silent" }
	| { do: "answer"; yes: boolean }
);

/** What was done, and is stored by now. */
export type Done =
	| {
			did: "open";
			session: Session;
			/** Another process had opened it. */
			wasOpen: boolean;
			keptBy: Reason | null;
			emptySince: number | null;
			atOpening: ReadonlySet<string>;
			/** By the steady clock. */
			settlesAt: number;
	  }
	| { did: "leave closed"; reason: Reason | null; endedByHost: boolean }
	| { did: "close"; byHost: boolean; next: Reason | null }
	| { did: "note"; change: SessionChange; reason: Reason | null; emptySince: number | null }
	/** `unnamed` are in the room, and it is not known yet who they are; null when nothing was settled. */
	| { did: "compare"; change: SessionChange; unnamed: ReadonlySet<string> | null }
	| { did: "nothing of note" };
