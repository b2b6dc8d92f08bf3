import { TOUCHES, type Touch } from "../src/greetings/arrange.ts";
import { LANGUAGES, languageOf } from "../src/greetings/languages.ts";
import type { TextKey } from "../src/greetings/texts.ts";
import { DEFAULT_VOICE, type Voice } from "../src/greetings/voice.ts";
import type { SaidMoment } from "./happening.ts";
import { splitterOf } from "./name-list.ts";
import { backwards, mirrored, type Places, reach, reachBeyond } from "./reach.ts";
import { type Around, type KnownWords, type Pieces, patternOf, withoutBlanks } from "./text-pattern.ts";

/** On which occasion a line is said. `back`: a touch in place of an opening, with the same words on time and late. */
export type SaidKind = SaidMoment | "back" | "afterHours" | "lookBack" | "thanks";

/** One line of a post: to whom it says what. */
export interface SaidLine {
	kind: SaidKind;
	/** As they stand in the post, escaped. */
	names: string[];
	welcomesBack: boolean;
	/** It says that they were expected. */
	expects: boolean;
	apology: boolean;
	/** The host's note with the words around it; "" for none. */
	note: string;
}

/** A post, taken apart. */
export interface SaidPost {
	lines: SaidLine[];
	/** Lines that are none of the texts we know; what is for all who are thanked is left out. */
	unread: string[];
}

/** Whether somebody is called so, as it stands in a post. */
export type IsName = (name: string) => boolean;
/** Whether such words are due to these people: a host may say the same on several occasions. */
export type IsDue = (kind: SaidKind, names: readonly string[]) => boolean;

/** Takes a post apart. */
export type ReadPost = (text: string, isName: IsName, isDue?: IsDue) => SaidPost;

/** What guests take with them, below their thanks: a recap, or an invitation to the next event. */
const TAKEAWAY = /^https:\/\/\S+$|<t:\d+:F>.* https:\/\/discord\.com\/events\/\d+\/\d+$/;

/** Whether a line of a post says something that is for all who are thanked in it. */
export function isTakeaway(line: string): boolean {
	return TAKEAWAY.test(line);
}

/** What is said for somebody whose name cannot be shown: to them alone, and among others. */
export interface NeutralWords {
	said: string;
	listed: string;
}

/** What is said in a language for somebody whose name cannot be shown. */
export function neutralWordsIn(language: string): NeutralWords {
	const { neutralName, neutralAmong = neutralName } = languageOf(language);
	return { said: neutralName, listed: neutralAmong };
}

const OPENINGS = ["early", "onTime", "late", ...TOUCHES, "afterHours", "lookBack", "thanks"] as const;
/** What may be said with an opening, before it or behind it. */
const ADDED = [...TOUCHES, "missed", "note"] as const;
type Added = (typeof ADDED)[number];
/** Sets of them, the smallest first: nothing is taken for said that need not have been. */
const SETS_OF_ADDED = [...Array(2 ** ADDED.length).keys()]
	.map((bits) => ADDED.filter((_, index) => bits & (1 << index)))
	.filter((keys) => keys.filter(isTouch).length <= 1)
	.sort((a, b) => a.length - b.length);
function isTouch(key: TextKey): key is Touch {
	return TOUCHES.some((touch) => touch === key);
}

/** Of all that may be the names in a line, so much is looked at. */
const MOST_SPANS = 2_000;
const BEGINNING: Places = new Set([0]);

/** An opening as it is found in posts: what stands before the names and behind them, this from behind as well. */
interface FoundOpening extends Around {
	key: (typeof OPENINGS)[number];
	words: number;
	mirrored: Pieces;
}

/**
 * Reads posts in a voice; `known` tells what stands for some placeholders. A line that says nothing in it to people we know
 * may be in one of the languages that guests can have chosen, in Byname's own words.
 */
