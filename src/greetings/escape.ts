import { clean, type Size } from "./clean.ts";

// Discord's escape is a backslash before any punctuation. Colons also cover `https://`, `:smile:` and `<t:…>`.
// Round brackets, dots and dashes stay as they are: they do nothing by themselves, and "Maya (she/her)" reads better
// in a phone's notification, which shows the backslashes.
const MARKUP = /[\\*_~|`<>#[\]:]/g;
const LIST_START = /^([-+]|\d+\.)(?=\s|$)/;
/** What an invite or web address without a scheme cannot do without. */
const ADDRESS = /\/|www|discord|dsc/i;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Someone else's words, ready for a message: they read the same, but neither ping, link, format nor turn the line round.
 * A backslash does not stop `@everyone`, hence the zero-width space behind every `@`.
 */
export function safeWords(raw: string, size: Size): string {
	const words = clean(raw, size);
	if (/^[\p{L}\p{M}\p{N} ]*$/u.test(words) && !RIGHT_TO_LEFT.test(words)) return words;
	const inert = words.replace(MARKUP, "\\$&").replace(/@/g, "@\u200B");
	const unlinked = ADDRESS.test(words) ? inert.replaceAll(".", "\\.") : inert;
	const escaped = unlinked.replace(LIST_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
	return RIGHT_TO_LEFT.test(words) ? `\u2068${escaped}\u2069` : escaped;
}

/** The most UTF-16 units `safeWords` returns: each grapheme escaped once, and two that isolate the direction. */
export const longestSafe = (size: Size): number => size.units + size.graphemes + 2;

const ADDRESSES = /(https?:\/\/\S+)/;
const BLOCK_START = /^(?:#{1,3}|>{1,3}|-#?|[+*]|\d+\.)(?=\s)/;
const INLINE_MARKS = ["*", "_", "~", "|", "`"];

/**
 * The host's own words (a note, a recap) on one line: links and formatting work, pings and whatever would spill into
 * the words after them do not. At most `units` UTF-16 units.
 */
export function ownWords(raw: string, units: number): string {
	if (raw === "") return "";
	const parts = clean(raw, { graphemes: units, units })
		.replace(/@(?=everyone|here)|(?<=<)@(?=[!&]?\d)/g, "@\u200B")
		.split(ADDRESSES); // every second part is a link and stays untouched
	const prose = parts.filter((_, index) => index % 2 === 0).join(" ");
	const unpaired = INLINE_MARKS.filter((mark) => runs(prose.replace(/\\./g, ""), mark) % 2 === 1);
	const calm = parts.map((part, index) => (index % 2 === 0 ? disarm(part, unpaired) : part)).join("");
	const line = calm.replace(BLOCK_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
	return line.slice(0, units).replace(/[\uD800-\uDBFF\\]+$/, "");
}

function runs(text: string, mark: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at += 1) if (text[at] === mark && text[at - 1] !== mark) count += 1;
	return count;
}

function disarm(text: string, unpaired: readonly string[]): string {
	return text
		.replace(/`{3,}/g, "`")
		.replace(/\\.|[*_~|`]/g, (found) => (unpaired.includes(found) ? `\\${found}` : found));
}
