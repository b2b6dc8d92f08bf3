const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** When, seen from the start: `-05:42`, `+25:03`, `+1:02:03`. */
export function stampOf(at: number): string {
	const total = Math.round(at / SECOND_MS);
	const [hours, minutes, seconds] = [
		Math.floor(Math.abs(total) / 3600),
		Math.floor(Math.abs(total) / 60) % 60,
		Math.abs(total) % 60,
	];
	const clock = [minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
	return `${total < 0 ? "-" : "+"}${hours > 0 ? `${hours}:` : ""}${clock}`;
}

/** A span for people: `4 ms`, `1.1 s`, `1 min 45 s`, `76 min`. */
export function spanOf(ms: number): string {
	if (ms < 1) return "<1 ms";
	if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
	if (ms < 10 * SECOND_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
	const seconds = Math.round(ms / SECOND_MS);
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 600 && seconds % 60 > 0) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
	return `${Math.round(ms / MINUTE_MS)} min`;
}

const UNITS = [
	["day", 24 * 60 * MINUTE_MS],
	["hour", 60 * MINUTE_MS],
	["minute", MINUTE_MS],
	["second", SECOND_MS],
] as const;

/** A moment seen from another, as Discord writes `<t:…:R>` in a language: `in 6 minutes`, `vor 3 Minuten`. */
export function relativeTo(at: number, now: number, language = "en"): string {
	const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
	const away = at - now;
	const [unit, ms] =
		UNITS.find(([, size]) => Math.round(Math.abs(away) / size) >= 1) ?? (["second", SECOND_MS] as const);
	return relative.format(Math.round(away / ms), unit);
}
