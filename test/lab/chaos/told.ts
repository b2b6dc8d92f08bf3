import type { DiaryEntry, UndatedEntry } from "./diary-entry.ts";
import type { LeadAnswer, LeadPress } from "./lead.ts";
import { Model } from "./model.ts";
import type { Action, Cast, Press } from "./plan.ts";

/** One webinar on a stage. */
export const cast: Cast = {
	trial: 1,
	kind: "stage",
	startsInMinutes: [0, 0, 0],
	maker: "Host 1x1",
	showsMaker: false,
	recurs: false,
	pace: "calm",
	hosts: ["Host 1x1", "Host 1x2"],
	guests: ["Guest 1x1", "Guest 1x2"],
	panel: [],
	bots: ["Jukebox 1x1"],
	leading: null,
};
/** Two who come to it. */
export const [maya = "", sunil = ""] = cast.guests;
/** When it all began. */
export const BEGAN = 1_000_000_000;

/** What a model makes of entries that follow one another at these seconds. */
export function modelOf(...entries: readonly (readonly [seconds: number, UndatedEntry])[]): Model {
	return modelFor(cast, ...entries);
}

/** The same for another webinar. */
export function modelFor(cast: Cast, ...entries: readonly (readonly [seconds: number, UndatedEntry])[]): Model {
	const model = new Model(cast);
	for (const [seconds, entry] of entries) model.take({ ...entry, at: timeAt(seconds) } as DiaryEntry);
	return model;
}

/** So many seconds after it all began. */
export const timeAt = (seconds: number) => BEGAN + seconds * 1_000;
/** A post that was tried and accepted so many seconds after it all began. */
export const postAt = (seconds: number) => ({ triedAt: timeAt(seconds), acceptedAt: timeAt(seconds) });

/** Somebody does something; what is on, or comes next, is scheduled for `starts`, in seconds. */
export const act = (action: Action, starts: number | null = null): UndatedEntry => ({
	is: "action",
	action,
	startsAt: starts === null ? null : timeAt(starts),
});
/** Somebody comes into the room; hosts as speakers. */
export const joins = (who: string, packet: "sent" | "lost" = "sent"): UndatedEntry =>
	act({ do: "join", who, room: "room", speaker: who.startsWith("Host"), packet });
/** Somebody goes. */
export const leaves = (who: string): UndatedEntry => act({ do: "leave", who, packet: "sent" });
/** A host opens the stage, or begins the event that is scheduled for `starts`, in seconds. */
export const opens = (host = "Host 1x1", starts: number | null = null): UndatedEntry =>
	act({ do: "open", host, packet: "sent" }, starts);
/** What is on, or comes next, is moved to a time in seconds. */
export const movesTo = (starts: number, packet: "sent" | "lost" = "sent"): UndatedEntry =>
	act({ do: "move start", inMinutes: 0, packet }, starts);
/** What comes next is cancelled. */
export const cancels: UndatedEntry = act({ do: "cancel date", packet: "sent" });
/** The room is deleted. */
export const deletes: UndatedEntry = act({ do: "delete room", channelFirst: false });
/** The stage closes. */
export const closes = act({ do: "close", packet: "sent" });
/** A guest says something of themselves. */
export const presses = (who: string, what: Press["what"], called = ""): UndatedEntry => ({
	is: "pressed",
	who,
	what,
	called,
});
/** A guest is told that what they wanted is done. */
export const isTold = (who: string): UndatedEntry => ({ is: "answered", who, isDone: true });
/** The bot has taken in everything. */
export const settled: UndatedEntry = { is: "settled" };
/** A bot that runs, and a session whose host it knows. */
export const begin = [
	[0, { is: "up" }],
	[1, joins("Host 1x1")],
	[1, opens()],
	[5, settled],
] as const;
/** Somebody who leads presses something; a hello in the session with that id. */
export const leads = (number: number, what: LeadPress["what"], who: string, session = "s"): UndatedEntry => ({
	...{ is: "leads", number, what, who },
	...(what === "hello" ? { session, when: "at" } : { session: null, when: null }),
});
/** They are answered. */
export const led = (number: number, answer: LeadAnswer = "done"): UndatedEntry => ({ is: "led", number, answer });
