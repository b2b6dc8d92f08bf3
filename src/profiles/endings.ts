import { type Closed, type Ending, readClosed, writeClosed } from "../greetings/closed.ts";
import { languageOf } from "../greetings/languages.ts";

/** The words with which a language speaks of the next date and of the recap after hours. */
export function endingsIn(language: string): Closed {
	return readClosed(languageOf(language).texts.afterHours[0] ?? "");
}

/** Adds endings to an after-hours opening, in the words of a language; none of what it speaks of itself. */
export function withEndings(opening: string, endings: readonly Ending[], language: string): string {
	const words = endingsIn(language);
	const ending = (one: Ending) => (endings.includes(one) && !opening.includes(`{${one}`) ? words[one] : null);
	return writeClosed({ opening, next: ending("next"), recap: ending("recap") });
}
