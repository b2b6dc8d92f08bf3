import { timestamp } from "../timestamp.ts";
import type { Scene } from "./greeting.ts";
import { endingsIn } from "./languages.ts";
import type { Written } from "./rolls.ts";
import { LONGEST_OWN_WORDS, recapValue } from "./values.ts";

/** The most UTF-16 units that what guests take with them needs below their thanks, with a recap that may come later. */
export function longestTakeaway({ nextEvent }: Pick<Scene, "nextEvent">, language: string): number {
	return 1 + LONGEST_OWN_WORDS + nextLine(nextEvent, language, "").length;
}

/**
 * Adds what guests take with them to the words of thanks, once for all of them, each on a line of its own: the recap, and the
 * next date with a link to Discord's event. What the host's words say already is not said again.
 */
export function withTakeaway({ body: words, rolls }: Written, scene: Scene, language: string): Written {
	const recap = recapLine(scene.recap, words);
	const body = words + recap + nextLine(scene.nextEvent, language, words);
	return { body, rolls, recap: [words.length, recap.length] };
}

/** Says another recap in thanks, or with null none, and leaves all else as it is. Words without a place for it stay as they are. */
export function withRecap(written: Written, recap: string | null): Written {
	if (!written.recap) return written;
	const { body, rolls } = written;
	const [at, length] = written.recap;
	const words = body.slice(0, at);
	const line = recapLine(recap, words);
	return { body: words + line + body.slice(at + length), rolls, recap: [at, line.length] };
}

function recapLine(recap: string | null, words: string): string {
	const said = recapValue(recap);
	return said === "" || words.includes(said) ? "" : `\n${said}`;
}

/** The link stands last: nothing that follows can be taken for a part of it. */
function nextLine(event: Scene["nextEvent"], language: string, words: string): string {
	if (event === null) return "";
	const when = timestamp(event.at, "F");
	const said = (endingsIn(language).next ?? "{next}").trim().replace("{next}", () => when);
	return words.includes(when) ? `\n${event.link}` : `\n${said} ${event.link}`;
}
