import { basename } from "node:path";
import { TEXTS } from "../commands/greeting/form.ts";
import { nearest } from "../src/greetings/nearest.ts";
import { TEXT_KEYS, type TextKey } from "../src/greetings/texts.ts";
import { LONGEST_TYPED } from "../src/limits.ts";
import { LINE_END, type Problem, readVariants } from "../src/profiles/variants.ts";
import { encodingOf } from "./attendance/text.ts";
import { FileRefused } from "./file-refused.ts";
import { harmless } from "./harmless.ts";
import { bytesOf } from "./read-file.ts";
import { quotedWord } from "./script.ts";

/** A host's own texts, as `/greeting edit` saves them: those that they have changed, each in its wordings. */
export type OwnTexts = ReadonlyMap<TextKey, readonly string[]>;

/** What the name of a text stands for, written small. */
const KEYS = new Map(TEXT_KEYS.map((key) => [TEXTS[key].label.toLowerCase(), key]));
const NAMES = TEXT_KEYS.map((key) => `[${TEXTS[key].label}]`).join(" ");
const MOST_PROBLEMS = 10;
/** As many as all forms in Discord hold are a tenth of this. */
const LARGEST_FILE_MB = 1;

/** The name of a text, in line `line` from 1, and what stands below it. Before the first name is a section without. */
interface Section {
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

function sectionsIn(text: string): Section[] {
	const sections: Section[] = [{ line: 0, name: "", wordings: [] }];
	for (const [index, line] of text.split(LINE_END).entries()) {
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
	return /^\[[^{}]*\]:?$/.test(line.trim()) || keyIn(bare(line)) !== undefined;
}

function bare(line: string): string {
	return line
		.trim()
		.replace(/:$/, "")
		.replace(/^\[(.*)\]$/, "$1")
		.trim();
}

function keyIn(name: string): TextKey | undefined {
	return KEYS.get(name.toLowerCase());
}

function nameless({ wordings }: Section): Problem[] {
	const index = wordings.findIndex((wording) => wording.trim() !== "");
	const problem = "Which text is this? Above it goes the name of one in square brackets, such as [Late arrivals].";
	return index === -1 ? [] : [{ lines: [index + 1], problem }];
}

function unknownName(name: string): string {
	const near = nearest(name.toLowerCase(), [...KEYS.keys()]);
	const key = near === undefined ? undefined : KEYS.get(near);
	const perhaps = key === undefined ? "" : ` Did you mean [${TEXTS[key].label}]?`;
	return `There is no text ${quotedWord(name)}.${perhaps} There are: ${NAMES}.`;
}

function wordingsIn({ line, wordings }: Section, key: TextKey, language: string): ReturnType<typeof readVariants> {
	const typed = wordings.join("\n");
	if ([...typed.trim()].length > LONGEST_TYPED) {
		const problem = `[${TEXTS[key].label}] is longer than a form in Discord can hold: ${LONGEST_TYPED} characters.`;
		return { sources: [], problems: [{ lines: [line], problem }] };
	}
	const { sources, problems } = readVariants(key, typed, language);
	const placed = problems.map(({ lines, problem }) => ({
		lines: lines.length > 0 ? lines.map((within) => line + within) : [line],
		problem,
	}));
	return { sources, problems: placed };
}

function told(problems: readonly Problem[], name: string): string {
	const sorted = problems.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
	const sentences = sorted.slice(0, MOST_PROBLEMS).map(({ lines, problem }) => {
		const where = `${lines.length > 1 ? "lines" : "line"} ${new Intl.ListFormat("en-GB").format(lines.map(String))}`;
		return `${name}: ${where}: ${harmless(problem)}`;
	});
	const more = problems.length - sentences.length;
	return [...sentences, ...(more > 0 ? [`${name}: and ${more} more problems`] : [])].join("\n");
}
