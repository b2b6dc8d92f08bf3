import type { Language } from "./language.ts";

/** Stand where the names and the mentions will be. Noncharacters: neither a text nor a value contains them. */
export const NAMES = "\uFDD0";
/** See `NAMES`. */
export const MENTIONS = "\uFDD1";

/** Whether words name those to whom they are said. */
export function isAddressed(words: string): boolean {
	return words.includes(NAMES) || words.includes(MENTIONS);
}

/** What is said to some people, still without their names. */
export interface Words {
	/** Tells words apart: it is the same for words that are. */
	key: string;
	/** One or more sentences with `NAMES`, `MENTIONS` or both, as they are said to so many people. */
	sentence(people: number): string;
	/** Said once per message, after the last line it belongs to; "" for none. */
	apology: string;
	/** Whether the apology stands before the first line it belongs to instead, as in texts of earlier times. */
	apologyFirst: boolean;
	/** The host's note, said once per message, after the last line it belongs to; "" for none. */
	note: string;
}

/** How somebody is called, safe to post; without a name or a mention where a neutral word has to do. */
export interface Called {
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

/** What a party's length depends on, besides its words. */
export interface Size {
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
export const NOBODY: Size = { people: 0, names: NONE, mentions: NONE };

/** The size of a party that somebody has joined. */
export function joinedBy({ people, names, mentions }: Size, { name, mention }: Called): Size {
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

interface Joiner {
	/** Joins names as the language does. */
	join(names: readonly string[]): string;
	/** The units that joining `count` names adds to them. */
	added(count: number): number;
}

const joiners = new WeakMap<Language, Joiner>();

function joinerOf(language: Language): Joiner {
	const found = joiners.get(language);
	if (found !== undefined) return found;
	const joinMany = language.join ?? joinedByPlatform(language);
	const added = (count: number) => joinMany(Array<string>(count).fill("x")).length - count;
	const [two, three, four] = [added(2), added(3), added(4)];
	const joiner: Joiner = {
		join: (names) => (names.length > 1 ? joinMany(names) : names.join("")),
		added: (count) => (count < 3 ? (count - 1) * two : three + (count - 3) * (four - three)),
	};
	joiners.set(language, joiner);
	return joiner;
}

function joinedByPlatform({ tag, listTag = tag }: Language): (names: readonly string[]) => string {
	const format = new Intl.ListFormat(listTag, { type: "conjunction", style: "long" });
	return (names) => format.format(names);
}

/** Writes the lines, those with an apology first, so that it can be said once for all of them. */
export function write(lines: readonly Party[], language: Language): string {
	const sorted = [
		...lines.filter(({ words }) => words.apology !== ""),
		...lines.filter(({ words }) => words.apology === ""),
	];
	const firstSorry = new Map(sorted.toReversed().map((line) => [line.words.apology, line]));
	const lastSorry = new Map(sorted.map((line) => [line.words.apology, line]));
	const lastNoted = new Map(sorted.map((line) => [line.words.note, line]));
	return sorted
		.map((line) => {
			const { apology, apologyFirst, note } = line.words;
			const parts = [
				apologyFirst && firstSorry.get(apology) === line ? apology : "",
				fillIn(line, language),
				!apologyFirst && lastSorry.get(apology) === line ? apology : "",
				lastNoted.get(note) === line ? note : "",
			];
			return parts.filter((part) => part !== "").join(language.between);
		})
		.join("\n");
}

/** Says a line's words to its people. */
function fillIn({ words, people }: Party, language: Language): string {
	const isAlone = people.length === 1;
	const names = people.flatMap(({ name }) => (name ? (isAlone ? name.alone : name.listed) : []));
	const mentions = people.flatMap(({ mention }) => mention ?? []);
	const sentence = fillMark(words.sentence(people.length), NAMES, names, people.length, language);
	return fillMark(sentence, MENTIONS, mentions, people.length, language);
}

/**
 * Puts names where their mark stands, and after them a neutral word for each of the others. Where honorifics stand around
 * the mark, each name gets its own; a neutral word brings what is due to it.
 */
function fillMark(
	sentence: string,
	mark: string,
	names: readonly string[],
	people: number,
	language: Language,
): string {
	if (!sentence.includes(mark)) return sentence;
	const { join } = joinerOf(language);
	const [before, after] = honorificsOf(language);
	const others = neutralWords(names.length, people, language);
	const polite = names.map((name) => before + name + after);
	const politely = putFor(before + mark + after, join([...polite, ...others]), sentence);
	return putFor(mark, join([...names, ...others]), politely);
}

/** Puts names where a mark stands. A full stop behind them does for "Smith Jr." as well. */
function putFor(mark: string, names: string, sentence: string): string {
	const [first = "", ...others] = sentence.split(mark);
	const isStopped = names.endsWith(".");
	return first + others.map((words) => names + (isStopped ? words.replace(/^\.(?!\.)/, "") : words)).join("");
}

function honorificsOf({ honorificBefore = "", honorific = "" }: Language): readonly [before: string, after: string] {
	return [honorificBefore, honorific];
}

/** "Dear guest", or "one more guest" for each who follows others, for those of so many people who are not named. */
function neutralWords(named: number, people: number, { neutralName, neutralAmong = neutralName }: Language): string[] {
	return Array.from({ length: people - named }, (_, index) => (named + index === 0 ? neutralName : neutralAmong));
}

/**
 * How long `write` makes a line for a party of this size at most, without what is said once per message: a full stop less
 * behind names that bring one.
 */
export function measure(words: Words, { people, names, mentions }: Size, language: Language): number {
	const sentence = words.sentence(people);
	const [before, after] = honorificsOf(language);
	const polite = before.length + after.length;
	const joined = joinerOf(language).added(people);
	let length = sentence.length;
	for (const [mark, { count, listed, alone }] of [[NAMES, names] as const, [MENTIONS, mentions] as const]) {
		const times = sentence.split(mark).length - 1;
		if (times === 0) continue;
		const others = neutralWords(count, people, language).join("").length;
		length += times * ((people === 1 ? alone : listed) + others + joined - mark.length);
		if (polite > 0) length += (sentence.split(before + mark + after).length - 1) * (count - 1) * polite;
	}
	return length;
}
