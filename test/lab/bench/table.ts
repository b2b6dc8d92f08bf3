/** Sets rows in columns under a heading; the first `left` columns are words, the others figures. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], left: number): string {
	const all = [heading, ...rows];
	const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
	const lines = all.map((row) =>
		widths
			.map((width, column) => (column < left ? (row[column] ?? "").padEnd(width) : (row[column] ?? "").padStart(width)))
			.join("  ")
			.trimEnd(),
	);
	const rule = widths.map((width) => "-".repeat(width)).join("  ");
	return [lines[0], rule, ...lines.slice(1)].join("\n");
}

/** A span of time as people read it. */
export function span(ms: number): string {
	if (!Number.isFinite(ms)) return "";
	if (ms < 100) return `${ms.toFixed(1)} ms`;
	if (ms < 10_000) return `${count(ms)} ms`;
	if (ms < 120_000) return `${(ms / 1_000).toFixed(1)} s`;
	if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`;
	return `${(ms / 3_600_000).toFixed(1)} h`;
}

/** A whole number as people read it. */
export function count(value: number): string {
	return Math.round(value).toLocaleString("en");
}
