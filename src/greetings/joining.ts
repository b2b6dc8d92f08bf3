import type { Language } from "./language.ts";

/** A piece of a list: what stands between, or what somebody is called. */
export interface Piece {
	text: string;
	/** Whom it calls; null for what stands between. */
	who: string | null;
}

interface Joiner {
	join(names: readonly Piece[]): Piece[];
	/** The units that joining `count` names adds to them. */
	added(count: number): number;
}

const joiners = new WeakMap<Language, Joiner>();

/** Joins names as a language does. */
export function joinerOf(language: Language): Joiner {
	const found = joiners.get(language);
	if (found !== undefined) return found;
	const split = language.joined === undefined ? joinedByPlatform(language) : joinedBy(language.joined);
	const added = (count: number) => split(Array<string>(count).fill("x")).join("").length - count;
	const [two, three, four] = [added(2), added(3), added(4)];
	const joiner: Joiner = {
		join: (names) => (names.length > 1 ? joinMany(names, split) : [...names]),
		added: (count) => (count < 3 ? (count - 1) * two : three + (count - 3) * (four - three)),
	};
	joiners.set(language, joiner);
	return joiner;
}

/** A list in its parts, every other of which, from the second on, is a name. */
type Split = (names: readonly string[]) => string[];

function joinMany(names: readonly Piece[], split: Split): Piece[] {
	return split(names.map(({ text }) => text)).map((text, index) => {
		const name = index % 2 === 1 ? names[(index - 1) / 2] : undefined;
		return { text, who: name?.who ?? null };
	});
}

function joinedByPlatform({ tag, listTag = tag }: Language): Split {
	const format = new Intl.ListFormat(listTag, { type: "conjunction", style: "long" });
	return (names) => {
		const parts = [""];
		for (const { type, value } of format.formatToParts(names)) {
			if (type === "element") parts.push(value, "");
			else parts.push(parts.pop() + value);
		}
		return parts;
	};
}

function joinedBy({ comma, and }: { comma: string; and: string }): Split {
	return (names) => {
		const sign = (index: number) => (index === 0 ? "" : index === names.length - 1 ? and : comma);
		return [...names.flatMap((name, index) => [sign(index), name]), ""];
	};
}

/** What stands before and after each name where a text has it around the mark. */
export function honorificsOf({ honorificBefore = "", honorific = "" }: Language): readonly [string, string] {
	return [honorificBefore, honorific];
}

/** What somebody is called who is not named: "dear guest", or "one more guest" for who follows others. */
export function neutralWord(isFirst: boolean, { neutralName, neutralAmong = neutralName }: Language): string {
	return isFirst ? neutralName : neutralAmong;
}
