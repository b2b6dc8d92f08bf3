import type { Attendance } from "./attendance/attendance.ts";

/** A person as the outside sees them: `id` tells apart who shares a name. */
export interface NamedPerson {
	id: string;
	name: string;
}

/** Which words a greeting used. */
export type SaidMoment = "early" | "onTime" | "late";

/** A person who was greeted: with which words and how long after the arrival, in milliseconds of the webinar's time. */
export interface Greeted extends NamedPerson {
	/** `back` where they were welcomed back in place of an opening: those words are the same on time and late. */
	moment: SaidMoment | "back";
	delayMs: number;
	/** The greeting spoke of their having been here before. */
	welcomedBack: boolean;
	/** Came while Byname was away, so the delay is not its own. */
	away: boolean;
}

/** What a rehearsal came to. */
export interface Summary {
	type: "summary";
	/** False when the rehearsal was cut short. */
	complete: boolean;
	/** Attendees who came, each once per session. */
	arrivals: number;
	/** How often somebody who had been there before came in again. */
	returns: number;
	greeted: number;
	notGreeted: NamedPerson[];
	/** By the words that were said. */
	moments: Record<SaidMoment, number>;
	/** Greeted as people who have been here before. */
	welcomedBack: number;
	/** Came while Byname was away. */
	whileAway: number;
	/** Messages in the room that greeted, and those that only thanked. */
	posts: number;
	thanksPosts: number;
	/** People in the room at the end, and how many of them were thanked. */
	toThank: number;
	thanked: number;
	/** From arrival to post, without those who came while Byname was away; null when nobody was greeted. */
	delayMs: { median: number; worst: number } | null;
	/** Names said to greet somebody who had been greeted in that session already. */
	duplicates: string[];
	/** Names said although nobody of that name came as an attendee: no-shows, hosts, panelists. */
	strangers: string[];
	/** Lines in the room that are no words of Byname's we know. */
	unread: string[];
	noShows: number;
	staff: number;
	/** Requests that Discord answered with 429. */
	rateLimited: number;
	/** Errors that Byname logged. */
	errors: number;
}

/**
 * What happens in a rehearsal, as the transcript shows it and `--json` prints it. `at` is in milliseconds of the
 * webinar's time, seen from its scheduled start: negative before.
 */
export type Happening =
	/** What will be played. `file` is null for the scripted webinar. */
	| {
			type: "start";
			file: string | null;
			source: Attendance["source"] | null;
			title: string;
			attendees: number;
			staff: string[];
			noShows: string[];
			/** What the file left open and how it was read. */
			assumptions: string[];
			lengthMs: number;
			speed: number;
	  }
	/** A scene of the scripted webinar begins. */
	| { type: "scene"; title: string; text: string }
	/** The stage goes live. */
	| { type: "opening"; at: number; title: string; host: string; panel: string[] }
	/** The scheduled start. */
	| { type: "begin"; at: number }
	/** People come in at once; `again` when they have been in before. `--json` has a line for each: `arrival`. */
	| { type: "arrivals"; at: number; people: (NamedPerson & { again: boolean })[] }
	/** People go at once. `--json` has a line for each: `leave`. */
	| { type: "leaves"; at: number; people: NamedPerson[] }
	/** A message in the room's chat. `text` is as Discord got it, `postedAt` in milliseconds since the epoch. */
	| {
			type: "post";
			at: number;
			postedAt: number;
			text: string;
			apology: boolean;
			greeted: Greeted[];
			thanked: NamedPerson[];
			duplicates: string[];
			strangers: string[];
			unread: string[];
	  }
	/** The stage closes, with so many attendees in the room. */
	| { type: "closing"; at: number; present: number }
	/**
	 * Nothing will happen for so long, in milliseconds of the webinar's time (null when that is not known), because nobody
	 * comes or goes, because so many people wait for the next message, or because all is over and the room is only watched.
	 * Told only where it takes more than a second.
	 */
	| { type: "pause"; at: number; why: "nobody" | "greetings" | "over"; lengthMs: number | null; waiting: number }
	/** Something worth saying about what was seen. */
	| { type: "remark"; text: string }
	/** Byname logged an error, or stopped. */
	| { type: "error"; text: string }
	| Summary;

/** Takes in what happens, in order. */
export type Tell = (happening: Happening) => void;
