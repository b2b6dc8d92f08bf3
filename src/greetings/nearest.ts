/**
 * The word most like `word`, or undefined when none is near enough to be a typing error: one letter in `lettersPerSlip`
 * may be wrong, and one in any case.
 */
export function nearest(word: string, words: readonly string[], lettersPerSlip = 2): string | undefined {
	const typed = word.toLowerCase().slice(0, 20);
	let best: string | undefined;
	let fewest = Math.max(1, Math.floor(typed.length / lettersPerSlip)) + 1;
	for (const candidate of words) {
		const edits = distance(typed, candidate.toLowerCase());
		if (edits < fewest) {
			best = candidate;
			fewest = edits;
		}
	}
	return best;
}

/** Damerau and Levenshtein: letters missing, added, replaced, or two neighbours swapped. */
function distance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current[column] = Math.min(
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + (same ? 0 : 1),
				swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		beforeLast = last;
		last = current;
	}
	return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
