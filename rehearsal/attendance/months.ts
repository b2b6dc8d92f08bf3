/** Languages whose months reports write in letters; where two share a name, the one that stands first counts. */
const LANGUAGES = "en de fr es it pt nl pl ru uk sv tr id cs da fi ro".split(" ");

const MONTHS = new Map<string, number>();
for (const language of LANGUAGES) {
	for (const month of ["long", "short"] as const) {
		const format = new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" });
		for (let index = 0; index < 12; index++) {
			const part = format.formatToParts(Date.UTC(2026, index, 15)).find(({ type }) => type === "month");
			const key = keyOf(part?.value ?? "");
			if (!MONTHS.has(key)) MONTHS.set(key, index + 1);
		}
	}
}

/** The number of a month by its name or short name, from 1; 0 when it is none. */
export function monthOf(name: string): number {
	const key = keyOf(name);
	return MONTHS.get(key) ?? MONTHS.get(key.slice(0, 3)) ?? 0;
}

function keyOf(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/[^\p{L}]/gu, "")
		.toLowerCase();
}
