import { basename } from "node:path";
import { ENDINGS } from "../src/greetings/closed.ts";
import { nearest } from "../src/greetings/nearest.ts";
import { TEXT_KEYS, type TextKey } from "../src/greetings/texts.ts";
import { inEveryLanguage, phrasesIn } from "../src/phrases/phrases.ts";
import { linesIn, readVariants } from "../src/profiles/variants.ts";
import { encodingOf } from "./attendance/text.ts";
import { FileRefused } from "./file-refused.ts";
import { harmless } from "./harmless.ts";
import { bytesOf } from "./read-file.ts";
import { quotedWord } from "./script.ts";

/** A host's own texts, as `/greeting edit` saves them: those that they have changed, each in its wordings. */
export type OwnTexts = ReadonlyMap<TextKey, readonly string[]>;

const say = phrasesIn("en");
/** What the name of a text stands for, in any language that `/greeting edit` speaks, written small. */
const KEYS = new Map(
	TEXT_KEYS.flatMap((key) =>
		Object.values(inEveryLanguage(`texts.label.${key}`)).map((label) => [label.toLowerCase(), key]),
	),
);
const NAMES = TEXT_KEYS.map(nameOf).join(" ");
const MOST_PROBLEMS = 10;
/** As many as all forms in Discord hold are a tenth of this. */
const LARGEST_FILE_MB = 1;

/** What is wrong with some lines of a file, counted from 1. */
interface LinesProblem {
	lines: readonly number[];
	problem: string;
}

/** The name of a text, in line `line` from 1, and what stands below it. Before the first name is a section without. */
interface TextSection {
	line: number;
	name: string;
	wordings: string[];
}

/** Reads texts from a file, as `readOwnTexts` does; a path that is not absolute is looked for in each folder in turn. */
export async function readTextsFile(path: string, folders: readonly string[], language: string): Promise<OwnTexts> {
	return readOwnTexts(await bytesOf(path, folders, LARGEST_FILE_MB), basename(path), language);
}

/**
 * Reads texts: the name of each in square brackets, as `/greeting edit` has it, and below it one wording a line.
 * They are held to the rules of that command; `language` decides the plurals. Throws `FileRefused` with all that is wrong.
 */
export function readOwnTexts(bytes: Uint8Array, fileName: string, language: string): OwnTexts {
	const name = harmless(fileName);
	const [before, ...sections] = sectionsIn(textIn(bytes, name));
	if (sections.length === 0) {
		const expected = "expected the name of one, such as [Late arrivals], and below it one wording a line";
		throw new FileRefused(`${name}: there are no texts in it: ${expected}`);
	}
	const problems = before ? nameless(before) : [];
	const texts = new Map<TextKey, readonly string[]>();
	const lines = new Map<TextKey, number>();
	for (const section of sections) {
		const key = keyIn(section.name);
		const known = key && lines.get(key);
		if (key === undefined) problems.push({ lines: [section.line], problem: unknownName(section.name) });
		else if (known) problems.push({ lines: [section.line], problem: `This text stands in line ${known} already.` });
		else {
			lines.set(key, section.line);
			const { sources, problems: wrong } = wordingsIn(section, key, language);
			problems.push(...wrong);
			if (sources.length > 0) texts.set(key, sources);
		}
	}
	if (problems.length > 0) throw new FileRefused(told(problems, name));
	return texts;
}

function textIn(bytes: Uint8Array, name: string): string {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		throw new FileRefused(`${name}: expected plain text in UTF-8, found something else: save it as plain text, UTF-8`);
	}
}

function sectionsIn(text: string): TextSection[] {
	const sections: TextSection[] = [{ line: 0, name: "", wordings: [] }];
	for (const [index, line] of linesIn(text).entries()) {
		if (isName(line)) sections.push({ line: index + 1, name: bare(line), wordings: [] });
		else sections.at(-1)?.wordings.push(line);
	}
	return sections;
}

/**
 * Whether a line names a text. Between the brackets of a wording is a placeholder; and a name is one without its brackets,
 * too: taken for a wording, people would be greeted with it.
 */
function isName(line: string): boolean {
	return /^\[[^{}]*\]:?$/.test(line) || keyIn(bare(line)) !== undefined;
}

function bare(line: string): string {
	return line
		.replace(/:$/, "")
		.replace(/^\[(.*)\]$/, "$1")
		.trim();
}

function keyIn(name: string): TextKey | undefined {
	return KEYS.get(name.toLowerCase());
}

function nameOf(key: TextKey): string {
	return `[${say(`texts.label.${key}`)}]`;
}

function nameless({ wordings }: TextSection): LinesProblem[] {
	const index = wordings.findIndex((wording) => wording.trim() !== "");
	const problem = "Which text is this? Above it goes the name of one in square brackets, such as [Late arrivals].";
	return index === -1 ? [] : [{ lines: [index + 1], problem }];
}

function unknownName(name: string): string {
	const near = nearest(name.toLowerCase(), [...KEYS.keys()]);
	const key = near === undefined ? undefined : KEYS.get(near);
	const perhaps = key === undefined ? "" : ` Did you mean ${nameOf(key)}?`;
	return `There is no text ${quotedWord(name)}.${perhaps} There are: ${NAMES}.`;
}

/** As in the form of an after-hours text, a wording need not speak of the recap and the next date itself. */
function wordingsIn(
	{ line, wordings }: TextSection,
	key: TextKey,
	language: string,
): { sources: string[]; problems: LinesProblem[] } {
	const { sources, problems } = readVariants(key, { typed: wordings.join("\n"), endings: ENDINGS }, language);
	const placed = problems.map(({ lines, problem }) => ({
		lines: lines.length > 0 ? lines.map((within) => line + within) : [line],
		problem: say(problem),
	}));
	return { sources, problems: placed };
}

function told(problems: readonly LinesProblem[], name: string): string {
	const sorted = problems.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
	const sentences = sorted.slice(0, MOST_PROBLEMS).map(({ lines, problem }) => {
		const where = `${lines.length > 1 ? "lines" : "line"} ${new Intl.ListFormat("en-GB").format(lines.map(String))}`;
		return `${name}: ${where}: ${harmless(problem)}`;
	});
	const more = problems.length - sentences.length;
	return [...sentences, ...(more > 0 ? [`${name}: and ${more} more problems`] : [])].join("\n");
}
