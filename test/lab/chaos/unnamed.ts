/** How many more times something is to be said to somebody, and may be at most. */
export interface Open {
	who: string;
	least: number;
	most: number;
}

/** What could not be made to fit. */
export interface Misfit {
	/** Those to whom it was said too seldom, once for each time. */
	lost: string[];
	/** The numbers of the words for whom nobody is left. */
	surplus: number[];
}

/**
 * Finds for neutral words the people they may mean: for each word these are given. If any way to give each word a person of
 * its own, and each person as many as they are due, exists, nothing is amiss.
 */
export function assignUnnamed(words: readonly (readonly string[])[], people: readonly Open[]): Misfit {
	// Words that find a person each, and people who find their words, go together: Mendelsohn and Dulmage, 1958.
	const seats = (count: (one: Open) => number) => people.flatMap((one) => Array<string>(count(one)).fill(one.who));
	const wanted = seats(({ least }) => Math.max(0, least));
	const free = seats(({ most }) => Math.max(0, most));
	const numbers = [...words.keys()];
	const seatsFor = (all: readonly string[], word: number) =>
		[...all.keys()].filter((seat) => words[word]?.includes(all[seat] ?? ""));
	const wordsFor = (seat: number) => numbers.filter((word) => words[word]?.includes(wanted[seat] ?? ""));
	return {
		lost: unmatched(wanted.length, wordsFor).map((seat) => wanted[seat] ?? ""),
		surplus: unmatched(words.length, (word) => seatsFor(free, word)),
	};
}

/** Those of `count` things that find no partner of their own, when as many as possible do. */
function unmatched(count: number, partnersOf: (one: number) => readonly number[]): number[] {
	const taken = new Map<number, number>();
	function finds(one: number, tried: Set<number>): boolean {
		for (const partner of partnersOf(one)) {
			if (tried.has(partner)) continue;
			tried.add(partner);
			const other = taken.get(partner);
			if (other !== undefined && !finds(other, tried)) continue;
			taken.set(partner, one);
			return true;
		}
		return false;
	}
	return [...Array(count).keys()].filter((one) => !finds(one, new Set()));
}
