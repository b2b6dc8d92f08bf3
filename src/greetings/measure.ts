import { honorificsOf, joinerOf, neutralWord } from "./joining.ts";
import { type Called, MENTIONS, NAMES, type Words } from "./lines.ts";

/** What a party's length depends on, besides its words. */
export interface PartySize {
	people: number;
	names: Units;
	mentions: Units;
}

/** Of how many people, and the UTF-16 units of what they are called: in a list, and the first of them alone. */
interface Units {
	count: number;
	listed: number;
	alone: number;
}

const NONE: Units = { count: 0, listed: 0, alone: 0 };
/** The size of a party of nobody. */
export const NOBODY: PartySize = { people: 0, names: NONE, mentions: NONE };

/** The size of a party that somebody has joined. */
export function joinedBy({ people, names, mentions }: PartySize, { name, mention }: Called): PartySize {
	return {
		people: people + 1,
		names: name ? more(names, name.listed, name.alone) : names,
		mentions: mention ? more(mentions, mention, mention) : mentions,
	};
}

function more(units: Units, listed: string, alone: string): Units {
	return {
		count: units.count + 1,
		listed: units.listed + listed.length,
		alone: units.count === 0 ? alone.length : units.alone,
	};
}

/**
 * How long `write` makes a line for a party of this size at most, without what is said once per message: a full stop less
 * behind names that bring one.
 */
export function measure(words: Words, { people, names, mentions }: PartySize): number {
	const { language } = words;
	const sentence = words.sentence(people);
	const [before, after] = honorificsOf(language);
	const polite = before.length + after.length;
	const joined = joinerOf(language).added(people);
	let length = sentence.length;
	for (const [mark, { count, listed, alone }] of [[NAMES, names] as const, [MENTIONS, mentions] as const]) {
		const times = sentence.split(mark).length - 1;
		if (times === 0) continue;
		const others = Array.from({ length: people - count }, (_, index) => neutralWord(count + index === 0, language));
		length += times * ((people === 1 ? alone : listed) + others.join("").length + joined - mark.length);
		if (polite > 0) length += (sentence.split(before + mark + after).length - 1) * (count - 1) * polite;
	}
	return length;
}
