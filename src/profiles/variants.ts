import { type ClosedEnding, ENDINGS, readClosed } from "../greetings/closed.ts";
import { LANGUAGES } from "../greetings/languages.ts";
import {
	checkText,
	LONGEST_TEXT,
	longestSaid,
	MOST_VARIANTS,
	OPTIONAL,
	type TextKey,
	TextRefused,
} from "../greetings/texts.ts";
import { LONGEST_TYPED } from "../limits.ts";
import { type Phrase, phrase, phrasesIn } from "../phrases/phrases.ts";
import { withEndings } from "./endings.ts";

/** The variant that says nothing; only texts that may be left out have it. */
export const SILENT = "";
/** How `SILENT` is typed; phones make a long dash of two short ones. */
export const DASH = /^[-–—]$/;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** What is wrong with some of the typed lines, counted from 1; with none of them, it concerns all. */
export interface Problem {
	lines: number[];
	problem: Phrase;
}

/** A text as it stands in its form. */
export interface FormText {
	/** One wording a line. */
	typed: string;
	/** What each wording ends in, unless it speaks of that itself. Only after-hours texts have endings. */
	endings: readonly ClosedEnding[];
}

/** Whether a text may be left out, with a line of just a dash. */
export function isOptional(key: TextKey): boolean {
	return key === "afterHours" || OPTIONAL.includes(key);
}

/** Whether a text is never said. */
export function isLeftOut(sources: readonly string[]): boolean {
	return sources.length > 0 && sources.every((source) => source === SILENT);
}

/** Writes variants one a line, as `readVariants` reads them. */
export function writeVariants(sources: readonly string[]): string {
	return sources.map((source) => (source === SILENT ? "-" : source)).join("\n");
}

/**
 * Writes a text for its form, so that nobody has to read how an ending is stored: openings, and which endings all of them
 * have, be it in the words of another language that was chosen once. Any other text is shown as it is stored.
 */
export function inForm(key: TextKey, sources: readonly string[]): FormText {
	const asStored = { typed: writeVariants(sources), endings: [] };
	if (key !== "afterHours") return asStored;
	if (isLeftOut(sources)) return { ...asStored, endings: ENDINGS }; // for when something is said again
	const parts = sources.map(readClosed);
	const endings = ENDINGS.filter((ending) => parts.some((one) => one[ending] !== null));
	const openings = parts.map(({ opening }) => opening);
	const isIn = (language: string) =>
		sources.every((source, at) => source === withEndings(openings[at] ?? "", endings, language));
	return LANGUAGES.some(isIn) ? { typed: writeVariants(openings), endings } : asStored;
}

/** The lines of what was typed, blank ones too. */
export function linesIn(typed: string): string[] {
	return typed.split(LINE_END).map((line) => line.trim());
}

/** Reads variants typed one a line; blank lines and repetitions do not count. All that is wrong is told at once. */
export function readVariants(
	key: TextKey,
	{ typed, endings }: FormText,
	language: string,
): { sources: string[]; problems: Problem[] } {
	const linesOf = new Map<string, number[]>();
	const found = new Map<string, Problem>();
	for (const [index, words] of linesIn(typed).entries()) {
		if (words === "") continue;
		const source = sourceOf(key, words, endings, language);
		const lines = linesOf.get(source) ?? [];
		lines.push(index + 1);
		linesOf.set(source, lines);
		const problem = found.has(source) ? undefined : problemWith(key, words, source, language);
		if (problem !== undefined) found.set(source, { lines, problem });
	}
	const sources = [...linesOf.keys()];
	const problems = [...problemWithAll(key, sources, linesOf.get(SILENT) ?? []), ...told([...found.values()])];
	return { sources, problems };
}

function sourceOf(key: TextKey, words: string, endings: readonly ClosedEnding[], language: string): string {
	if (DASH.test(words)) return isOptional(key) ? SILENT : words;
	return key === "afterHours" ? withEndings(words, endings, language) : words;
}

/** What is wrong with these wordings together. */
function problemWithAll(key: TextKey, sources: readonly string[], dashes: number[]): Problem[] {
	const problems: Problem[] = [];
	const tooMany = sources.length - MOST_VARIANTS;
	if (tooMany > 0) {
		const counts = { count: sources.length, most: MOST_VARIANTS, excess: tooMany };
		problems.push({ lines: [], problem: phrase("texts.problem.tooMany", counts) });
	}
	const characters = [...writeVariants(sources)].length; // the form has to hold them again
	if (characters > LONGEST_TYPED) {
		const counts = { characters, most: LONGEST_TYPED, excess: characters - LONGEST_TYPED };
		problems.push({ lines: [], problem: phrase("texts.problem.tooLongTogether", counts) });
	}
	// What is added to a greeting may come only sometimes; this text is a whole greeting, and is said to all or to nobody.
	if (key === "afterHours" && dashes.length > 0 && sources.length > 1)
		problems.push({ lines: dashes, problem: phrase("texts.problem.dashAmongOthers") });
	return problems;
}

/** The same problem of several lines is told once. */
function told(problems: readonly Problem[]): Problem[] {
	const say = phrasesIn("en");
	const alike = Map.groupBy(problems, ({ problem }) => say(problem));
	return [...alike.values()].flatMap(([first, ...others]) => {
		if (first === undefined) return [];
		const lines = [first, ...others].flatMap((one) => one.lines).sort((a, b) => a - b);
		return [{ lines, problem: first.problem }];
	});
}

/** What is wrong with one wording: with what was typed or, if that is right, with what it becomes behind the ticks. */
function problemWith(key: TextKey, words: string, source: string, language: string): Phrase | undefined {
	if (source === SILENT) return undefined;
	if (DASH.test(words)) return phrase("texts.problem.cannotBeLeftOut");
	try {
		checkText(key, words, language);
	} catch (error) {
		if (error instanceof TextRefused) return error.problem;
		throw error;
	}
	const most = LONGEST_TEXT[key];
	const length = longestSaid(source, language);
	if (length <= most) return undefined;
	return phrase("texts.problem.couldGetTooLongWithEndings", { length, most, excess: length - most });
}
