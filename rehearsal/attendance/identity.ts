import type { Entry } from "./entries.ts";

/** What tells people apart. */
type Who = Pick<Entry, "name" | "original" | "email">;

/** A name, however it is written. */
export function nameKey(name: string): string {
	return name.normalize("NFKC").toLowerCase();
}

/** Words of a name that a second name may share: "Maya P" and "Maya". */
function wordsOf(name: string): string[] {
	return nameKey(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Whether two names may be one person's: they share two words, or the shorter is within the longer, initials too. */
export function areAlike(a: string, b: string): boolean {
	const [one, other] = [wordsOf(a), wordsOf(b)];
	const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
	if (shorter.filter((word) => longer.includes(word)).length > 1) return true;
	const isWithin = (word: string) =>
		longer.some((long) => long === word || isInitial(word, long) || isInitial(long, word));
	if (shorter.length > 0 && shorter.every(isWithin)) return true;
	// Scripts without gaps: "王小明" and "小明".
	const [short = "", long = ""] = [shorter.join(""), longer.join("")].toSorted((x, y) => x.length - y.length);
	return /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(short) && long.includes(short);
}

function isInitial(letter: string, word: string): boolean {
	return letter.length === 1 && /\p{L}/u.test(letter) && word.startsWith(letter);
}

/** So many unlike names under one address, and it is nobody's own. */
const SHARED_BY = 3;

/**
 * Finds addresses that stand for nobody: forms and exports fill in `x@example.org` where they know none, and a group may
 * share one. Those have three names or more that are not alike.
 */
export function sharedAddresses(entries: readonly Who[]): Set<string> {
	const names = new Map<string, string[]>();
	const shared = new Set<string>();
	for (const { email, name, original } of entries) {
		if (email === null) continue;
		const unlike = names.get(email);
		if (unlike === undefined) names.set(email, [name]);
		if (unlike === undefined || unlike.length >= SHARED_BY) continue;
		const isNew = unlike.every((known) => !areAlike(known, name) && (original === null || !areAlike(known, original)));
		if (isNew) unlike.push(name);
		if (unlike.length >= SHARED_BY) shared.add(email);
	}
	return shared;
}
