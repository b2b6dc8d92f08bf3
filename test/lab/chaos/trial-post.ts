import { postReaderFor, type SaidLine } from "../../../rehearsal/read-post.ts";
import { DEFAULT_VOICE } from "../../../src/greetings/voice.ts";

/** Something said to one person. */
export interface Said {
	who: string;
	kind: SaidLine["kind"];
	/** The line has an apology. */
	apology: boolean;
	/** The time that the line names, in milliseconds, to the second; null when it names none. */
	at: number | null;
}

/** A post, taken apart: what it said to whom, and the lines that say nothing we know. */
export interface TrialPost {
	said: Said[];
	/** An apology stands somewhere in it: it is said once for all lines it belongs to. */
	apology: boolean;
	unread: string[];
}

/** People of the trials; no name is the beginning of another's, for digits follow none. */
const NAME = /^(?:Guest|Host|Jukebox) \d+x\d+$/;
/** How Discord writes a time. */
const TIME = /<t:(\d+):[a-zA-Z]>/;

const readPost = postReaderFor(DEFAULT_VOICE);

/** Whether it is said to who comes, as opposed to thanks and to what is said after hours. */
export function isGreeting({ kind }: Said): boolean {
	return kind !== "thanks" && kind !== "afterHours";
}

/** Reads a post as a person in the room would. */
export function readTrialPost(text: string): TrialPost {
	const post: TrialPost = { said: [], apology: false, unread: [] };
	for (const line of text.split("\n")) {
		const [read] = readPost(line, (name) => NAME.test(name)).lines;
		if (!read?.names.every((name) => NAME.test(name))) {
			post.unread.push(line);
			continue;
		}
		const { kind, names, apology } = read;
		post.said.push(...names.map((who) => ({ who, kind, apology, at: timeIn(line) })));
		post.apology ||= apology;
	}
	return post;
}

function timeIn(line: string): number | null {
	const seconds = TIME.exec(line)?.[1];
	return seconds === undefined ? null : Number(seconds) * 1_000;
}
