/** Rows per statement; well below what either engine allows in parameters. */
export const CHUNK = 500;

/** Cuts rows into lists that fit into one statement each. */
export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
	for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}
