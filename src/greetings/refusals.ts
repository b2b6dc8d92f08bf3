import { IntlMessageFormat } from "intl-messageformat";
import { type Phrase, type PlainKey, phrase } from "../phrases/phrases.ts";
import { storable } from "../storable.ts";
import { LONGEST_NAME } from "./names.ts";
import { nearest } from "./nearest.ts";
import { meantBy, writtenForOthers } from "./other-bots.ts";
import { type Element, type Elements, isLiteral, isNumeric, isSelect, parse } from "./template.ts";
import { LONGEST_OWN_WORDS, LONGEST_SERVER, LONGEST_TITLE } from "./values.ts";

/** The most UTF-16 units each placeholder can take. */
export const LONGEST: Readonly<Record<string, number>> = {
	greeting: 40,
	name: LONGEST_NAME,
	mention: LONGEST_NAME, // a plain name while pings are off
	title: LONGEST_TITLE,
	host: LONGEST_NAME,
	server: LONGEST_SERVER,
	minutes: 8,
	visits: 8,
	people: 8,
	start: 24,
	startTime: 24,
	note: LONGEST_OWN_WORDS,
	recap: LONGEST_OWN_WORDS,
	next: 24,
};
const LONGEST_NUMBER = 40;
/** Numbers that differ in how they are said and written, up to the largest that may come. */
export const NUMBERS = [0, 1, 2, 3, 5, 11, 25, 1_000, 99_999_999] as const;
const LONGEST_SOURCE = 1000;
/** Of a placeholder's letters one in so many may be mistyped: more, and what is proposed is a word that nobody meant. */
const LETTERS_PER_SLIP = 3;

/** What is wrong, by the parser's code. */
const SYNTAX: Readonly<Record<string, PlainKey>> = {
	EXPECT_ARGUMENT_CLOSING_BRACE: "texts.problem.syntax.unclosed",
	EMPTY_ARGUMENT: "texts.problem.syntax.empty",
	MALFORMED_ARGUMENT: "texts.problem.syntax.oneWord",
	INVALID_ARGUMENT_TYPE: "texts.problem.syntax.onlyThese",
	EXPECT_ARGUMENT_TYPE: "texts.problem.syntax.oneOfThese",
	MISSING_OTHER_CLAUSE: "texts.problem.syntax.noOther",
	EXPECT_SELECT_ARGUMENT_OPTIONS: "texts.problem.syntax.noPluralBranches",
	EXPECT_PLURAL_ARGUMENT_SELECTOR: "texts.problem.syntax.noPluralBranches",
	EXPECT_SELECT_ARGUMENT_SELECTOR: "texts.problem.syntax.noSelectBranches",
};

/** Refuses what no text may be, before it is parsed. */
export function checkWords(source: string, known: readonly string[]): Phrase | undefined {
	if (source.trim() === "") return phrase("texts.problem.empty");
	if (source.length > LONGEST_SOURCE) {
		return phrase("texts.problem.tooLong", { characters: source.length, most: LONGEST_SOURCE });
	}
	const ping = /@(?:everyone|here)|<@[!&]?\d+>/.exec(source)?.[0];
	if (ping !== undefined) return phrase("texts.problem.ping", { ping });
	const foreign = writtenForOthers(source, known);
	return foreign && phrase("texts.problem.unknownButNear", { typed: foreign.typed, near: `{${foreign.placeholder}}` });
}

/** Parses a text for `check`; a syntax error becomes a sentence with its place. */
export function checkParse(
	source: string,
	language: string,
	check: (elements: Elements) => Phrase | undefined,
): Phrase | undefined {
	let elements: Elements;
	try {
		elements = parse(source, language).getAst();
	} catch (error) {
		// The parser throws all sorts of errors at what follows `::`.
		if (!(error instanceof SyntaxError)) return phrase("texts.problem.unreadableNumber");
		const offset = syntaxErrorAt(error);
		return phrase("texts.problem.syntax.sentence", {
			where: offset < source.length ? "within" : "end",
			words: storable(source.slice(offset, offset + 20)),
			position: offset + 1,
			what: phrase(SYNTAX[error.message] ?? "texts.problem.syntax.other"),
		});
	}
	const problem = check(elements);
	const isQuoted = /'\{+/.test(source);
	return problem && isQuoted ? phrase("texts.problem.andQuoted", { problem }) : problem;
}

