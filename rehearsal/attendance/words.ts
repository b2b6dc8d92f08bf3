import { NOTHING, PRONOUNS, STILL_THERE } from "./vocabulary/marks.ts";
import { type CellValue, FIELDS, type Field, SECTIONS, type Section } from "./vocabulary/meanings.ts";
import { ZOOM } from "./vocabulary/zoom.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** Longer cells are no words of the vocabulary; cutting them keeps a hostile file from costing time. */
const LONGEST_WORD = 100;

/** A word of the vocabulary, however it is written: without case, accents, punctuation, gaps and what is in brackets. */
export function wordKey(text: string): string {
	return lettersOf(withoutBrackets(text));
}

/** The beginning of a text without what it adds in brackets: "Duration (Minutes)" is "Duration". */
export function withoutBrackets(text: string): string {
	return text.slice(0, LONGEST_WORD).replace(/[(（][^()（）]*[)）]/g, " ");
}

function lettersOf(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}

const fields = new Set<string>(FIELDS);
const sectionNames = new Set<string>(SECTIONS);

/** What a header means, and how surely: 0 is the surest. */
export interface KnownHeader {
	field: Field;
	rank: number;
}

/** So much less sure is a column that a program does not need: where another needs one of that name, it counts. */
const NOT_NEEDED = 10_000;

const headers = new Map<string, KnownHeader>();
const values = new Map<string, Set<CellValue>>();
const sections = new Map<string, Section>();
for (const [order, languages] of VOCABULARY.entries()) {
	for (const words of Object.values(languages)) {
		for (const [meaning, list] of Object.entries(words)) {
			for (const [place, word] of wordsIn(list).entries()) enter(meaning, wordKey(word), 100 * order + place);
		}
	}
}

function wordsIn(list: string | undefined): string[] {
	return list?.split("|") ?? [];
}

function enter(meaning: string, key: string, rank: number): void {
	if (fields.has(meaning)) enterHeader(key, meaning as Field, meaning === "other" ? NOT_NEEDED + rank : rank);
	else if (sectionNames.has(meaning)) sections.set(key, sections.get(key) ?? (meaning as Section));
	else values.set(key, (values.get(key) ?? new Set()).add(meaning as CellValue));
}

function enterHeader(key: string, field: Field, rank: number): void {
	const known = headers.get(key);
	if (!known || known.rank > rank) headers.set(key, { field, rank });
}

/** What a header means; null when it is not known. A number at its end tells columns of one name apart. */
export function headerWord(header: string): KnownHeader | null {
	const key = wordKey(header);
	return headers.get(key) ?? headers.get(key.replace(/\d+$/, "")) ?? null;
}

/** Whether a cell says one of these. */
export function says(cell: string, ...meanings: CellValue[]): boolean {
	if (cell === "") return false;
	const known = valuesOf(cell);
	return known !== undefined && meanings.some((meaning) => known.has(meaning));
}

/** The same few words stand on every row. */
const looked = new Map<string, ReadonlySet<CellValue> | undefined>();
const MOST_LOOKED_UP = 1_000;

function valuesOf(cell: string): ReadonlySet<CellValue> | undefined {
	if (looked.has(cell)) return looked.get(cell);
	const known = values.get(wordKey(cell));
	if (looked.size < MOST_LOOKED_UP) looked.set(cell, known);
	return known;
}

/** What the section under a heading is about; null when the heading is not known. Teams numbers its sections. */
export function sectionOf(heading: string): Section | null {
	const number = /^(\d)\.\s/.exec(heading)?.[1];
	if (number !== undefined) return TEAMS_SECTIONS[Number(number)] ?? "none";
	return sections.get(wordKey(heading)) ?? null;
}

const TEAMS_SECTIONS: Section[] = ["none", "summary", "attendees", "activities"];

const originals = new Set(
	Object.values(ZOOM)
		.flatMap(({ name }) => wordsIn(name).map(inBrackets))
		.filter(Boolean),
);

function inBrackets(text: string): string {
	return lettersOf(/[(（]([^()（）]*)[)）]/.exec(text)?.[1] ?? "");
}

/** Whether a header says that the name somebody registered under stands in brackets behind the one they show, as Zoom's. */
export function tellsOriginalName(header: string): boolean {
	return originals.has(inBrackets(header)) || wordKey(header).endsWith("nameoriginalname");
}

const pronouns = new Set(PRONOUNS.split(" "));

/** Whether these are pronouns, such as "she/her". */
export function isPronouns(text: string): boolean {
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	return words.length > 0 && words.every((word) => pronouns.has(word));
}

const nothing = new Set(NOTHING.split(" "));

/** Whether a cell says that there is no value. */
export function isNothing(cell: string): boolean {
	return cell === "" || (cell.length < 15 && nothing.has(cell.toLowerCase()));
}

/** Words without the apostrophe that exports put before those that a spreadsheet would run, and readers take for something else. */
export function unguarded(cell: string): string {
	return /^'+(?:[=+\-@＝＋－＠]|[–—]+$|n\/a$|".*"$)/i.test(cell) ? cell.slice(1) : cell;
}

/** Whether a cell that should tell when somebody left says that they had not, or nothing. */
export function hasNotLeft(cell: string): boolean {
	return isNothing(cell) || STILL_THERE.test(cell);
}
