import { LONGEST_CONTENT } from "../limits.ts";
import { timestamp } from "../timestamp.ts";
import type { Scene } from "./greeting.ts";
import { endingsIn } from "./languages.ts";
import { rewrite, type Written } from "./rolls.ts";
import { LONGEST_OWN_WORDS, recapValue } from "./values.ts";

/** The most UTF-16 units that what guests take with them needs below their thanks, with a recap that may come later. */
export function longestTakeaway({ nextEvent }: Pick<Scene, "nextEvent">, language: string): number {
	return 1 + LONGEST_OWN_WORDS + nextLine(nextEvent, language, "").length;
}

/**
 * Adds what guests take with them to the words of thanks, once for all of them, each on a line of its own: the recap, and the
 * next date with a link to Discord's event. What the host's words say already is not said again.
 */
export function withTakeaway({ body: words, rolls, recapInWords }: Written, scene: Scene, language: string): Written {
	const recap = recapInWords ? "" : recapLine(scene.recap, words);
	const body = words + recap + nextLine(scene.nextEvent, language, words);
	return { body, rolls, recap: [words.length, recap.length], ...(recapInWords && { recapInWords }) };
}

/** Stands in the words for a recap that has no room there, or is none. */
const ELLIPSIS = "…";

/**
 * Says another recap in thanks, or with null none, and leaves all else as it is: where the words say it, if it fits there, else
 * below them. Words without a place for it stay as they are.
 */
export function withRecap(written: Written, recap: string | null): Written {
	if (!written.recap) return written;
	const [below] = written.recap;
	const isInWords = new Set(written.recapInWords?.map(([at]) => at));
	const put = (words: string, line: string) =>
		rewrite(written, (at) => (at === below ? line : isInWords.has(at) ? words : undefined));
	const said = recapValue(recap);
	if (isInWords.size > 0 && said !== "") {
		const inWords = put(said, "");
		if (inWords.body.length <= LONGEST_CONTENT) return inWords;
	}
	return put(
		ELLIPSIS,
		isInWords.size > 0 && said !== "" ? `\n${said}` : recapLine(recap, written.body.slice(0, below)),
	);
}

function recapLine(recap: string | null, words: string): string {
	const said = recapValue(recap);
	return said === "" || linksIn(words).includes(said) ? "" : `\n${said}`;
}

/** The links that words say, each also without what ends the sentence or the brackets around it. */
function linksIn(words: string): string[] {
	const found = words.match(/https?:\/\/\S+/gi) ?? [];
	return found.flatMap((link) => [link, link.replace(/[.,:;!?…"'>*_~|`\p{Pe}\p{Pf}。，、！？：]+$/u, "")]);
}

/** The link stands last: nothing that follows can be taken for a part of it. */
function nextLine(event: Scene["nextEvent"], language: string, words: string): string {
	if (event === null) return "";
	const when = timestamp(event.at, "F");
	const said = (endingsIn(language).next ?? "{next}").trim().replace("{next}", () => when);
	return words.includes(when) ? `\n${event.link}` : `\n${said} ${event.link}`;
}
