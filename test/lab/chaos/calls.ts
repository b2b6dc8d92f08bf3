import { neutralWordsIn } from "../../../rehearsal/read-post.ts";
import { languageOf } from "../../../src/greetings/languages.ts";
import { DEFAULT_VOICE } from "../../../src/greetings/voice.ts";

const { said, listed } = neutralWordsIn(DEFAULT_VOICE.language);
const SORRY = languageOf(DEFAULT_VOICE.language).misnamed;

/** People of the trials; no name is the beginning of another's, for digits follow none. */
const SHOWN = /(?:Guest|Host|Jukebox) \d+x\d+/;
/** What a guest has chosen to be called. */
const CHOSEN = /Chosen (\d+x\d+)x\d+/;
const CALLS = new RegExp(
	[SHOWN, CHOSEN, said, listed].map((one) => (typeof one === "string" ? RegExp.escape(one) : one.source)).join("|"),
	"g",
);

/** The how-manieth name that a guest chooses: it looks like nobody else's. */
export function chosenName(guest: string, count: number): string {
	return `${guest.replace("Guest", "Chosen")}x${count}`;
}

/** Whom a name calls; null for a neutral word. */
export function whoIsCalled(name: string): string | null {
	if (isNeutral(name)) return null;
	const [, guest] = CHOSEN.exec(name) ?? [];
	return guest === undefined ? name : `Guest ${guest}`;
}

/** Whether somebody may be called so in a post. */
export function isCall(words: string): boolean {
	return callsIn(words).join() === words;
}

export function isNeutral(name: string): boolean {
	return name === said || name === listed;
}

/** How people are called in some words, one after the other. */
export function callsIn(words: string): string[] {
	return words.match(CALLS) ?? [];
}

/** Some words without how people are called in them, and without the apologies for that. */
export function withoutCalls(words: string): string {
	return words.replaceAll(SORRY, "").replace(CALLS, "*");
}

/** Whether somebody is told in some words that their name was wrong. */
export function saysSorryForName(words: string): boolean {
	return words.includes(SORRY);
}
