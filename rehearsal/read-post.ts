import { languageOf } from "../src/greetings/languages.ts";
import { DEFAULT_VOICE } from "../src/greetings/voice.ts";
import type { SaidMoment } from "./happening.ts";

/** One line of a post: to whom it says what. */
export interface SaidLine {
	kind: SaidMoment | "thanks";
	/** As they stand in the post, escaped. */
	names: string[];
	/** The number of the visit it speaks of; 1 when it speaks of none. */
	visits: number;
}

/** A post, taken apart. */
export interface SaidPost {
	apology: boolean;
	lines: SaidLine[];
	/** Lines that are none of the texts we know. */
	unread: string[];
}

const { texts } = DEFAULT_VOICE;
const language = languageOf(DEFAULT_VOICE.language);

/** The neutral word for someone whose name cannot be shown. */
export const NEUTRAL_NAME = language.neutralName;

/** What stands between names that are listed. */
const SEPARATORS = new Set(
	[2, 4].flatMap((count) =>
		new Intl.ListFormat(language.listTag ?? language.tag, { type: "conjunction", style: "long" })
			.formatToParts(Array<string>(count).fill("x"))
			.filter(({ type }) => type === "literal")
			.map(({ value }) => value),
	),
);
const SEPARATOR = new RegExp([...SEPARATORS].map(RegExp.escape).join("|"), "g");

const KINDS = ["early", "onTime", "late", "thanks"] as const;
/** Those with the most words of their own first, so that none is taken for a longer one that contains it. */
const OPENINGS = KINDS.flatMap((kind) =>
	texts[kind].map((text) => ({ kind, text, pattern: patternOf(text, "^") })),
).sort((a, b) => wordsIn(b.text) - wordsIn(a.text));
const RETURNING = texts.returning.map((text) => patternOf(text));
const APOLOGIES = texts.missed.map((text) => patternOf(text, "^"));

/** Takes a post of Byname's apart. `isName` knows every name, as it stands in a post, of whom it could speak. */
export function readPost(text: string, isName: (name: string) => boolean): SaidPost {
	const lines: SaidLine[] = [];
	const unread: string[] = [];
	let apology = false;
	for (const line of text.split("\n")) {
		const sorry = APOLOGIES.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
		apology ||= sorry !== undefined;
		const said = readLine(line.slice(sorry?.length ?? 0).trimStart(), isName);
		if (said) lines.push(said);
		else unread.push(line);
	}
	return { apology, lines, unread };
}

function readLine(line: string, isName: (name: string) => boolean): SaidLine | null {
	for (const { kind, pattern } of OPENINGS) {
		const listed = pattern.exec(line)?.groups?.name;
		if (listed === undefined) continue;
		const visits = RETURNING.map((returning) => returning.exec(line)?.groups?.visits).find(Boolean);
		return { kind, names: splitNames(listed, isName), visits: Number(visits ?? 1) };
	}
	return null;
}

/** Splits names at what separates them; a name may contain a comma or "and" itself, so the longest known one counts. */
function splitNames(listed: string, isName: (name: string) => boolean): string[] {
	const names: string[] = [];
	for (let from = 0; from < listed.length; ) {
		const ends = endsAfter(listed, from);
		const known = ends.findLast((end) => isName(listed.slice(from, end.at)));
		const end = known ?? ends[0] ?? { at: listed.length, next: listed.length };
		names.push(listed.slice(from, end.at));
		from = end.next;
	}
	return names;
}

/** The longest name, escaped, in a post; keeps the search short. */
const LONGEST_NAME = 200;

function endsAfter(listed: string, from: number): { at: number; next: number }[] {
	const rest = listed.slice(from, from + LONGEST_NAME);
	const ends = [...rest.matchAll(SEPARATOR)].map(({ index, 0: { length } }) => {
		return { at: from + index, next: from + index + length };
	});
	return from + rest.length < listed.length ? ends : [...ends, { at: listed.length, next: listed.length }];
}

/** Finds a text in a line whatever its placeholders stand for; the names and the number of visits are kept. */
function patternOf(text: string, from = ""): RegExp {
	const parts = text.split(/\{(\w+)\}/).map((part, index) => {
		if (index % 2 === 0) return RegExp.escape(part);
		if (part === "name" || part === "mention") return "(?<name>.+)";
		return part === "visits" ? "(?<visits>\\d+)" : ".*?";
	});
	return new RegExp(from + parts.join(""), "u");
}

function wordsIn(text: string): number {
	return text.replace(/\{\w+\}/g, "").length;
}
