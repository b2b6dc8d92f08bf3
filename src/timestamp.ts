/** A moment as Discord shows it to each reader, in their own zone and language: `t` the time of day, `R` how far away, `D` the date, `F` all of it. */
export function timestamp(ms: number, style: "t" | "R" | "D" | "F"): string {
	return `<t:${Math.floor(ms / 1_000)}:${style}>`;
}
