import { en } from "./languages/en.ts";
import type { TextKey, Texts } from "./texts.ts";

/** Whether `{mention}` mentions: not at all, highlighted without a notification, or with one. */
export type Ping = "off" | "quiet" | "on";

/** A host's way of speaking. */
export interface Voice {
	/** A language's tag. */
	language: string;
	/** IANA name; null while the host has not said: then no time of day is guessed. */
	timeZone: string | null;
	lateAfterMinutes: number;
	ping: Ping;
	/** An empty list means "leave this out" for note, returning, expected and missed, and the language's own text elsewhere. */
	texts: Texts;
	/** Texts saved when an apology came first, and a welcome back followed an opening even with a name in it: they still do. */
	oldOrder: readonly TextKey[];
}

/** How the bot speaks for a host who has set nothing. */
export const DEFAULT_VOICE: Voice = {
	language: en.tag,
	timeZone: null,
	lateAfterMinutes: 5,
	ping: "off",
	texts: en.texts,
	oldOrder: [],
};
