import { describe, expect, it } from "vitest";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";
import { MENTIONS, measure, NAMES, type Words, write } from "../../src/greetings/lines.ts";

const sum = (parts: readonly string[]) => parts.join("").length;

describe.each(LANGUAGES)("measuring a line in %s", (tag) => {
	const language = languageOf(tag);

	it.each([1, 2, 3, 4, 5, 40])("foretells exactly how long it gets with %i people", (count) => {
		const names = Array.from({ length: count }, (_, index) => `Person ${index}`);
		const mentions = names.map((_, index) => `<@${index}>`);
		for (const after of ["", language.honorific ?? ""]) {
			const sentence = (people: number) =>
				`Hello, ${NAMES}${after}! I mean you ${people}, ${MENTIONS}${after} or ${NAMES}.`;
			const words: Words = { key: "", sentence, apology: "", apologyFirst: false, note: "" };
			const line = write([{ words, names, mentions }], language);
			expect(measure(words, sum(names), sum(mentions), count, language)).toBe(line.length);
		}
	});
});