export function postReaderFor(voice: Voice, known: KnownWords = {}, chosen: readonly string[] = LANGUAGES): ReadPost {
	const inVoice = lineReaderFor(voice, known);
	let inOthers: ReadLine[] | null = null; // made when it is needed, which it mostly is not

	function readingsInOthers(line: BareLine, isName: IsName): LineReading[] {
		const others = chosen.filter((tag) => tag !== languageOf(voice.language).tag);
		inOthers ??= others.map((tag) =>
			lineReaderFor({ ...voice, language: tag, texts: languageOf(tag).texts }, known, voice),
		);
		for (const read of inOthers) {
			const readings = read(line, isName).filter(({ isKnown }) => isKnown);
			if (readings.length > 0) return readings;
		}
		return [];
	}

	return (text, isName, isDue = () => true) => {
		const post: SaidPost = { lines: [], unread: [] };
		for (const written of text.split("\n").filter((line) => !isTakeaway(line))) {
			const line = lineOf(written);
			const readings = inVoice(line, isName);
			const inItsVoice = readings.filter(({ isKnown }) => isKnown);
			const known = inItsVoice.length > 0 ? inItsVoice : readingsInOthers(line, isName);
			const due = known.filter(({ said }) => isDue(said.kind, said.names));
			const [reading = readings[0]] = (due.length > 0 ? due : known).sort(byNames);
			if (reading) post.lines.push(reading.said);
			else post.unread.push(written);
		}
		return post;
	};
}

/** One way to understand a line, and whether somebody is called by each of the names in it. */
interface LineReading {
	said: SaidLine;
	isKnown: boolean;
}

/** Finds what a line may say, the likeliest reading of each opening. */
type ReadLine = (line: BareLine, isName: IsName) => LineReading[];

/** Reads lines in a voice. Notes may be in another: they stay as the host wrote them. */
function lineReaderFor(voice: Voice, known: KnownWords, notedBy: Voice = voice): ReadLine {
	const language = languageOf(voice.language);
	const splitNames = splitterOf(language);
	const patternsIn = ({ language: tag, texts }: Voice, key: TextKey) => {
		const spoken = languageOf(tag);
		// Byname's own first wording stands in for one that cannot be said.
		const sources = [...texts[key], ...spoken.texts[key].slice(0, 1)].filter((source) => source !== "");
		return [...new Set(sources)].map((source) => patternOf(source, spoken, known));
	};
	const patternsOf = (key: TextKey) => [
		...patternsIn(voice, key),
		...(key === "note" && notedBy !== voice ? patternsIn(notedBy, key) : []),
	];
	const openings = OPENINGS.flatMap((key) =>
		patternsOf(key).flatMap(({ around, words }) =>
			around.map((one): FoundOpening => ({ ...one, key, words, mirrored: mirrored(one.behind) })),
		),
	).sort((a, b) => b.words - a.words); // so that none is taken for a longer one that contains it
	const added = new Map(ADDED.map((key) => [key, patternsOf(key).map(({ all }) => all)]));
	const allOf = (keys: readonly Added[]) => keys.flatMap((key) => added.get(key) ?? []);
	const sets = SETS_OF_ADDED.map((keys) => ({ keys, on: allOf(keys), back: allOf(keys).map(mirrored) }));

	function* readingsOf(line: BareLine, isName: IsName): Generator<WayToRead> {
		const edges = sets
			.map(({ keys, on, back }): Edges => {
				const starts = reachBeyond(on, keys.length, line.text, BEGINNING);
				return { keys, starts, ends: reachBeyond(back, keys.length, line.mirror, BEGINNING) };
			})
			.filter(({ keys, starts, ends }) => keys.length === 0 || starts.size > 1 || ends.size > 1);
		for (const opening of openings) {
			const found = firstKnown(candidates(opening, line, edges, (listed) => splitNames(listed, isName), isName));
			if (found) yield found;
		}
	}

	/** A note is said last: it is what stands behind the opening and everything else. */
	function noteIn({ text, slice }: BareLine, { opening, to, edges }: WayToRead): string {
		const behind = [...reach(opening.behind, text, new Set([to]))].find((place) => edges.ends.has(text.length - place));
		const others = reachBeyond(allOf([...TOUCHES, "missed"]), 2, text, new Set([behind ?? text.length]));
		return slice(Math.max(...others), text.length);
	}

	function saidIn(line: BareLine, reading: WayToRead): SaidLine {
		const { opening, names, edges } = reading;
		return {
			kind: isTouch(opening.key) ? "back" : opening.key,
			names,
			welcomesBack: opening.key === "returning" || edges.keys.includes("returning"),
			expects: opening.key === "expected" || edges.keys.includes("expected"),
			apology: edges.keys.includes("missed"),
			note: edges.keys.includes("note") ? noteIn(line, reading) : "",
		};
	}

	return (line, isName) =>
		[...readingsOf(line, isName)].map((one) => ({ isKnown: one.isKnown, said: saidIn(line, one) }));
}

