import { LONGEST_CONTENT } from "../limits.ts";
import type { Greeting } from "./greeting.ts";
import type { Language } from "./language.ts";
import { MENTIONS, measure, type Party, type Words, write } from "./lines.ts";
import { safeName } from "./names.ts";

/** Servers may have AutoMod block messages with more mentions; 20 is a usual setting. */
const MOST_MENTIONS = 20;

/** A line in the making. */
interface DraftLine extends Party {
	/** Of the line and of its names and mentions, in UTF-16 units. */
	length: number;
	nameUnits: number;
	mentionUnits: number;
	/** Whom it mentions as soon as its words have mentions for so many people. */
	mentioned: string[];
}

/** A message in the making, which knows its length at every step. */
export function createDraft(language: Language) {
	const lines = new Map<string, DraftLine>();
	// What is said once per message.
	const apologies = new Set([""]);
	const notes = new Set([""]);
	let length = -1; // the first line has no line break before it
	let mentions = 0;

	return {
		/** Adds a person, or returns false and stays as it was when they do not fit. */
		add(greeting: Greeting, words: Words): boolean {
			const line = lines.get(words.key) ?? emptyLine(words);
			const { name, mention } = calledIn(greeting, language);
			const count = line.names.length + 1;
			const nameUnits = line.nameUnits + name.length;
			const mentionUnits = line.mentionUnits + mention.length;
			const mentioned = greeting.neutral ? line.mentioned : [...line.mentioned, greeting.userId];
			const moreMentions = mentionsIn(words, count, mentioned).length - mentionsOf(line).length;
			if (mentions + moreMentions > MOST_MENTIONS) return false;
			const lineLength = measure(words, nameUnits, mentionUnits, count, language);
			const apology = apologies.has(words.apology) ? 0 : language.between.length + words.apology.length;
			const note = notes.has(words.note) ? 0 : language.between.length + words.note.length;
			const grown = length + lineLength - line.length + apology + note;
			if (grown > LONGEST_CONTENT) return false;
			line.names.push(name);
			line.mentions.push(mention);
			lines.set(words.key, Object.assign(line, { length: lineLength, nameUnits, mentionUnits, mentioned }));
			apologies.add(words.apology);
			notes.add(words.note);
			length = grown;
			mentions += moreMentions;
			return true;
		},
		write(): { body: string; mentions: string[] } {
			const all = [...lines.values()];
			return { body: write(all, language), mentions: all.flatMap(mentionsOf) };
		},
	};
}

/** Writes what one person hears, however long it is. */
export function writeAlone(greeting: Greeting, words: Words, language: Language): string {
	const { name, mention } = calledIn(greeting, language);
	return write([{ words, names: [name], mentions: [mention] }], language);
}

function emptyLine(words: Words): DraftLine {
	return { words, names: [], mentions: [], length: -1, nameUnits: 0, mentionUnits: 0, mentioned: [] };
}

function mentionsOf({ words, names, mentioned }: DraftLine): readonly string[] {
	return mentionsIn(words, names.length, mentioned);
}

function mentionsIn(words: Words, people: number, mentioned: readonly string[]): readonly string[] {
	return words.sentence(people).includes(MENTIONS) ? mentioned : [];
}

function calledIn(greeting: Greeting, language: Language): { name: string; mention: string } {
	const name = (greeting.neutral ? "" : safeName(greeting.name)) || language.neutralName;
	return { name, mention: greeting.neutral ? name : `<@${greeting.userId}>` };
}
