import { IntlMessageFormat } from "intl-messageformat";
import { storable } from "../storable.ts";
import { LONGEST_NAME } from "./names.ts";
import { nearest } from "./nearest.ts";
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

const SYNTAX: Readonly<Record<string, string>> = {
	EXPECT_ARGUMENT_CLOSING_BRACE: "a placeholder is opened with { but not closed: write {name}",
	EMPTY_ARGUMENT: "there is nothing between { and }: write {name}",
	MALFORMED_ARGUMENT: "a placeholder is one word in braces: write {name}",
	INVALID_ARGUMENT_TYPE: "after the comma only plural, selectordinal, select or number can follow",
	EXPECT_ARGUMENT_TYPE: "after the comma, plural, selectordinal, select or number has to follow",
	MISSING_OTHER_CLAUSE: "a plural or select needs a branch for everything else: add other {…}",
	EXPECT_SELECT_ARGUMENT_OPTIONS: "this needs branches: write {visits, plural, one {once} other {# times}}",
	EXPECT_PLURAL_ARGUMENT_SELECTOR: "this needs branches: write {visits, plural, one {once} other {# times}}",
	EXPECT_SELECT_ARGUMENT_SELECTOR: "this needs branches: write {recap, select, none {} other {Slides: {recap}}}",
};

/** Refuses what no text may be, before it is parsed. */
export function checkWords(source: string): string | undefined {
	if (source.trim() === "") return "The text is empty. Write what I should say, for example: Hello, {name}!";
	if (source.length > LONGEST_SOURCE) {
		return `The text has ${source.length} characters; ${LONGEST_SOURCE} is the most.`;
	}
	const ping = /@(?:everyone|here)|<@[!&]?\d+>/.exec(source)?.[0];
	if (ping === undefined) return undefined;
	return `“${ping}” would not reach anyone: a greeting can only mention the person it greets. Leave it out, or write {mention}.`;
}

const UNREADABLE_NUMBER = "I cannot read how a number is to be written here: write {minutes} or {minutes, number}.";

/** Parses a text for `check`; a syntax error becomes a sentence with its place. */
export function checkParse(
	source: string,
	language: string,
	check: (elements: Elements) => string | undefined,
): string | undefined {
	let elements: Elements;
	try {
		elements = parse(source, language).getAst();
	} catch (error) {
		// The parser throws all sorts of errors at what follows `::`.
		if (!(error instanceof SyntaxError)) return UNREADABLE_NUMBER;
		const offset = syntaxErrorAt(error);
		const place = offset < source.length ? `At “${storable(source.slice(offset, offset + 20))}”` : "At the end";
		return `${place} (character ${offset + 1}): ${SYNTAX[error.message] ?? "I cannot read this placeholder: write {name}"}.`;
	}
	const quoted = /'\{+/.test(source) ? " An apostrophe before a brace switches it off: write ’ instead of '." : "";
	const problem = check(elements);
	return problem === undefined ? undefined : problem + quoted;
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
): string | undefined {
	const problem = firstProblem(elements, language, known);
	if (problem !== undefined) return problem;
	if (required.length === 0 || has(elements, required)) return undefined;
	const wanted = required.map((placeholder) => `{${placeholder}}`).join(" or ");
	const branches = elements.some((element) => "options" in element) ? ", in every branch" : "";
	return `The text has to contain ${wanted}${branches}, for example: ${required[0] === "note" ? "Where we are: {note}" : "Hello, {name}!"}`;
}

function firstProblem(elements: Elements, language: string, known: readonly string[]): string | undefined {
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

function elementProblem(element: Element, placeholder: string, language: string, known: readonly string[]) {
	if (!known.includes(placeholder)) {
		const near = nearest(placeholder, known);
		const list = known.map((name) => `{${name}}`).join(" ");
		return `I don't know {${placeholder}}. ${near === undefined ? "" : `Did you mean {${near}}? `}You can use: ${list}.`;
	}
	if (isNumeric(placeholder)) return "style" in element ? numberProblem(element, placeholder, language) : undefined;
	if (!("options" in element)) {
		return "style" in element ? `{${placeholder}} is not a number: write just {${placeholder}}.` : undefined;
	}
	if (placeholder === "name" || placeholder === "mention")
		return `Nobody's words may depend on their name: write {${placeholder}} by itself.`;
	const odd = Object.keys(element.options).find((option) => !["none", "some", "other"].includes(option));
	if (isSelect(element) && odd === undefined) return undefined;
	return `{${placeholder}} can only be asked whether it is there: write {${placeholder}, select, none {} other {… {${placeholder}} …}}.`;
}

function numberProblem(element: Element, placeholder: string, language: string): string | undefined {
	const plain = `write {${placeholder}} or {${placeholder}, number}.`;
	if (element.type !== 2) return `{${placeholder}} is a number, not a date: ${plain}`;
	const written = NUMBERS.map((number) => writeNumber(element, placeholder, number, language));
	if (!written.every((words) => words !== null && /\p{Nd}/u.test(words))) {
		return `I cannot write {${placeholder}} that way: ${plain}`;
	}
	const isTooLong = written.some((words) => (words ?? "").length > LONGEST_NUMBER);
	return isTooLong ? `Written that way {${placeholder}} can get too long: ${plain}` : undefined;
}

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
