/** From the first wait to the longest, in milliseconds. */
interface Waits {
	first: number;
	longest: number;
}

/** Soon enough that nobody notices one failure, seldom enough that whoever is in trouble is left in peace. */
const USUAL: Waits = { first: 500, longest: 30_000 };

/** How long to wait after so many failures in a row (1 for the first), in milliseconds: twice as long each time. */
export function backoff(failures: number, { first, longest } = USUAL): number {
	return Math.min(first * 2 ** (failures - 1), longest);
}
