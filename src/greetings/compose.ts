import { LONGEST_CONTENT } from "../limits.ts";
import type { Greeting, Scene } from "./greeting.ts";
import { createDraft, writeAlone } from "./message.ts";
import type { Turns } from "./pick.ts";
import { type Written, within } from "./rolls.ts";
import { speakersFor } from "./speakers.ts";
import { longestTakeaway, withTakeaway } from "./takeaway.ts";
import type { Voice } from "./voice.ts";
import { wordsFor } from "./words.ts";

/** One message, ready to post; it goes by user ids. Its body is never blank, and no longer than Discord takes, in UTF-16 units. */
export interface Composed extends Written {
	/** How many of the given greetings, from the front, are in it: at least 1. */
	count: number;
	/** Whom the body calls by name or mentions. */
	named: string[];
	/** The users the body mentions: the only ones it may ping. */
	mentions: string[];
	/** Post with SUPPRESS_NOTIFICATIONS: highlighted, but no sound. */
	silent: boolean;
}

/**
 * Writes one message for as many of the waiting greetings as fit, in their order; those with the same words share a
 * sentence. `turns` are those of the host; whatever is picked counts once the message is kept. Throws a RangeError for no greetings at all.
 */
export function compose(greetings: readonly Greeting[], voice: Voice, scene: Scene, turns: Turns): Composed {
	const speakerFor = speakersFor(voice, scene);
	const [first] = greetings;
	if (first === undefined) throw new RangeError("There is nobody to greet.");

	const most = LONGEST_CONTENT - (greetings.some(isThanked) ? longestTakeaway(scene, voice.language) : 0);
	const toTake = (written: Written, count: number) =>
		greetings.slice(0, count).some(isThanked) ? withTakeaway(written, scene, voice.language) : withoutRecap(written);
	let limit = greetings.length;
	while (limit > 0) {
		const tried = turns.try();
		const lineFor = wordsFor(speakerFor, scene, tried);
		const draft = createDraft(most);
		let count = 0;
		for (const greeting of greetings.slice(0, limit)) {
			const line = lineFor(greeting);
			if (!draft.add(greeting, line.words)) break;
			line.keep();
			count += 1;
		}
		if (count === 0) break;
		const { mentions, named, ...written } = draft.write();
		if (written.body.length <= most) {
			tried.keep();
			return { ...toTake(written, count), count, named, mentions, silent: silent(voice, mentions) };
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
	const cut = { body, rolls: within(alone.rolls, body.length) };
	const whole = toTake(cut, 1);
	const named = alone.isNamed && cut.rolls.some(({ spots }) => spots.length > 0) ? [first.userId] : [];
	return { ...(whole.body.length <= LONGEST_CONTENT ? whole : cut), count: 1, named, mentions: [], silent: false };
}

/** Where a recap stands matters in thanks alone: elsewhere none is put in later. */
const withoutRecap = ({ body, rolls }: Written): Written => ({ body, rolls });

const isThanked = ({ kind }: Greeting): boolean => kind === "thanks";

const silent = (voice: Voice, mentions: readonly string[]): boolean => voice.ping === "quiet" && mentions.length > 0;
