/** What fits of a list, and how many of its lines are in it. */
export interface Fitted {
	text: string;
	shown: number;
}

/**
 * A heading and as many lines below it as fit, then how many of the `total` are not there. `longest` is in UTF-16 units; of a long
 * list only the first lines need be given.
 */
export function fitLines(
	heading: string,
	lines: readonly string[],
	{ longest, others, total = lines.length }: { longest: number; others(count: number): string; total?: number },
): Fitted {
	const rest = (count: number) => (count > 0 ? `\n${others(count)}` : "");
	let [text, shown] = [heading, 0];
	for (const line of lines) {
		const longer = `${text}\n${line}`;
		if (longer.length + rest(total - shown - 1).length > longest) break;
		text = longer;
		shown += 1;
	}
	return { text: text + rest(total - shown), shown };
}
