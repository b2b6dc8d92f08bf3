import { isTakeaway, postReaderFor, type SaidLine } from "../../../rehearsal/read-post.ts";
import { DEFAULT_VOICE } from "../../../src/greetings/voice.ts";
import { callsIn, isCall, whoIsCalled } from "./calls.ts";

/** Something said to one person. */
export interface Said {
	/** Null for somebody who is not named. */
	who: string | null;
	kind: SaidLine["kind"];
	/** The line has an apology. */
	apology: boolean;
	/** The time that the line names, in milliseconds, to the second; null when it names none. */
	at: number | null;
	/** How many are called in the post before them. */
	place: number;
}

/** A post, taken apart: what it said to whom, and the lines that say nothing we know. */
export interface TrialPost {
	said: Said[];
	/** An apology stands somewhere in it: it is said once for all lines it belongs to. */
	apology: boolean;
	unread: string[];
	/** When the event begins to which it invites, in milliseconds, to the second; null for none. */
	next: number | null;
}

/** How Discord writes a time. */
const TIME = /<t:(\d+):[a-zA-Z]>/;

const readPost = postReaderFor(DEFAULT_VOICE);

/** Whether it is said to who comes, as opposed to thanks and to what is said after hours. */
export function isGreeting({ kind }: Pick<Said, "kind">): boolean {
	return kind !== "thanks" && kind !== "afterHours";
}

/** Reads a post as a person in the room would. */
export function readTrialPost(text: string): TrialPost {
	const post: TrialPost = { said: [], apology: false, unread: [], next: null };
	let before = 0;
	for (const line of text.split("\n")) {
		if (isTakeaway(line)) {
			post.next ??= timeIn(line);
			continue;
		}
		const calls = callsIn(line);
		const first = before;
		before += calls.length;
		const [read] = readPost(line, isCall).lines;
		if (!read || calls.length === 0 || read.names.join() !== calls.join()) {
			post.unread.push(line);
			continue;
		}
		const { kind, apology } = read;
		const at = timeIn(line);
		post.said.push(...calls.map((call, n) => ({ who: whoIsCalled(call), kind, apology, at, place: first + n })));
		post.apology ||= apology;
	}
	return post;
}

function timeIn(line: string): number | null {
	const seconds = TIME.exec(line)?.[1];
	return seconds === undefined ? null : Number(seconds) * 1_000;
}
