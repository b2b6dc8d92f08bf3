import type { Language } from "../src/greetings/language.ts";
import { timeOfDayGreeting } from "../src/greetings/languages.ts";
import { LONGEST } from "../src/greetings/refusals.ts";
import { type Element, type Elements, isLiteral, parse } from "../src/greetings/template.ts";

/** What is posted for a piece of a text; blanks are left out, since they are tidied when a text is said. */
export type PostedPiece =
	| { is: "words"; words: string }
	/** So many characters of whatever it is. */
	| { is: "anything"; least: number; most: number }
	/** Digits, and what stands between them. */
	| { is: "number" }
	| { is: "one of"; branches: readonly Pieces[] };
/** What is posted for a text or a part of it. */
export type Pieces = readonly PostedPiece[];

/** What is posted for a text that names its people: what stands before the names and what behind them. */
export interface Around {
	before: Pieces;
	behind: Pieces;
}

/** A text as it is found in posts. */
export interface TextPattern {
	all: Pieces;
	/** One for each branch that it may take; none for a text that does not name its people in every case. */
	around: Around[];
	/** How many characters are the text's own. */
	words: number;
}

/** What some placeholders stand for, as it is posted; what is left out can be anything. */
export type KnownWords = Readonly<Partial<Record<string, string>>>;

const NAMES: PostedPiece = { is: "anything", least: 1, most: Number.POSITIVE_INFINITY };
/** A number that the text writes in a way of its own, as long as `checkText` lets it get. */
const STYLED: PostedPiece = { is: "anything", least: 1, most: 40 };
const NUMERIC = new Set(["minutes", "visits", "people"]);

/** Makes the pattern of a text that `checkText` has let through. */
export function patternOf(source: string, language: Language, known: KnownWords): TextPattern {
	const elements = parse(source, language.tag).getAst();
	const fill = (placeholder: string) => fillingOf(placeholder, language, known);
	return { all: piecesOf(elements, fill), around: aroundNames(elements, fill), words: wordsIn(elements) };
}

/** A text without the blanks in it. */
export function withoutBlanks(text: string): string {
	return text.replace(/\s+/g, "");
}

type Fill = (placeholder: string) => PostedPiece;

function piecesOf(elements: Elements, fill: Fill): Pieces {
	return elements.map((element): PostedPiece => {
		if ("options" in element) return { is: "one of", branches: branchesOf(element).map((one) => piecesOf(one, fill)) };
		if (isLiteral(element)) return words("value" in element ? element.value : "");
		if (!("value" in element)) return { is: "number" };
		if ("style" in element) return STYLED;
		return isNaming(element) ? NAMES : fill(element.value);
	});
}

/** The first names that are said in every case; before them, in some branch only, may stand others' as well. */
function aroundNames(elements: Elements, fill: Fill): Around[] {
	const first = elements.findIndex(namesAlways);
	const element = elements[first];
	if (element === undefined) return [];
	const [before, behind] = [elements.slice(0, first), elements.slice(first + 1)].map((some) => piecesOf(some, fill));
	const within = "options" in element ? branchesOf(element).flatMap((one) => aroundNames(one, fill)) : [NOTHING];
	return within.map((inner) => ({
		before: [...(before ?? []), ...inner.before],
		behind: [...inner.behind, ...(behind ?? [])],
	}));
}

const NOTHING: Around = { before: [], behind: [] };

function namesAlways(element: Element): boolean {
	if ("options" in element) return branchesOf(element).every((branch) => branch.some(namesAlways));
	return !isLiteral(element) && isNaming(element);
}

function branchesOf(element: Extract<Element, { options: unknown }>): Elements[] {
	return Object.values(element.options).map(({ value }) => value);
}

function isNaming(element: Element): boolean {
	return "value" in element && (element.value === "name" || element.value === "mention");
}

function fillingOf(placeholder: string, language: Language, known: KnownWords): PostedPiece {
	const said = known[placeholder];
	if (said !== undefined) return { is: "one of", branches: [[words(said)], []] };
	if (placeholder === "greeting") return { is: "one of", branches: greetingsOf(language).map((one) => [words(one)]) };
	return NUMERIC.has(placeholder) ? { is: "number" } : { is: "anything", least: 0, most: LONGEST[placeholder] ?? 0 };
}

const HOUR_MS = 3_600_000;

/** Every word for the time of day, at the beginning of a sentence and within one. */
function greetingsOf(language: Language): string[] {
	const hours = Array.from({ length: 24 }, (_, hour) => timeOfDayGreeting(language, hour * HOUR_MS, "UTC"));
	const greetings = new Set([...hours, timeOfDayGreeting(language, 0, null)]);
	return [...greetings].flatMap((one) => [one, one.charAt(0).toLocaleLowerCase(language.tag) + one.slice(1)]);
}

function words(said: string): PostedPiece {
	return { is: "words", words: withoutBlanks(said) };
}

function wordsIn(elements: Elements): number {
	return elements.reduce((sum, one) => sum + (isLiteral(one) && "value" in one ? one.value.length : 0), 0);
}
