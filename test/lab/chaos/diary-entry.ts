import type { LeadAnswer, LeadPress } from "./lead.ts";
import type { Action, Pace, Press } from "./plan.ts";

/** What has come to pass, in order; `at` is Discord's time. Of what people do, only what concerns one webinar. */
export type DiaryEntry = {
	at: number;
} /** `startsAt`: when what is on, or else is scheduled next, is to start after that; null for nothing. */ & (
	| { is: "action"; action: Action; startsAt: number | null }
	/** A host has chosen how fast the room is posted to. */
	| { is: "pace"; pace: Pace }
	/** What a guest wants is on its way to the bot. */
	| ({ is: "pressed"; who: string } & Press)
	/** A guest has been answered what they wanted last: that it is done, or something else. */
	| { is: "answered"; who: string; isDone: boolean }
	/** What somebody who leads wants is on its way to the bot. */
	| ({ is: "leads" } & LeadPress)
	/** They have been answered. */
	| { is: "led"; number: number; answer: LeadAnswer }
	/** No process is left. */
	| { is: "killed" }
	/** A process has been shown everything: the only one, or a second one. */
	| { is: "up" }
	/** Of two processes the first or the second has ended. */
	| { is: "ended"; first: boolean }
	/** The wire to Discord is cut. */
	| { is: "dropped" }
	/** The wire to Discord is silent: nothing is told before it is back. */
	| { is: "stalled" }
	/** It is back: the old session goes on, or Discord has shown everything anew. */
	| { is: "back"; fresh: boolean }
	/** The bot has taken in everything so far. */
	| { is: "settled" }
	/** Discord takes no connections for a while: what is tried then is tried unseen. */
	| { is: "refused" }
	| { is: "disk"; full: boolean }
	/** Another program locks the database, or lets go of it. */
	| { is: "lock"; on: boolean }
	/** Discord will refuse what is asked of it for a while, and does not say for how long. */
	| { is: "limited" }
	| { is: "clock"; wrong: boolean }
	/** Nothing more is waited for. */
	| { is: "over" }
);

/** An entry, but for its time. */
export type UndatedEntry = DiaryEntry extends infer One ? (One extends DiaryEntry ? Omit<One, "at"> : never) : never;
