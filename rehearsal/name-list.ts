import { joinerOf } from "../src/greetings/joining.ts";
import type { Language } from "../src/greetings/language.ts";

/** The longest name, escaped, in a post; keeps the search short. */
const LONGEST_NAME = 200;
/** Letters before which some languages join in another way: "María e Inés". */
const LETTERS = ["", "i", "א"];

/** Takes lists of names apart, as a language joins them. */
export type SplitNames = (listed: string, isName: (name: string) => boolean) => string[];

/** Splits names at what separates them; a name may contain a comma or "and" itself, so the longest known one counts. */
export function splitterOf(language: Language): SplitNames {
	const separator = new RegExp(separatorsOf(language).map(RegExp.escape).join("|"), "g");
	return (listed, isName) => {
		const names: string[] = [];
		for (let from = 0; from < listed.length; ) {
			const ends = endsAfter(listed, from, separator).map(({ at, next }) => {
				const called = waysToCall(listed.slice(from, at), language);
				return { known: called.find(isName), shortest: called.at(-1) ?? "", next };
			});
			const end = ends.findLast(({ known }) => known !== undefined) ?? ends[0];
			names.push(end?.known ?? end?.shortest ?? listed.slice(from));
			from = end?.next ?? listed.length;
		}
		return names;
	};
}

/** What stands between names, of two and of many. */
function separatorsOf(language: Language): string[] {
	const { join } = joinerOf(language);
	const found = LETTERS.flatMap((letter) =>
		[2, 4].flatMap((count) => {
			const names = Array.from({ length: count }, (_, index) => ({ text: `${letter}${index}`, who: `${index}` }));
			return join(names).flatMap(({ text, who }) => (who === null ? text : []));
		}),
	);
	return [...new Set(found)].filter((separator) => separator !== "").sort((a, b) => b.length - a.length);
}

function endsAfter(listed: string, from: number, separator: RegExp): { at: number; next: number }[] {
	const rest = listed.slice(from, from + LONGEST_NAME);
	const ends = [...rest.matchAll(separator)].map(({ index, 0: { length } }) => {
		return { at: from + index, next: from + index + length };
	});
	return from + rest.length < listed.length ? ends : [...ends, { at: listed.length, next: listed.length }];
}

/** A name as it stands, and without the honorifics that each may have in a list. */
function waysToCall(words: string, { honorificBefore = "", honorific = "" }: Language): string[] {
	const behind = words.startsWith(honorificBefore) ? words.slice(honorificBefore.length) : words;
	const before = (name: string) => (name.endsWith(honorific) ? name.slice(0, name.length - honorific.length) : name);
	return [words, behind, before(words), before(behind)];
}
