import { LONGEST_CONTENT } from "../limits.ts";
import { languageOf } from "./languages.ts";
import { createDraft, writeAlone } from "./message.ts";
import type { TextKey } from "./texts.ts";
import type { Voice } from "./voice.ts";
import { wordsFor } from "./words.ts";

/** One person to greet. */
export interface Greeting {
	userId: string;
	/** As `chooseName` gave it, not escaped. */
	name: string;
	kind: "early" | "onTime" | "late" | "afterHours" | "thanks";
	/** How late a late person came. */
	minutes: number;
	/** The how-manieth visit this is; 1 is the first. */
	visits: number;
	/** Greeted so long after the arrival that an apology is due. */
	missed: boolean;
	/** Discord refused a message with this name: the language's neutral name stands in, without a mention. */
	neutral?: boolean;
}

/** What is the same for everyone a message greets. Times in milliseconds; null for what there is nothing to say about. */
export interface Scene {
	title: string;
	host: string | null;
	server: string;
	startsAt: number;
	note: string | null;
	recap: string | null;
	/** The next session's start. */
	next: number | null;
	now: number;
}

/** One message, ready to post. */
export interface Composed {
	/** Never blank, and no longer than Discord takes, in UTF-16 units. */
	body: string;
	/** How many of the given greetings, from the front, are in it: at least 1. */
	count: number;
	/** The users the body mentions: the only ones it may ping. */
	mentions: string[];
	/** Post with SUPPRESS_NOTIFICATIONS: highlighted, but no sound. */
	silent: boolean;
}

/**
 * Writes one message for as many of the waiting greetings as fit, in their order; those with the same words share a
 * sentence. `pick` is asked once per text. Throws a RangeError for no greetings at all.
 */
export function compose(
	greetings: readonly Greeting[],
	voice: Voice,
	scene: Scene,
	pick: (key: TextKey, variants: number) => number,
): Composed {
	const language = languageOf(voice.language);
	const wordsOf = wordsFor(voice, language, scene, pick);
	const [first] = greetings;
	if (first === undefined) throw new RangeError("There is nobody to greet.");

	let limit = greetings.length;
	while (limit > 0) {
		const draft = createDraft(language);
		let count = 0;
		for (const greeting of greetings) {
			if (count === limit || !draft.add(greeting, wordsOf(greeting))) break;
			count += 1;
		}
		if (count === 0) break;
		const { body, mentions } = draft.write();
		if (body.length <= LONGEST_CONTENT) return { body, count, mentions, silent: silent(voice, mentions) };
		limit = count - 1; // a language whose "and" depends on the names made it longer than measured
	}
	const body = writeAlone(first, wordsOf(first), language);
	const cut = body.slice(0, LONGEST_CONTENT).replace(/[\uD800-\uDBFF]$/, "");
	return { body: cut, count: 1, mentions: [], silent: false };
}

const silent = (voice: Voice, mentions: readonly string[]): boolean => voice.ping === "quiet" && mentions.length > 0;
