import { languageOf, timeOfDayGreeting } from "../src/greetings/languages.ts";
import { type Elements, isLiteral, parse } from "../src/greetings/template.ts";
import type { TextKey } from "../src/greetings/texts.ts";
import { DEFAULT_VOICE } from "../src/greetings/voice.ts";
import type { SaidMoment } from "./happening.ts";

/** One line of a post: to whom it says what. */
export interface SaidLine {
	/** `back`: a welcome back in place of an opening, with the same words on time and late. */
	kind: SaidMoment | "back" | "afterHours" | "thanks";
	/** As they stand in the post, escaped. */
	names: string[];
	welcomesBack: boolean;
	apology: boolean;
	/** The host's note with the words around it; "" for none. */
	note: string;
}

/** A post, taken apart. */
export interface SaidPost {
	lines: SaidLine[];
	/** Lines that are none of the texts we know. */
	unread: string[];
}

const language = languageOf(DEFAULT_VOICE.language);

/** The neutral word for someone whose name cannot be shown. */
export const NEUTRAL_NAME = language.neutralName;
/** The same among others. */
export const NEUTRAL_AMONG = language.neutralAmong ?? NEUTRAL_NAME;

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

const HOUR_MS = 3_600_000;
/** Every word for the time of day, at the beginning of a sentence and within one. */
const GREETINGS = new Set(
	Array.from({ length: 25 }, (_, hour) =>
		timeOfDayGreeting(language, hour * HOUR_MS, hour < 24 ? "UTC" : null),
	).flatMap((words) => [words, words.charAt(0).toLocaleLowerCase(language.tag) + words.slice(1)]),
);

const ADDED = {
	back: anyOf("returning"),
	sorry: anyOf("missed"),
	note: anyOf("note"),
};
const WHOLE = ["early", "onTime", "late", "returning", "afterHours", "thanks"] as const;
/** Those with the most words of their own first, so that none is taken for a longer one that contains it. */
const LINES = WHOLE.flatMap((key) => variantsOf(key).map((variant) => ({ key, ...variant })))
	.filter(({ pattern }) => pattern.includes("(?<name"))
	.sort((a, b) => b.words - a.words)
	.map(({ key, pattern }) => ({ kind: key === "returning" ? ("back" as const) : key, pattern: lineOf(key, pattern) }));

/** Takes a post of Byname's own words apart. `isName` knows every name, as it stands in a post, of whom it could speak. */
export function readPost(text: string, isName: (name: string) => boolean): SaidPost {
	const post: SaidPost = { lines: [], unread: [] };
	for (const line of text.split("\n")) {
		const readings = readingsOf(line, isName);
		const said = readings.find(({ names }) => names.every(isName)) ?? readings[0];
		if (said) post.lines.push(said);
		else post.unread.push(line);
	}
	return post;
}

function readingsOf(line: string, isName: (name: string) => boolean): SaidLine[] {
	return LINES.flatMap(({ kind, pattern }) => {
		const groups = pattern.exec(line)?.groups;
		if (groups === undefined) return [];
		const listed = Object.entries(groups).find(
			([group, found]) => group.startsWith("name") && found !== undefined,
		)?.[1];
		return {
			kind,
			names: splitNames(listed ?? "", isName),
			welcomesBack: kind === "back" || groups.back !== undefined,
			apology: groups.sorry !== undefined,
			note: groups.note ?? "",
		};
	});
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

/** A whole line that begins with an opening, with whatever may be added to it. */
function lineOf(key: TextKey, opening: string): RegExp {
	if (key === "thanks" || key === "afterHours") return new RegExp(`^${opening}$`, "u");
	const { between } = language;
	const added = Object.entries(ADDED).map(([group, words]) => `(?:${between}(?<${group}>${words}))?`);
	return new RegExp(`^${opening}${added.join("")}$`, "u");
}

/** A pattern for any variant of a text that is added to an opening. */
function anyOf(key: TextKey): string {
	const patterns = variantsOf(key).map(({ pattern }) => pattern);
	return patterns.filter((pattern) => !pattern.includes("(?<name")).join("|");
}

function variantsOf(key: TextKey): { pattern: string; words: number }[] {
	return language.texts[key].map((text) => {
		const elements = parse(text, language.tag).getAst();
		return { pattern: patternOf(elements), words: wordsIn(elements) };
	});
}

/** Finds a text whatever its placeholders stand for. The names are kept; a text has them once, in each of its branches. */
function patternOf(elements: Elements, branch = "0"): string {
	const parts = elements.map((element, index) => {
		if ("options" in element) {
			const branches = Object.values(element.options).map(({ value }, which) =>
				patternOf(value, `${branch}_${index}_${which}`),
			);
			return `(?:${branches.join("|")})`;
		}
		if (isLiteral(element)) return "value" in element ? RegExp.escape(element.value) : "";
		switch ("value" in element ? element.value : "#") {
			case "name":
			case "mention":
				return `(?<name${branch}_${index}>.+)`;
			case "greeting":
				return `(?:${[...GREETINGS].map(RegExp.escape).join("|")})`;
			default:
				return ".*?";
		}
	});
	return parts.join("");
}

function wordsIn(elements: Elements): number {
	return elements.reduce(
		(sum, element) => sum + (isLiteral(element) && "value" in element ? element.value.length : 0),
		0,
	);
}
