import type { SaidMoment } from "../../../rehearsal/happening.ts";

/** Something said to one person. */
export interface Said {
	who: string;
	kind: SaidMoment | "thanks" | "afterHours";
	/** The line begins with an apology. */
	apology: boolean;
	/** The time that the line names, in milliseconds, to the second; null when it names none. */
	at: number | null;
}

/** A post, taken apart: what it said to whom, and the lines that say nothing we know. */
export interface TrialPost {
	said: Said[];
	/** An apology stands somewhere in it: it holds for the lines that follow as well. */
	apology: boolean;
	unread: string[];
}

/** People of the trials; no name is the beginning of another's, for digits follow none. */
const NAME = /\b(?:Guest|Host|Jukebox) \d+x\d+\b/g;
/** How Discord writes a time. */
const TIME = /<t:(\d+):[a-zA-Z]>/;
const APOLOGY = "Sorry I wasn't at the door";

/** What marks each kind; the first that fits counts. */
const MARKS: readonly (readonly [string, Said["kind"]])[] = [
	["Thank you for coming", "thanks"],
	["We've closed for now", "afterHours"],
	["You're early", "early"],
	["So glad you made it", "late"],
	["Thanks for joining us", "onTime"],
];

/** Reads a post as a person in the room would. */
export function readTrialPost(text: string): TrialPost {
	const post: TrialPost = { said: [], apology: text.includes(APOLOGY), unread: [] };
	for (const line of text.split("\n")) {
		const kind = MARKS.find(([mark]) => line.includes(mark))?.[1];
		const names = line.match(NAME) ?? [];
		if (!kind || names.length === 0) post.unread.push(line);
		else post.said.push(...names.map((who) => ({ who, kind, apology: line.startsWith(APOLOGY), at: timeIn(line) })));
	}
	return post;
}

function timeIn(line: string): number | null {
	const seconds = TIME.exec(line)?.[1];
	return seconds === undefined ? null : Number(seconds) * 1_000;
}
