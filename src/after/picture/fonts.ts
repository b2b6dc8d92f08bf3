import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * Fonts with the letters of all languages that Byname speaks, and of Arabic and Hebrew. A package has a file for each part of
 * its letters, and only files with letters of the texts are read: all of them take two seconds and 100 MiB.
 */
const LETTERS = ["noto-sans", "noto-sans-arabic", "noto-sans-hebrew", "noto-sans-thai"];
/** The same characters look different in each of their countries, so each has a font of its own. */
const HAN = ["noto-sans-jp", "noto-sans-kr", "noto-sans-tc", "noto-sans-sc"];
const HAN_OF: readonly [language: RegExp, font: string][] = [
	[/^ja/, "noto-sans-jp"],
	[/^ko/, "noto-sans-kr"],
	[/^zh-(TW|HK|Hant)/, "noto-sans-tc"],
];
/** What it has is not listed: all emoji of 2022, and digits that nobody can see. */
const EMOJI: FontFile = {
	font: "twemoji",
	family: "twemoji",
	path: pathOf("twemoji-colr-font/twemoji.woff2"),
	ranges: [],
};

/** Texts as they can be drawn, and the fonts that they take. */
export interface Fonts {
	/** Without symbols that no font has, as far as is known; "" for a text with letters that no font has, rather than a row of boxes. */
	drawable(text: string): string;
	/** In the order in which they are to be asked for a character. */
	files: FontFile[];
}

/** A part of a font: what to call it once it is loaded, and which characters it has. */
export interface FontFile {
	font: string;
	family: string;
	path: string;
	ranges: Range[];
}

type Range = readonly [first: number, last: number];

/** Finds the fonts that texts take. The language is the host's. */
export function fontsFor(texts: readonly string[], language: string): Fonts {
	const order = [...LETTERS, ...hanFor(texts.join(), language)];
	const rank = ({ font }: FontFile) => [...order, EMOJI.font].indexOf(font);
	const files = new Set<FontFile>();

	function has(text: string): boolean {
		const found = [...text].map((character) => fileWith(character.codePointAt(0) ?? 0, order));
		if (!found.every((file) => file !== undefined)) return false;
		for (const file of found) files.add(file);
		return true;
	}

	function isEmoji(text: string): boolean {
		if (!/^(\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(text)) return false;
		files.add(EMOJI);
		return true;
	}

	function drawable(text: string): string {
		let drawn = "";
		for (const { segment } of graphemes.segment(text.replace(KEYCAP, ""))) {
			const plain = segment.normalize("NFKC");
			if (isEmoji(segment) || has(segment)) drawn += segment;
			else if (has(plain)) drawn += plain;
			else if (/[\p{L}\p{N}]/u.test(segment)) return "";
		}
		return drawn;
	}

	const drawn = new Map(texts.map((text) => [text, drawable(text)]));
	return { files: [...files].sort((a, b) => rank(a) - rank(b)), drawable: (text) => drawn.get(text) ?? "" };
}

/** Around a digit; the font would draw it beside. */
const KEYCAP = /\uFE0F?\u20E3/gu;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** In which order to ask the fonts for what several of them have, by the letters around it and then by the host's language. */
function hanFor(text: string, language: string): string[] {
	const written = /[\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? "ja" : /\p{sc=Hang}/u.test(text) ? "ko" : language;
	const first = HAN_OF.find(([languages]) => languages.test(written))?.[1] ?? "noto-sans-sc";
	return [first, ...HAN.filter((name) => name !== first)];
}

function fileWith(code: number, order: readonly string[]): FontFile | undefined {
	for (const name of order) {
		const file = filesOf(name).find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last));
		if (file) return file;
	}
	return undefined;
}

const known = new Map<string, FontFile[]>();

/** The parts of a font, by what its package tells of them. */
function filesOf(name: string): FontFile[] {
	const files = known.get(name) ?? readParts(name);
	known.set(name, files);
	return files;
}

function readParts(name: string): FontFile[] {
	const list = pathOf(`@fontsource-variable/${name}/unicode.json`);
	const parts: Record<string, string> = JSON.parse(readFileSync(list, "utf8"));
	return Object.entries(parts).map(([part, ranges]) => {
		const family = `${name}-${part.replace(/[[\]]/g, "")}`; // parts of a large font are numbers in brackets
		return {
			font: name,
			family,
			path: join(dirname(list), "files", `${family}-wght-normal.woff2`),
			ranges: rangesIn(ranges),
		};
	});
}

/** Reads `U+0460-052F,U+20B4`. */
function rangesIn(written: string): Range[] {
	return written.split(",").map((range) => {
		const [first = 0, last = first] = range
			.replace("U+", "")
			.split("-")
			.map((code) => Number.parseInt(code, 16));
		return [first, last];
	});
}

function pathOf(file: string): string {
	return require.resolve(file);
}
