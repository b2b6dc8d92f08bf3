/** The heading and as many lines as fit, then how many of all there are besides, also where only the first are given. */
export function listed(
	heading: string,
	lines: readonly string[],
	longest: number,
	others: (count: number) => string,
	total = lines.length,
): string {
	let listed = heading;
	for (const [index, line] of lines.entries()) {
		const rest = index + 1 < total ? `\n${others(total - index - 1)}` : "";
		if (`${listed}\n${line}${rest}`.length > longest) return `${listed}\n${others(total - index)}`;
		listed = `${listed}\n${line}`;
	}
	return lines.length < total ? `${listed}\n${others(total - lines.length)}` : listed;
}
