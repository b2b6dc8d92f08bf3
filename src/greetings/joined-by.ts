/** A way of joining names that the platform does not know: by one sign or word, and the last by another. */
export function joinedBy(comma: string, and: string): (names: readonly string[]) => string {
	return (names) => [names.slice(0, -1).join(comma), ...names.slice(-1)].filter((part) => part !== "").join(and);
}
