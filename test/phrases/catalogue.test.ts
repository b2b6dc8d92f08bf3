import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/phrases/de.ts";
import { ENGLISH } from "../../src/phrases/en.ts";

const CATALOGUES = { en: ENGLISH, de: GERMAN };

/** The phrases by their keys. */
function phrasesOf(catalogue: object, before = ""): Map<string, string> {
	const found = Object.entries(catalogue).flatMap(([name, one]: [string, string | object]) =>
		typeof one === "string" ? [[before + name, one] as const] : [...phrasesOf(one, `${before}${name}.`)],
	);
	return new Map(found);
}

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** What stands in braces anywhere in a phrase. */
function placeholdersIn(elements: Elements): string[] {
	const found = elements.flatMap((element) => [
		...(element.type !== 0 && "value" in element ? [element.value] : []),
		...("options" in element ? Object.values(element.options).flatMap(({ value }) => placeholdersIn(value)) : []),
	]);
	return [...new Set(found)].sort();
}

function read(source: string, tag: string): Elements {
	return new IntlMessageFormat(source, tag, undefined, { ignoreTag: true }).getAst();
}

const english = phrasesOf(ENGLISH);
const all = Object.entries(CATALOGUES).flatMap(([tag, catalogue]) =>
	[...phrasesOf(catalogue)].map(([key, source]) => ({ tag, key, source })),
);

describe("a phrase in the catalogue", () => {
	it.each(all)("can be read, and has the placeholders of the English one: $tag $key", ({ tag, key, source }) => {
		expect(placeholdersIn(read(source, tag))).toEqual(placeholdersIn(read(english.get(key) ?? "", "en")));
	});

	it.each(all)("has no stray spaces and no doubled apostrophe: $tag $key", ({ source }) => {
		expect(source).not.toMatch(/^\s|\s$| {2}| \n|''/);
	});
});
