import { honorificsOf, joinerOf, neutralWord, type Piece } from "./joining.ts";
import type { Language } from "./language.ts";
import type { Roll, Written } from "./rolls.ts";

/** Stand where the names and the mentions will be. Noncharacters: neither a text nor a value contains them. */
export const NAMES = "\uFDD0";
/** See `NAMES`. */
export const MENTIONS = "\uFDD1";

/** Stands before and behind the recap. */
export const RECAP = "\uFDD3";

/** Whether words name those to whom they are said. */
export function isAddressed(words: string): boolean {
	return words.includes(NAMES) || words.includes(MENTIONS);
}

/** What is said to some people, still without their names. */
export interface Words {
	/** Tells words apart: it is the same for words that are. */
	key: string;
	language: Language;
	/** Whether the host says it, in the language of the note. */
	isHosts: boolean;
	/** One or more sentences with `NAMES`, `MENTIONS` or both, as they are said to so many people. */
	sentence(people: number): string;
	/** Said once per message, after the last line it belongs to; "" for none. */
	apology: string;
	/** Whether the apology stands before the first line it belongs to instead, as in texts of earlier times. */
	apologyFirst: boolean;
	/** The host's note, said once per message, after the last line it belongs to, if it can be one of the host's; "" for none. */
	note: string;
}

/** How somebody is called, safe to post; without a name or a mention where a neutral word has to do. */
export interface Called {
	/** Tells them apart from others in a message. */
	who: string;
	name?: {
		/** By themselves. */
		alone: string;
		/** Among others. */
		listed: string;
	};
	mention?: string;
}

/** The people who hear the same words, in the order in which they came. */
export interface Party {
	words: Words;
	people: readonly Called[];
}

/** Words, or a list of people. */
type Part = string | { manner: Omit<Roll, "spots">; pieces: readonly Piece[] };

/** Writes the lines, for which apologies and the note are said once. */
export function write(lines: readonly Party[]): Written {
	const sorted = inOrder(lines);
	const firstSorry = new Map(sorted.toReversed().map((line) => [line.words.apology, line]));
	const lastSorry = new Map(sorted.map((line) => [line.words.apology, line]));
	const hostsLast = sorted.toSorted((a, b) => Number(a.words.isHosts) - Number(b.words.isHosts));
	const lastNoted = new Map(hostsLast.map((line) => [line.words.note, line]));
	const parts = sorted.flatMap((line, index): Part[] => {
		const { apology, apologyFirst, note, language } = line.words;
		const sentences = [
			apologyFirst && firstSorry.get(apology) === line ? [apology] : [],
			fillIn(line),
			!apologyFirst && lastSorry.get(apology) === line ? [apology] : [],
			lastNoted.get(note) === line ? [note] : [],
		];
		const said = sentences.filter((sentence) => sentence.some((part) => part !== ""));
		const all = said.flatMap((sentence, nth) => (nth === 0 ? sentence : [language.between, ...sentence]));
		return index === 0 ? all : ["\n", ...all];
	});
	return putTogether(parts);
}

/**
 * Lines in one language stand together, so that people find theirs at a glance, and so do among these the ones with an
 * apology, which is said once for all of them. All else is in the order in which people came, whatever their
 * language: a line costs the same wherever it stands, and nobody is put behind others for what they speak.
 */
function inOrder(lines: readonly Party[]): Party[] {
	const languages = Map.groupBy(lines, ({ words }) => words.language);
	const isSorry = ({ words }: Party) => words.apology !== "";
	return [...languages.values()].flatMap((some) => some.toSorted((a, b) => Number(isSorry(b)) - Number(isSorry(a))));
}

function putTogether(parts: readonly Part[]): Written {
	const rolls: Roll[] = [];
	const recapInWords: (readonly [at: number, length: number])[] = [];
	let body = "";
	const add = (said: string) => {
		for (const [index, words] of said.split(RECAP).entries()) {
			if (index % 2 === 1) recapInWords.push([body.length, words.length]);
			body += words;
		}
	};
	for (const part of parts) {
		if (typeof part === "string") {
			add(part);
			continue;
		}
		const spots: Roll["spots"][number][] = [];
		for (const { text, who } of part.pieces) {
			if (who !== null) spots.push([who, body.length, text.length]);
			body += text;
		}
		rolls.push({ ...part.manner, spots });
	}
	return { body, rolls, ...(recapInWords.length > 0 && { recapInWords }) };
}

/**
 * Says a line's words to its people: puts names where their mark stands, and after them a neutral word for each of the
 * others. Where honorifics stand around the mark, each name gets its own; a neutral word brings what is due to it.
 */
function fillIn({ words, people }: Party): Part[] {
	const { language } = words;
	const parts = words.sentence(people.length).split(marksIn(language));
	return parts.map((part, index) => {
		if (index % 2 === 0) return part;
		const isMention = part.includes(MENTIONS);
		const isPolite = part.length > 1;
		const calls = ({ name, mention }: Called) => {
			if (isMention) return mention;
			return people.length === 1 ? name?.alone : name?.listed;
		};
		const [before, after] = isPolite ? honorificsOf(language) : ["", ""];
		const called = people.flatMap((person) => {
			const name = calls(person);
			return name === undefined ? [] : { text: before + name + after, who: person.who };
		});
		const others = people.filter((person) => calls(person) === undefined);
		const neutral = others.map(({ who }, nth) => ({
			text: neutralWord(called.length + nth === 0, language),
			who,
		}));
		const pieces = joinerOf(language).join([...called, ...neutral]);
		const manner: Omit<Roll, "spots"> = {
			language: language.tag,
			...(isMention && { mention: true }),
			...(isPolite && { polite: true }),
		};
		return { manner, pieces: /^\.(?!\.)/.test(parts[index + 1] ?? "") ? unstopped(pieces) : pieces };
	});
}

/** Without a full stop at the end, for the one that follows does for "Smith Jr." as well. */
function unstopped(pieces: readonly Piece[]): Piece[] {
	const last = pieces.findLastIndex(({ text }) => text !== "");
	return pieces.map((piece, index) => (index === last ? { ...piece, text: piece.text.replace(/\.$/, "") } : piece));
}

const marks = new WeakMap<Language, RegExp>();

/** Finds marks, with the honorifics around them. */
function marksIn(language: Language): RegExp {
	const found = marks.get(language);
	if (found !== undefined) return found;
	const [before, after] = honorificsOf(language).map((words) => RegExp.escape(words));
	const mark = `[${NAMES}${MENTIONS}]`;
	const all = new RegExp(`(${before}${mark}${after}|${mark})`);
	marks.set(language, all);
	return all;
}
