import type { Move } from "./happening.ts";
import type { Reason } from "./reason.ts";
import type { Session, SessionChange } from "./session.ts";
import type { Present } from "./view.ts";

/** Something to do, each in one transaction. */
export type Step = { at: number } & (
	| {
			do: "open";
			/** What it is held for. */
			reason: Reason;
			/** What keeps it open. */
			keptBy: Reason | null;
			present: Present;
			/** Its host calls for it. */
			called: boolean;
			/** Somebody was there or has come, though they may have left again by now. */
			visited: boolean;
	  }
	| {
			do: "close";
			/** Whom to thank. */
			present: Present;
			/** It ended unseen: `at` is when that was found out. */
			away: boolean;
			byHost: { recap: string | null } | null;
			/** What is on in the room then. */
			next: Reason | null;
	  }
	/** Takes note of what keeps the room's session open and since when the room is empty; stores what is to be stored. */
	| { do: "note"; change: SessionChange; reason: Reason | null; emptySince: number | null }
	/** Stores who has come for the first time, and has them greeted. */
	| { do: "admit"; moves: readonly Move[] }
	/** Stores from when to when people stay. */
	| { do: "follow"; moves: readonly Move[] }
	/** Stores what nobody saw: who is there and has no stay came in, who has one and is not there has left. */
	| {
			do: "compare";
			present: Present;
			/** Left for later: it is not known yet whether they lead the session. */
			later: ReadonlySet<string>;
			/** Speakers who were there at the opening: they came, but are no guests. */
			panel: ReadonlySet<string>;
			settles: boolean;
	  }
	/** Has those greeted who come while nothing is on. */
	| { do: "welcome after hours"; moves: readonly Move[] }
	| { do: "answer"; yes: boolean }
);

/** What was done, and is stored by now. */
export type Done =
	| {
			did: "open";
			session: Session;
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
