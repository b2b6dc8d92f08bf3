import { LONGEST_CONTENT } from "../limits.ts";
import type { Greeting } from "./greeting.ts";
import { type Called, MENTIONS, type Party, type Words, write } from "./lines.ts";
import { joinedBy, measure, NOBODY, type PartySize } from "./measure.ts";
import { listedName, safeName } from "./names.ts";
import type { Written } from "./rolls.ts";

/** Servers may have AutoMod block messages with more mentions; 20 is a usual setting. */
const MOST_MENTIONS = 20;

/** A line in the making. */
interface DraftLine extends Party {
	people: Called[];
	/** Of those who can be mentioned. */
	userIds: string[];
	size: PartySize;
	length: number;
}

/** A message in the making of at most so many UTF-16 units, which knows its length at every step. */
export function createDraft(most = LONGEST_CONTENT) {
	const lines = new Map<string, DraftLine>();
	// What is said once per message.
	const apologies = new Set([""]);
	const notes = new Map([["", 0]]); // with the units that each takes
	let length = -1; // the first line has no line break before it
	let mentions = 0;

	return {
		/** Adds a person, or returns false and stays as it was when they do not fit. */
		add(greeting: Greeting, words: Words): boolean {
			const line = lines.get(words.key) ?? { words, people: [], userIds: [], size: NOBODY, length: -1 };
			const called = calledIn(greeting);
			const size = joinedBy(line.size, called);
			const mentionsNow = mentions + mentionsIn(words, size) - mentionsIn(words, line.size);
			if (mentionsNow > MOST_MENTIONS) return false;
			const lineLength = measure(words, size);
			const apology = apologies.has(words.apology) ? 0 : words.language.between.length + words.apology.length;
			// It may come to stand in any of its lines, and languages put more or less in front of it.
			const noted = words.note === "" ? 0 : words.language.between.length + words.note.length;
			const notedBefore = notes.get(words.note) ?? 0;
			const note = Math.max(noted, notedBefore);
			const grown = length + lineLength - line.length + apology + note - notedBefore;
			if (grown > most) return false;
			line.people.push(called);
			if (called.mention !== undefined) line.userIds.push(greeting.userId);
			lines.set(words.key, Object.assign(line, { size, length: lineLength }));
			apologies.add(words.apology);
			notes.set(words.note, note);
			length = grown;
			mentions = mentionsNow;
			return true;
		},
		write(): Written & { mentions: string[]; named: string[] } {
			const all = [...lines.values()];
			const mentioned = all.filter(({ words, size }) => mentionsIn(words, size) > 0);
			const mentions = mentioned.flatMap(({ userIds }) => userIds);
			const byName = all.flatMap(({ people }) => people.filter(({ name }) => name).map(({ who }) => who));
			return { ...write(all), mentions, named: [...new Set([...byName, ...mentions])] };
		},
	};
}

/** Writes what one person hears, however long it is. */
export function writeAlone(greeting: Greeting, words: Words): Written & { isNamed: boolean } {
	const called = calledIn(greeting);
	const isMentioned = mentionsIn(words, joinedBy(NOBODY, called)) > 0;
	return { ...write([{ words, people: [called] }]), isNamed: called.name !== undefined || isMentioned };
}

/** How many people words mention in a party of this size. */
function mentionsIn(words: Words, { people, mentions }: PartySize): number {
	return words.sentence(people).includes(MENTIONS) ? mentions.count : 0;
}

function calledIn({ neutral, name, userId }: Greeting): Called {
	if (neutral) return { who: userId };
	const alone = safeName(name);
	const mention = `<@${userId}>`;
	return alone === ""
		? { who: userId, mention }
		: { who: userId, name: { alone, listed: listedName(name, alone) }, mention };
}