/** A line without its blanks, in which texts are found. */
interface BareLine {
	text: string;
	/** The same from behind. */
	mirror: string;
	/** What was written between two places of the text. */
	slice(from: number, to: number): string;
}

/** Where an opening may begin in a line and, from behind, end, if nothing is added to it but these. */
interface Edges {
	keys: readonly Added[];
	starts: Places;
	ends: Places;
}

/** One way to read a line: whom it names up to which place, and whether somebody is called by each of the names. */
interface WayToRead {
	opening: FoundOpening;
	edges: Edges;
	to: number;
	names: string[];
	isKnown: boolean;
}

function lineOf(written: string): BareLine {
	const text = withoutBlanks(written);
	const places = [...Array(written.length).keys()].filter((index) => !/\s/.test(written[index] ?? ""));
	const slice = (from: number, to: number) => written.slice(places[from] ?? written.length, (places[to - 1] ?? -1) + 1);
	return { text, mirror: backwards(text), slice };
}

function* candidates(
	opening: FoundOpening,
	{ text, mirror, slice }: BareLine,
	allEdges: readonly Edges[],
	splitNames: (listed: string) => string[],
	isName: IsName,
): Generator<WayToRead> {
	for (const edges of allEdges) {
		const from = reach(opening.before, text, edges.starts);
		if (from.size === 0) continue;
		const to = reach(opening.mirrored, mirror, edges.ends);
		for (const [start, end] of spans(from, to, text.length)) {
			const listed = slice(start, end);
			const names = splitNames(listed);
			yield { opening, edges, to: end, names, isKnown: names.every(isName) };
			if (text[end] !== ".") continue;
			const stopped = splitNames(`${listed}.`); // the stop behind "Smith Jr." is the name's as well
			if (stopped.every(isName)) yield { opening, edges, to: end, names: stopped, isKnown: true };
		}
	}
}

/** Where the names may stand, the longest first; `to` is counted from the end. */
function* spans(from: Places, to: Places, length: number): Generator<[start: number, end: number]> {
	const ends = [...to].map((place) => length - place).sort((a, b) => b - a);
	let count = 0;
	for (const start of [...from].sort((a, b) => a - b)) {
		for (const end of ends) {
			if (end > start && count++ < MOST_SPANS) yield [start, end];
		}
	}
}

/** The first reading that names nobody who is not known; else the first of all. */
function firstKnown(readings: Iterable<WayToRead>): WayToRead | undefined {
	let first: WayToRead | undefined;
	for (const reading of readings) {
		if (reading.isKnown) return reading;
		first ??= reading;
	}
	return first;
}

/** Those that explain most of a line by the names of people come first. */
function byNames(a: { said: SaidLine }, b: { said: SaidLine }): number {
	return b.said.names.length - a.said.names.length;
}

/** Takes a post in Byname's own words apart, those of a host who has set nothing, to guests who have chosen no language. */
export const readPost = postReaderFor(DEFAULT_VOICE, {}, []);
