/** Counts lines of a log by what they say: the message, with the reason where a post did not get through. */
export function countSaid(lines: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const line of lines) {
		const words = wordsOf(line);
		counts[words] = (counts[words] ?? 0) + 1;
	}
	return counts;
}

function wordsOf(line: string): string {
	try {
		const { msg, outcome } = JSON.parse(line);
		return outcome?.reason ? `${msg} (${outcome.reason})` : String(msg ?? line);
	} catch {
		return line; // not of the log: Node's own words
	}
}
