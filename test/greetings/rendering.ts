/** What Discord would make of a message: the words a reader sees, and everything that is more than words. */
export interface Rendered {
	seen: string;
	live: string[];
}

const LIVE_TOKENS: readonly [string, RegExp][] = [
	["user mention", /^<@!?\d+>/],
	["role mention", /^<@&\d+>/],
	["channel mention", /^<#\d+>/],
	["command mention", /^<\/[^>]+:\d+>/],
	["custom emoji", /^<a?:\w+:\d+>/],
	["timestamp", /^<t:-?\d+(?::\w)?>/],
	["guild navigation", /^<id:\w+>/],
	["angle link", /^<[a-z]+:[^\s>]+>/i],
	["everyone", /^@(?:everyone|here)/],
	["link", /^https?:\/\/\S/i],
	["bare address", /^www\.\S/i],
	["invite", /^(?:discord(?:app)?\.com\/invite|discord\.gg|dsc\.gg)\/\w/i],
	["masked link", /^\[[^\]]*\]\([^)]*\)/],
	["shortcode", /^:[\w+-]+:/],
	["bold or italic", /^\*/],
	["underline", /^_/],
	["strike", /^~~/],
	["spoiler", /^\|\|/],
	["code", /^`/],
];
const LINE_STARTS: readonly [string, RegExp][] = [
	["heading", /^#{1,3}\s/],
	["small print", /^-#\s/],
	["quote", /^>(?:>>)?\s/],
	["list", /^(?:[-*+]|\d+\.)\s/],
];

/**
 * A small reader of Discord's Markdown, written from its documentation and apart from the code under test: it walks
 * through the message, takes a backslash before punctuation as "the next character is only itself", and lists the rest.
 */
export function renderLikeDiscord(message: string): Rendered {
	const live: string[] = [];
	let seen = "";
	let at = 0;
	while (at < message.length) {
		const rest = message.slice(at);
		const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
		if (escaped !== null) {
			seen += escaped[1];
			at += escaped[0].length;
			continue;
		}
		const startsLine = at === 0 || message[at - 1] === "\n";
		live.push(...(startsLine ? foundIn(rest, LINE_STARTS) : []), ...foundIn(rest, LIVE_TOKENS));
		seen += message[at];
		at += 1;
	}
	return { seen, live };
}

function foundIn(rest: string, patterns: readonly (readonly [what: string, pattern: RegExp])[]): string[] {
	return patterns.flatMap(([what, pattern]) => (pattern.test(rest) ? what : []));
}

/** The letters and digits, taken apart into their simplest form, that make a name recognisable. */
export function lettersOf(text: string): string {
	return [...text.normalize("NFD")].filter((c) => /[\p{L}\p{N}]/u.test(c) && !/\p{DI}/u.test(c)).join("");
}

/** Whether every direction change is undone by the end, and none but isolates is used. */
export function staysInItsPlace(text: string): boolean {
	if (/[\u202A-\u202E\u2066\u2067\u200E\u200F\u061C]/.test(text)) return false;
	let depth = 0;
	for (const character of text) {
		if (character === "\u2068") depth += 1;
		if (character === "\u2069") depth -= 1;
		if (depth < 0) return false;
	}
	return depth === 0;
}
