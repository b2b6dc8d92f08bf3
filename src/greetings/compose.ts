import { LONGEST_CONTENT } from "../limits.ts";
import type { Greeting, Scene } from "./greeting.ts";
import { createDraft, writeAlone } from "./message.ts";
import type { Turns } from "./pick.ts";
import { type Roll, within } from "./rolls.ts";
import { speakersFor } from "./speakers.ts";
import type { Voice } from "./voice.ts";
import { wordsFor } from "./words.ts";

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
	/** Where each of them is called in the body, by user id. */
	rolls: Roll[];
}

/**
 * Writes one message for as many of the waiting greetings as fit, in their order; those with the same words share a
 * sentence. `turns` are those of the host; whatever is picked counts once the message is kept. Throws a RangeError for no greetings at all.
 */
export function compose(greetings: readonly Greeting[], voice: Voice, scene: Scene, turns: Turns): Composed {
	const speakerFor = speakersFor(voice, scene);
	const [first] = greetings;
	if (first === undefined) throw new RangeError("There is nobody to greet.");

	let limit = greetings.length;
	while (limit > 0) {
		const tried = turns.try();
		const lineFor = wordsFor(speakerFor, scene, tried);
		const draft = createDraft();
		let count = 0;
		for (const greeting of greetings.slice(0, limit)) {
			const line = lineFor(greeting);
			if (!draft.add(greeting, line.words)) break;
			line.keep();
			count += 1;
		}
		if (count === 0) break;
		const { body, mentions, rolls } = draft.write();
		if (body.length <= LONGEST_CONTENT) {
			tried.keep();
			return { body, count, mentions, silent: silent(voice, mentions), rolls };
		}
		limit = count - 1; // a language whose "and" depends on the names made it longer than measured
	}
	const line = wordsFor(speakerFor, scene, turns)(first);
	line.keep();
	const alone = writeAlone(first, line.words);
	const body = alone.body
		.slice(0, LONGEST_CONTENT)
		.replace(/[\uD800-\uDBFF]$/, "")
		.trimEnd();
	return { body, count: 1, mentions: [], silent: false, rolls: within(alone.rolls, body.length) };
}

const silent = (voice: Voice, mentions: readonly string[]): boolean => voice.ping === "quiet" && mentions.length > 0;
