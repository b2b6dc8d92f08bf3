import { type Phrase, phrase, phrasesIn } from "../phrases/phrases.ts";
import { checkElements, checkParse, checkWords, LONGEST, longest, NUMBERS } from "./refusals.ts";
import { compile, givenKey, isNumeric, type NumericPlaceholder, parse } from "./template.ts";

/** The texts a host can set; README.md tells when each is said. */
export const TEXT_KEYS = [
	"early",
	"onTime",
	"late",
	"note",
	"returning",
	"expected",
	"missed",
	"afterHours",
	"lookBack",
	"thanks",
] as const;
/** One of them. */
export type TextKey = (typeof TEXT_KEYS)[number];

/** Up to `MOST_VARIANTS` ICU messages per text; one of them is chosen each time. */
export type Texts = Record<TextKey, readonly string[]>;

/** How many variants a text may have. */
export const MOST_VARIANTS = 10;

/** What may stand in braces in a text. */
export const PLACEHOLDERS = [
	"greeting",
	"name",
	"mention",
	"title",
	"host",
	"server",
	"minutes",
	"visits",
	"people",
	"start",
	"startTime",
	"note",
	"recap",
	"next",
] as const;
/** One of them. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What the placeholders stand for, already safe to post; "" for what there is nothing to say about. */
export type TextValues = Record<Exclude<Placeholder, NumericPlaceholder>, string> & Record<NumericPlaceholder, number>;

/** How long each text may get, in UTF-16 units. The longest greeting has one each of four: together they fit into a message. */
export const LONGEST_TEXT: Readonly<Record<TextKey, number>> = {
	missed: 250,
	early: 1000,
	onTime: 1000,
	late: 1000,
	afterHours: 1000,
	lookBack: 1000,
	thanks: 1000,
	returning: 300,
	expected: 300, // in place of a welcome back
	note: 440,
};

/** What each text must contain, one of, so that nobody stays nameless and no note unsaid. */
export const REQUIRED: Readonly<Record<TextKey, readonly Placeholder[]>> = {
	missed: [],
	early: ["name", "mention"],
	onTime: ["name", "mention"],
	late: ["name", "mention"],
	afterHours: ["name", "mention"],
	lookBack: ["name", "mention"],
	thanks: ["name", "mention"],
	returning: [],
	expected: [],
	note: ["note"],
};

/** The texts a host may leave out. */
export const OPTIONAL: readonly TextKey[] = ["missed", "returning", "expected", "note"];

/** Refuses a text; its phrase tells its host what is wrong, where, and what to write instead. */
export class TextRefused extends Error {
	override name = "TextRefused";
	readonly problem: Phrase;

	constructor(problem: Phrase) {
		super(phrasesIn("en")(problem));
		this.problem = problem;
	}
}

/** Throws `TextRefused` unless the text renders whatever the values and stays within its length. */
export function checkText(key: TextKey, source: string, language: string): void {
	const problem =
		checkWords(source, PLACEHOLDERS) ??
		checkParse(source, language, (elements) => {
			const wrong = checkElements(elements, language, PLACEHOLDERS, REQUIRED[key]);
			if (wrong !== undefined) return wrong;
			const length = longest(elements);
			if (length <= LONGEST_TEXT[key]) return undefined;
			const most = LONGEST_TEXT[key];
			return phrase("texts.problem.couldGetTooLong", { length, most, excess: length - most });
		}) ??
		checkSaid(key, source, language);
	if (problem !== undefined) throw new TextRefused(problem);
}

/** The most UTF-16 units that a text which passed `checkText` takes, whatever the values. */
export function longestSaid(source: string, language: string): number {
	return longest(parse(source, language).getAst());
}

/** Says a text with the longest values and with none, since what reads well in its source may still not be sayable. */
function checkSaid(key: TextKey, source: string, language: string): Phrase | undefined {
	for (const values of [LONGEST_VALUES, NO_VALUES]) {
		for (const number of NUMBERS) {
			const said = trySaying(source, language, { ...values, minutes: number, visits: number, people: number });
			if (said === null || said.length > LONGEST_TEXT[key]) {
				return phrase("texts.problem.unsayable");
			}
		}
	}
	return undefined;
}

/** Whether a text has `{mention}` where it is said, at least for some people. */
export function isMentioning(source: string, language: string): boolean {
	if (!source.includes("mention")) return false;
	const mark = "\u0001";
	return [LONGEST_VALUES, NO_VALUES].some((values) =>
		NUMBERS.some((number) => {
			const all = { ...values, mention: mark, minutes: number, visits: number, people: number };
			return trySaying(source, language, all)?.includes(mark);
		}),
	);
}

function trySaying(source: string, language: string, values: TextValues): string | null {
	try {
		return renderText(source, language, values);
	} catch {
		return null; // whatever is wrong with it, its host has to write another
	}
}

const NO_VALUES = valuesOf(() => "");
const LONGEST_VALUES = valuesOf((placeholder) => "x".repeat(LONGEST[placeholder] ?? 0));

function valuesOf(words: (placeholder: Placeholder) => string) {
	return Object.fromEntries(PLACEHOLDERS.map((one) => [one, words(one)])) as Record<Placeholder, string>;
}

/** The text placeholders, each with the name under which its `Given` is passed in. */
const GIVEN = PLACEHOLDERS.filter((placeholder) => !isNumeric(placeholder)).map(
	(placeholder) => [placeholder, givenKey(placeholder)] as const,
);

/**
 * Fills in a text, all placeholders in one pass: a value containing braces stays as it is. `language` is a BCP 47 tag
 * and decides the plurals. Never throws for a text that passed `checkText`.
 */
export function renderText(source: string, language: string, values: TextValues): string {
	const all: Record<string, string | number> = { ...values };
	for (const [placeholder, given] of GIVEN) all[given] = values[placeholder] === "" ? "none" : "some";
	return String(compile(source, language).format(all));
}
