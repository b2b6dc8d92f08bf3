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

/** Whether two names may be one person's: they share a word, or one says the other's first letters. */
export function areAlike(a: string, b: string): boolean {
	const [first, second] = [wordsOf(a), new Set(wordsOf(b))];
	if (first.some((word) => second.has(word))) return true;
	// Scripts without gaps: "王小明" and "小明".
	const [one, other] = [nameKey(a), nameKey(b)];
	return one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one));
}

/** So many unlike names under one address, and it is nobody's own. */
const SHARED_BY = 3;

/**
 * Finds addresses that stand for nobody: forms and exports fill in `x@example.org` where they know none, and a group may
 * share one. Those have three names or more that are not alike.
 */
export function sharedAddresses(entries: readonly Who[]): Set<string> {
	const names = new Map<string, string[]>();
	for (const { email, name, original } of entries) {
		if (email === null) continue;
		const unlike = names.get(email) ?? [];
		if (unlike.length >= SHARED_BY) continue;
		const isNew = unlike.every((known) => !areAlike(known, name) && (original === null || !areAlike(known, original)));
		if (isNew) unlike.push(name);
		names.set(email, unlike);
	}
	return new Set([...names].filter(([, unlike]) => unlike.length >= SHARED_BY).map(([email]) => email));
}
