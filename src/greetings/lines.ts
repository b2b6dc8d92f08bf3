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

/** The people who hear the same words. */
export interface Party {
	words: Words;
	names: string[];
	mentions: string[];
}

interface Joiner {
	/** Joins names as the language does. */
	join(names: readonly string[]): string;
	/** The units that joining `count` names adds to them. */
	added(count: number): number;
}

const joiners = new Map<string, Joiner>();

function joinerOf(language: Language): Joiner {
	const found = joiners.get(language.tag);
	if (found !== undefined) return found;
	const format = new Intl.ListFormat(language.listTag ?? language.tag, { type: "conjunction", style: "long" });
	const added = (count: number) => format.format(Array<string>(count).fill("x")).length - count;
	const [two, three, four] = [added(2), added(3), added(4)];
	const joiner: Joiner = {
		join: (names) => (names.length > 1 ? format.format(names) : names.join("")), // the usual one needs no `Intl`
		added: (count) => (count < 3 ? (count - 1) * two : three + (count - 3) * (four - three)),
	};
	joiners.set(language.tag, joiner);
	return joiner;
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
			const sentence = line.words.sentence(line.names.length);
			const filled = fillIn(fillIn(sentence, NAMES, line.names, language), MENTIONS, line.mentions, language);
			const parts = [
				apologyFirst && firstSorry.get(apology) === line ? apology : "",
				filled,
				!apologyFirst && lastSorry.get(apology) === line ? apology : "",
				lastNoted.get(note) === line ? note : "",
			];
			return parts.filter((part) => part !== "").join(language.between);
		})
		.join("\n");
}

function fillIn(sentence: string, mark: string, names: readonly string[], language: Language): string {
	if (!sentence.includes(mark)) return sentence;
	const { honorific } = language;
	const each =
		honorific !== undefined && sentence.includes(mark + honorific)
			? names.map((name, index) => (index < names.length - 1 ? name + honorific : name))
			: names;
	return sentence.split(mark).join(joinerOf(language).join(each));
}

/**
 * How long `write` makes a line of `count` people whose names and whose mentions have these lengths in all, without
 * what is said once per message.
 */
export function measure(words: Words, names: number, mentions: number, count: number, language: Language): number {
	const sentence = words.sentence(count);
	const { honorific } = language;
	let length = sentence.length;
	for (const [mark, sum] of [[NAMES, names] as const, [MENTIONS, mentions] as const]) {
		const times = sentence.split(mark).length - 1;
		if (times === 0) continue;
		const polite = honorific !== undefined && sentence.includes(mark + honorific) ? honorific.length : 0;
		length += times * (sum + joinerOf(language).added(count) + (count - 1) * polite - 1);
	}
	return length;
}
