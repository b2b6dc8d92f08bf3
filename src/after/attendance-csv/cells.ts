/** What makes a spreadsheet take a cell for a formula, perhaps behind apostrophes; East Asian ones take wide signs, too. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
/** What readers of reports take for nothing at all, or take out of its quotation marks. */
const MISREAD = /^'*(?:[-–—]+|n\/a|".*")$/i;

/** Words of other people's for a cell: an apostrophe comes before those that a spreadsheet would run, or that are misread. */
export function guarded(words: string): string {
	return FORMULA.test(words) || MISREAD.test(words) ? `'${words}` : words;
}

/** A line of a CSV file (RFC 4180). */
export function lineOf(cells: readonly string[]): string {
	return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
	return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
