import { LONGEST_SERVER_NAME, LONGEST_STAGE_TOPIC } from "../limits.ts";
import { timestamp } from "../timestamp.ts";
import { longestSafe, ownWords, safeWords } from "./escape.ts";
import type { Scene } from "./greeting.ts";
import { safeName } from "./names.ts";

/** How much of a session's title is said. */
export const TITLE = { graphemes: LONGEST_STAGE_TOPIC, units: 160 };
const SERVER = { graphemes: LONGEST_SERVER_NAME, units: 140 };

/** The most UTF-16 units these take in a message, escaped. */
export const LONGEST_TITLE = longestSafe(TITLE);
/** See `LONGEST_TITLE`. */
export const LONGEST_SERVER = longestSafe(SERVER);
/** The most UTF-16 units of a note or recap that are said; what saves them asks for no more. */
export const LONGEST_OWN_WORDS = 300;

/** A recap, safe to post; "" for none. */
export function recapValue(recap: string | null): string {
	return ownWords(recap ?? "", LONGEST_OWN_WORDS);
}

/** The scene's part of a text's values, safe to post. */
export function sceneValues(scene: Scene) {
	return {
		title: safeWords(scene.title, TITLE),
		host: safeName(scene.host ?? ""),
		server: safeWords(scene.server, SERVER),
		start: timestamp(scene.startsAt, "R"), // "in 5 minutes", in each reader's own language
		startTime: timestamp(scene.startsAt, "t"), // "19:00", in each reader's own zone
		note: ownWords(scene.note ?? "", LONGEST_OWN_WORDS),
		recap: recapValue(scene.recap),
		next: scene.next === null ? "" : timestamp(scene.next, "F"), // weekday, date and time
	};
}
