/** From the first wait to the longest, in milliseconds. */
interface Waits {
	first: number;
	longest: number;
}

/** The first wait is too short to be noticed; the longest is long enough not to burden what has failed. */
const USUAL: Waits = { first: 500, longest: 30_000 };

/** How long to wait after so many failures in a row (1 for the first), in milliseconds: twice as long each time. */
export function backoff(failures: number, { first, longest } = USUAL): number {
	return Math.min(first * 2 ** (failures - 1), longest);
}
