import { LONGEST_CONTENT } from "../limits.ts";
import type { Greeting } from "./greeting.ts";
import type { Language } from "./language.ts";
import { MENTIONS, measure, type Party, type Words, write } from "./lines.ts";
import { safeName } from "./names.ts";

/** Servers may have AutoMod block messages with more mentions; 20 is a usual setting. */
const MOST_MENTIONS = 20;

/** A message in the making, which knows its length at every step. */
export function createDraft(language: Language) {
	const lines = new Map<string, Party & { length: number; nameUnits: number; mentionUnits: number }>();
	// What is said once per message.
	const apologies = new Set([""]);
	const notes = new Set([""]);
	const mentions: string[] = [];
	let length = -1; // the first line has no line break before it

	return {
		/** Adds a person, or returns false and stays as it was when they do not fit. */
		add(greeting: Greeting, words: Words): boolean {
			const key = `${words.sentence}\n${words.apology}\n${words.note}`;
			const mention = mentionOf(greeting, words);
			if (mention !== undefined && mentions.length === MOST_MENTIONS) return false;
			const { name, called } = calledIn(words, greeting, language);
			const line = lines.get(key) ?? { words, names: [], mentions: [], length: -1, nameUnits: 0, mentionUnits: 0 };
			const nameUnits = line.nameUnits + name.length;
			const mentionUnits = line.mentionUnits + called.length;
			const lineLength = measure(words, nameUnits, mentionUnits, line.names.length + 1, language);
			const apology = apologies.has(words.apology) ? 0 : language.between.length + words.apology.length;
			const note = notes.has(words.note) ? 0 : language.between.length + words.note.length;
			const grown = length + lineLength - line.length + apology + note;
			if (grown > LONGEST_CONTENT) return false;
			line.names.push(name);
			line.mentions.push(called);
			if (mention !== undefined) mentions.push(mention);
			apologies.add(words.apology);
			notes.add(words.note);
			lines.set(key, Object.assign(line, { length: lineLength, nameUnits, mentionUnits }));
			length = grown;
			return true;
		},
		write(): { body: string; mentions: string[] } {
			return { body: write([...lines.values()], language), mentions };
		},
	};
}

/** Writes what one person hears, however long it is. */
export function writeAlone(greeting: Greeting, words: Words, language: Language): string {
	const { name, called } = calledIn(words, greeting, language);
	return write([{ words, names: [name], mentions: [called] }], language);
}

function mentionOf(greeting: Greeting, words: Words): string | undefined {
	return words.sentence.includes(MENTIONS) && !greeting.neutral ? greeting.userId : undefined;
}

function calledIn(words: Words, greeting: Greeting, language: Language): { name: string; called: string } {
	const name = (greeting.neutral ? "" : safeName(greeting.name)) || language.neutralName;
	return { name, called: mentionOf(greeting, words) === undefined ? name : `<@${greeting.userId}>` };
}
