import unhomoglyph from "unhomoglyph";

/**
 * A name as it looks: two that are hard to tell apart have the same. Letters that look alike in different scripts are one
 * (https://www.unicode.org/reports/tr39/#Confusable_Detection), and marks, case and whatever stands between letters do not count.
 */
export function looksOf(name: string): string {
	const letters = name.normalize("NFKD").replace(/\p{M}/gu, "");
	const alike = unhomoglyph(unhomoglyph(letters).toLowerCase());
	return alike.replace(/[^\p{L}\p{N}]/gu, "") || name; // nothing but emoji, say
}

/** Whether a name looks like that of one of these people other than whose it is. */
export function isTaken(
	{ id, name }: { id: string; name: string },
	people: Iterable<{ id: string; name: string }>,
): boolean {
	const looks = looksOf(name);
	for (const other of people) if (other.id !== id && other.name !== "" && looksOf(other.name) === looks) return true;
	return false;
}