function syntaxErrorAt(error: SyntaxError): number {
	const { location } = error as { location?: { start?: { offset?: number } } };
	return location?.start?.offset ?? 0;
}

/** Refuses unknown placeholders, uses that cannot render, and branches without any of `required`. */
export function checkElements(
	elements: Elements,
	language: string,
	known: readonly string[],
	required: readonly string[],
): Phrase | undefined {
	const problem = firstProblem(elements, language, known);
	if (problem !== undefined) return problem;
	if (required.length === 0 || has(elements, required)) return undefined;
	const hasBranches = elements.some((element) => "options" in element);
	return phrase("texts.problem.missing", {
		wanted: { kind: "or", items: required.map(inBraces) },
		where: hasBranches ? "everyBranch" : "anywhere",
		text: required[0] === "note" ? "note" : "greeting",
	});
}

function firstProblem(elements: Elements, language: string, known: readonly string[]): Phrase | undefined {
	for (const element of elements) {
		if (isLiteral(element) || !("value" in element)) continue;
		const problem = elementProblem(element, element.value, language, known);
		if (problem !== undefined) return problem;
		if (!("options" in element)) continue;
		for (const option of Object.values(element.options)) {
			const inner = firstProblem(option.value, language, known);
			if (inner !== undefined) return inner;
		}
	}
	return undefined;
}

function elementProblem(
	element: Element,
	name: string,
	language: string,
	known: readonly string[],
): Phrase | undefined {
	const placeholder = inBraces(name);
	if (!known.includes(name)) {
		const near = meantBy(name) ?? nearest(name, known, LETTERS_PER_SLIP);
		return near === undefined
			? phrase("texts.problem.unknown", { typed: placeholder })
			: phrase("texts.problem.unknownButNear", { typed: placeholder, near: inBraces(near) });
	}
	if (isNumeric(name)) return "style" in element ? numberProblem(element, name, language) : undefined;
	if (!("options" in element)) {
		return "style" in element ? phrase("texts.problem.noNumber", { placeholder }) : undefined;
	}
	if (name === "name" || name === "mention") return phrase("texts.problem.dependsOnName", { placeholder });
	const odd = Object.keys(element.options).find((option) => !["none", "some", "other"].includes(option));
	if (isSelect(element) && odd === undefined) return undefined;
	return phrase("texts.problem.onlyWhether", {
		placeholder,
		example: `{${name}, select, none {} other {… ${placeholder} …}}`,
	});
}

function numberProblem(element: Element, name: string, language: string): Phrase | undefined {
	const ways = { placeholder: inBraces(name), asNumber: `{${name}, number}` };
	if (element.type !== 2) return phrase("texts.problem.noDate", ways);
	const written = NUMBERS.map((number) => writeNumber(element, name, number, language));
	if (!written.every((words) => words !== null && /\p{Nd}/u.test(words))) {
		return phrase("texts.problem.unwritableNumber", ways);
	}
	const isTooLong = written.some((words) => (words ?? "").length > LONGEST_NUMBER);
	return isTooLong ? phrase("texts.problem.longNumber", ways) : undefined;
}

const inBraces = (placeholder: string): string => `{${placeholder}}`;

/** A number as this part of a text writes it; null when it cannot be written so: not every style that parses can be used. */
function writeNumber(element: Element, placeholder: string, number: number, language: string): string | null {
	try {
		return String(new IntlMessageFormat([element], language).format({ [placeholder]: number }));
	} catch (error) {
		if (error instanceof RangeError || error instanceof TypeError) return null;
		throw error;
	}
}

function has(elements: Elements, required: readonly string[]): boolean {
	return elements.some((element) => {
		if ("options" in element) return Object.values(element.options).every((option) => has(option.value, required));
		return !isLiteral(element) && "value" in element && required.includes(element.value);
	});
}

/** The most UTF-16 units a text can take, whatever the values. */
export function longest(elements: Elements): number {
	return elements.reduce((sum, element) => sum + longestOf(element), 0);
}

function longestOf(element: Element): number {
	if ("options" in element) return Math.max(...Object.values(element.options).map((option) => longest(option.value)));
	if (isLiteral(element) && "value" in element) return element.value.length;
	return "value" in element && !("style" in element) ? (LONGEST[element.value] ?? 0) : LONGEST_NUMBER;
}
