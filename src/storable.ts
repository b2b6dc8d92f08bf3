/**
 * Words without U+0000 and halves of surrogate pairs: JSON brings them in, PostgreSQL refuses them, SQLite changes them.
 * Whatever comes in goes through this, so that both store the same.
 */
export function storable(words: string): string {
	if (words.isWellFormed() && !words.includes("\0")) return words;
	return words.replaceAll("\0", "").replace(/\p{Cs}/gu, "");
}

/** The same for every string in a value that was JSON, names of fields left as they are. */
export function storableIn<T>(value: T): T;
export function storableIn(value: unknown): unknown {
	if (typeof value === "string") return storable(value);
	if (Array.isArray(value)) return value.map((part) => storableIn(part));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, storableIn(part)]));
}
